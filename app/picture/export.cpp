// SPDX-License-Identifier: Apache-2.0
#include "picture/export.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <QSaveFile>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "picture/formats/formats.h"

namespace factline::picture {

namespace {

constexpr std::array formats{
    PictureFormat{"pdf", "one page, text can be selected", renderPdf},
    PictureFormat{"png", "pixels, 1 to 4 per unit", renderPng},
    PictureFormat{"svg", "scalable, text stays text", renderSvg},
};

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

tl::unexpected<Error> cannotWrite(const std::filesystem::path& file, const QString& reason) {
    return failure(ErrorCode::External,
                   fmt::format("{} could not be written: {}. Choose another place or make room there.",
                               file.string(), reason.toStdString()));
}

} // namespace

std::span<const PictureFormat> pictureFormats() {
    return formats;
}

Result<Picture> renderPicture(const diagram::Diagram& diagram, std::string_view extension,
                              const ExportOptions& options) {
    const std::string wanted = lower(extension);
    for (const PictureFormat& format : formats)
        if (format.extension == wanted) return format.render(diagram, options);
    std::vector<std::string_view> known;
    for (const PictureFormat& format : formats)
        known.push_back(format.extension);
    return failure(ErrorCode::InvalidArgument,
                   wanted.empty() ? fmt::format("A picture's file needs an extension. Use one of: {}.",
                                                fmt::join(known, ", "))
                                  : fmt::format("There is no picture format \"{}\". Use one of: {}.", wanted,
                                                fmt::join(known, ", ")));
}

Result<std::string> exportPicture(const diagram::Diagram& diagram, const std::filesystem::path& file,
                                  const ExportOptions& options) {
    const std::string extension = file.extension().string();
    auto picture = renderPicture(diagram, extension.empty() ? "" : extension.substr(1), options);
    if (!picture) return tl::unexpected(picture.error());
    QSaveFile output(QString::fromStdString(file.string()));
    if (!output.open(QIODevice::WriteOnly)) return cannotWrite(file, output.errorString());
    const auto size = static_cast<qint64>(picture->bytes.size());
    if (output.write(picture->bytes.data(), size) != size || !output.commit())
        return cannotWrite(file, output.errorString());
    return std::move(picture->note);
}

} // namespace factline::picture
