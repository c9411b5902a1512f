// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "contract/read.h"
#include "diagram/diagram.h"
#include "diagram/positions.h"
#include "lint/run.h"
#include "picture/layout_process.h"
#include "report/document.h"

namespace factline::review {

/// A model as it was read, and where.
struct Source {
    const contract::ReadModel& read;
    std::filesystem::path file; ///< the root file
};

/// What a review document is written of.
struct Request {
    Source source;
    std::string stage;                   ///< of the migration; empty: the model's `now`
    std::optional<lint::Day> today;      ///< for waivers that end
    std::optional<Source> since;         ///< the same model as it was, to say what has changed
    std::vector<Finding> baselined = {}; ///< known before: told apart
    std::optional<diagram::Positions> positions = std::nullopt; ///< absent: those kept beside the file
    picture::LayoutProcess process = {};                        ///< that draws the map
};

/// A document and its map, before they have a format.
struct Review {
    report::Document document;
    std::optional<diagram::Diagram> map; ///< none where there is nothing to draw
};

/// A file that a document is written to.
struct File {
    std::filesystem::path path;
    std::string bytes;
};

/// A kind of file that a review document can be written as.
struct DocumentFormat {
    std::string_view extension; ///< lower case, no dot
    /// The files, what others refer to first; all lie in the folder of `file`. The same bytes for the same
    /// review. Needs a QGuiApplication.
    Result<std::vector<File>> (*render)(const Review& review, const std::filesystem::path& file) = nullptr;
};

/// All formats, sorted by extension.
std::span<const DocumentFormat> documentFormats();

/// The format that a file's extension names, in any case. The error lists those there are.
Result<DocumentFormat> formatOf(const std::filesystem::path& file);

/// ".html, .md or .pdf".
std::string documentEndings();

/// Judges, analyses and draws. Needs a QGuiApplication; any thread may call it. Errors: an unknown stage, and
/// whatever drawing gives.
Result<Review> makeReview(const Request& request, const std::stop_token& stop = {});

/// Writes a review in the format that the file's extension names. On failure no file is left behind and one
/// that was there stays as it was.
Result<void> writeReview(const Review& review, const std::filesystem::path& file);

} // namespace factline::review
