// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "jobs/judge.h"

namespace factline::workspace {

/// "2 contexts", "1 fact", ...: how many of each kind there are, in the order of a workshop.
QStringList countedKinds(const jobs::Counts& counts);

} // namespace factline::workspace
