// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "architecture/source_tree.h"

namespace factline::architecture {

/// Every include of one of our own headers that points upward or sideways, leads nowhere, or is not written
/// "room/file.h". Which room may use which stands in includes.cpp, in one table.
Offences includeOffences(const SourceTree& tree);

/// Every folder of model/ and app/ that the table does not know.
Offences unknownRooms(const SourceTree& tree);

} // namespace factline::architecture
