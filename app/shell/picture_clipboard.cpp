// SPDX-License-Identifier: Apache-2.0
#include "shell/picture_clipboard.h"

#include <QImage>

#include "picture/contours.h"
#include "picture/text.h"

namespace factline::shell {

namespace {

using picture::toQString;

/// More than this, at four bytes a pixel, programs that are made with Qt refuse.
constexpr double mostPixels = 33e6;

Result<QByteArray> rendered(const diagram::Diagram& diagram, const picture::PictureFormat& format,
                            const picture::ExportOptions& options) {
    const auto picture = format.render(diagram, options);
    if (!picture) return tl::unexpected(picture.error());
    return QByteArray::fromStdString(picture->bytes);
}

/// Twice as large where nobody has chosen and it is not too large then: for slides.
Result<QByteArray> sharp(const diagram::Diagram& diagram, const picture::PictureFormat& format,
                         picture::ExportOptions options) {
    auto chosen = rendered(diagram, format, options);
    if (!chosen || options.scale) return chosen;
    const QSize size = QImage::fromData(*chosen).size();
    if (4.0 * size.width() * size.height() > mostPixels) return chosen;
    options.scale = 2;
    return rendered(diagram, format, options);
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

Result<std::unique_ptr<QMimeData>> pictureForClipboard(const diagram::Diagram& diagram,
                                                       const OptionsFor& optionsFor) {
    const auto vectors = picture::formatOf("picture.svg"), pixels = picture::formatOf("picture.png");
    if (!vectors) return tl::unexpected(vectors.error());
    if (!pixels) return tl::unexpected(pixels.error());
    const picture::ExportOptions options = optionsFor(*vectors);
    const auto svg = rendered(diagram, *vectors, options);
    if (!svg) return tl::unexpected(svg.error());
    const auto png = sharp(diagram, *pixels, optionsFor(*pixels));
    if (!png) return tl::unexpected(png.error());
    auto mime = std::make_unique<QMimeData>();
    mime->setData(QStringLiteral("image/svg+xml"), *svg);
    mime->setData(QStringLiteral("image/png"), *png);
    mime->setImageData(QImage::fromData(*png));
    mime->setText(textOf(diagram, options.contours.get()));
    return mime;
}

} // namespace factline::shell
