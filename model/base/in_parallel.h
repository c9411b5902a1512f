// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace factline {

/// How many workers `inParallel` uses for that many pieces of work: as many as the machine has processors, at
/// most one a piece, and never none.
std::size_t workersFor(std::size_t pieces);

/// Calls `work(piece, worker)` once for each piece, from `workersFor(pieces)` threads; the same worker never
/// at two pieces at once. Returns when all are done. `work` must not throw.
void inParallel(std::size_t pieces, const std::function<void(std::size_t piece, std::size_t worker)>& work);

} // namespace factline
