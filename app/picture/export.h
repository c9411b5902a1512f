// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "diagram/diagram.h"

namespace factline::picture {

struct Contours;

/// How a picture is written to a file. The screen's zoom and theme have no say in it.
struct ExportOptions {
    std::string theme = "light";
    bool transparent = false;                 ///< no background
    bool outlines = false;                    ///< text as outlines: the same everywhere, but not selectable
    bool legend = true;                       ///< the kinds and lines that occur
    std::shared_ptr<const Contours> contours; ///< what is lit, with bands and times; null: nothing
    std::optional<double> scale; ///< PNG: pixels per unit, 1 to 4; absent: 1, less for a very large picture
};

/// A picture as the bytes of a file.
struct Picture {
    std::string bytes;
    Phrase note; ///< what the user has to know about it, one sentence or two; mostly empty
};

/// A kind of file that a diagram can be written as.
struct PictureFormat {
    std::string_view extension; ///< lower case, no dot
    bool styled = false;        ///< heeds theme, transparent and contours
    bool outlined = false;      ///< heeds outlines
    bool scaled = false;        ///< heeds scale
    /// The same bytes for the same diagram and options. Needs a QGuiApplication.
    Result<Picture> (*render)(const diagram::Diagram&, const ExportOptions&) = nullptr;
};

/// All formats, sorted by extension.
std::span<const PictureFormat> pictureFormats();

/// The format that a file's extension names, in any case. The error lists those there are.
Result<PictureFormat> formatOf(const std::filesystem::path& file);

/// Writes a diagram in the format that the file's extension names. On failure no file is left behind and one
/// that was there stays as it was. Gives the picture's note. Needs a QGuiApplication.
Result<Phrase> exportPicture(const diagram::Diagram& diagram, const std::filesystem::path& file,
                             const ExportOptions& options = {});

} // namespace factline::picture
