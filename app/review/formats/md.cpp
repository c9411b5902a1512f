// SPDX-License-Identifier: Apache-2.0
#include <QUrl>

#include "report/formats.h"
#include "review/map_svg.h"

namespace factline::review::formats {

namespace {

Result<std::vector<File>> render(const Review& review, const std::filesystem::path& file) {
    auto svg = mapAsSvg(review);
    if (!svg) return tl::unexpected(svg.error());
    std::vector<File> files;
    std::string link;
    if (!svg->empty()) {
        std::filesystem::path picture = file;
        picture.replace_extension(".map.svg");
        link = QUrl::toPercentEncoding(QString::fromStdString(picture.filename().string())).toStdString();
        files.push_back({picture, *std::move(svg)});
    }
    files.push_back({file, report::renderMarkdown(review.document, link)});
    return files;
}

} // namespace

DocumentFormat md() {
    return {.extension = "md", .render = render};
}

} // namespace factline::review::formats
