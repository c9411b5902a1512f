// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "base/result.h"
#include "viewmodels/generation.h"

namespace factline::panels {

/// Why there is nothing to tick or to write, and what to do about it; empty where there is.
QString whyNothing(const Result<viewmodels::Preview>& preview);
/// "165 new, 2 unchanged · 2 left out".
QString summaryOf(const viewmodels::Preview& preview);
/// What is left out and why, a line each.
QString omissionsOf(const viewmodels::Preview& preview);
/// How many files writing would create, change or remove.
int filesToWrite(const viewmodels::Preview& preview);
/// What is said above a file's difference.
QString captionOf(const QString& path, generate::Fate fate);

/// What is said after writing: what was done, and (may be empty) what was left alone.
struct Report {
    QString done;
    QString refused;
};
Report reportOf(const std::vector<generate::WrittenFile>& written, const QString& folder);

} // namespace factline::panels
