// SPDX-License-Identifier: Apache-2.0
#include "picture/export.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "picture/write_file.h"

namespace factline::picture {

namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

} // namespace

Result<PictureFormat> formatOf(const std::filesystem::path& file) {
    const std::string extension = lower(file.extension().string());
    std::vector<std::string> known;
    for (const PictureFormat& format : pictureFormats()) {
        known.push_back(fmt::format(".{}", format.extension));
        if (known.back() == extension) return format;
    }
    return failure(ErrorCode::InvalidArgument,
                   Phrase::of("'{}' names no picture format. End the file's name in one of {}.",
                              file.string(), fmt::format("{}", fmt::join(known, ", "))));
}

Result<Phrase> exportPicture(const diagram::Diagram& diagram, const std::filesystem::path& file,
                             const ExportOptions& options) {
    const auto format = formatOf(file);
    if (!format) return tl::unexpected(format.error());
    auto picture = format->render(diagram, options);
    if (!picture) return tl::unexpected(picture.error());
    if (auto written = writeFile(file, picture->bytes); !written) return tl::unexpected(written.error());
    return std::move(picture->note);
}

} // namespace factline::picture
