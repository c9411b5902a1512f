// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "architecture/source_tree.h"

namespace factline::architecture {

/// Item models below app/ (what derives from one of Qt's, and what derives from that) that no test names
/// beside QAbstractItemModelTester. Those that others derive from are tested with them.
Offences itemModelOffences(const SourceTree& tree);

} // namespace factline::architecture
