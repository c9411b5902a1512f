// SPDX-License-Identifier: Apache-2.0
#include "shell/picture_clipboard.h"

#include "picture/contours.h"
#include "picture/sheet.h"
#include "picture/text.h"

namespace factline::shell {

namespace {

using picture::toQString;

/// More than this, at four bytes a pixel, programs that are made with Qt refuse.
constexpr double mostPixels = 33e6;

Result<QByteArray> rendered(const diagram::Diagram& diagram, const char* extension,
                            const picture::ExportOptions& options) {
    const auto format = picture::formatOf(std::string("picture.") + extension);
    if (!format) return tl::unexpected(format.error());
    const auto picture = format->render(diagram, options);
    if (!picture) return tl::unexpected(picture.error());
    return QByteArray::fromStdString(picture->bytes);
}

/// Twice as large where nobody has chosen and it is not too large then: for slides.
Result<picture::ExportOptions> sharp(const diagram::Diagram& diagram, picture::ExportOptions options) {
    const auto sheet = picture::makeSheet(diagram, options);
    if (!sheet) return tl::unexpected(sheet.error());
    if (!options.scale && 4 * sheet->size().width() * sheet->size().height() <= mostPixels) options.scale = 2;
    return options;
}

QString textOf(const diagram::Diagram& diagram, const picture::Contours* contours) {
    QStringList lines{toQString(diagram.title)};
    for (const auto& node : diagram.nodes) {
        lines += QStringLiteral("%1 %2").arg(toQString(kindName(node.key.kind)), toQString(node.key.name));
        if (contours == nullptr) continue;
        const auto reached = contours->reached.find(node.key);
        if (reached != contours->reached.end())
            lines.back() += QStringLiteral(": ") + toQString(reached->second.text);
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace

Result<jobs::Copied> pictureForClipboard(const diagram::Diagram& diagram, const picture::ExportOptions& svg,
                                         const picture::ExportOptions& png) {
    const auto vectors = rendered(diagram, "svg", svg);
    if (!vectors) return tl::unexpected(vectors.error());
    const auto large = sharp(diagram, png);
    if (!large) return tl::unexpected(large.error());
    const auto pixels = rendered(diagram, "png", *large);
    if (!pixels) return tl::unexpected(pixels.error());
    return jobs::Copied{{{QStringLiteral("image/svg+xml"), *vectors}, {QStringLiteral("image/png"), *pixels}},
                        QImage::fromData(*pixels),
                        textOf(diagram, svg.contours.get())};
}

} // namespace factline::shell
