// SPDX-License-Identifier: Apache-2.0
#include "picture/export.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include <QSaveFile>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/write_protection.h"

namespace factline::picture {

namespace {

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

Result<PictureFormat> formatOf(const std::filesystem::path& file) {
    const std::string extension = lower(file.extension().string());
    std::vector<std::string> known;
    for (const PictureFormat& format : pictureFormats()) {
        known.push_back(fmt::format(".{}", format.extension));
        if (known.back() == extension) return format;
    }
    return failure(ErrorCode::InvalidArgument,
                   fmt::format("'{}' names no picture format. End the file's name in one of {}.",
                               file.string(), fmt::join(known, ", ")));
}

Result<std::string> exportPicture(const diagram::Diagram& diagram, const std::filesystem::path& file,
                                  const ExportOptions& options) {
    const auto format = formatOf(file);
    if (!format) return tl::unexpected(format.error());
    auto picture = format->render(diagram, options);
    if (!picture) return tl::unexpected(picture.error());
    // A device or a pipe would be replaced by a file.
    std::error_code ignored;
    const auto type = std::filesystem::status(file, ignored).type();
    if (type != std::filesystem::file_type::not_found && type != std::filesystem::file_type::regular)
        return cannotWrite(file, QStringLiteral("it is no file"));
    if (isWriteProtected(file)) return cannotWrite(file, QStringLiteral("it is write-protected"));
    QSaveFile output(QString::fromStdString(file.string()));
    if (!output.open(QIODevice::WriteOnly)) return cannotWrite(file, output.errorString());
    const auto size = static_cast<qint64>(picture->bytes.size());
    if (output.write(picture->bytes.data(), size) != size || !output.commit())
        return cannotWrite(file, output.errorString());
    return std::move(picture->note);
}

} // namespace factline::picture
