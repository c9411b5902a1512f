// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <QString>

#include "viewmodels/generation.h"

namespace factline::panels {

/// What was chosen for generating from one model, kept between starts.
struct Remembered {
    QString folder; ///< as typed
    viewmodels::Choices choices;
};

Remembered readRemembered(const std::filesystem::path& model);
void writeRemembered(const std::filesystem::path& model, const Remembered& what);

/// The folder that is meant; a relative one starts where the model's file is. Empty: none.
std::filesystem::path folderMeant(const QString& typed, const std::filesystem::path& model);

} // namespace factline::panels
