// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "architecture/source_tree.h"

namespace factline::architecture {

/// Sources that do not begin with the SPDX line, and headers without `#pragma once`.
Offences headOffences(const SourceTree& tree);

/// Files past 500 lines that do not say at their top why ("// Long because ...").
Offences sizeOffences(const SourceTree& tree);

/// Files past 300 lines: to be looked at again. No offence yet.
Offences sizeWarnings(const SourceTree& tree);

/// Words that name no responsibility (Manager, Helper, Utils) in the name of a file, class or struct.
Offences nameOffences(const SourceTree& tree);

} // namespace factline::architecture
