// SPDX-License-Identifier: Apache-2.0
#include "shell/picture_clipboard.h"

#include <QImage>

#include "picture/export.h"
#include "picture/text.h"

namespace factline::shell {

namespace {

using picture::toQString;

Result<QByteArray> rendered(const diagram::Diagram& diagram, const char* file,
                            const picture::ExportOptions& options) {
    const auto format = picture::formatOf(file);
    if (!format) return tl::unexpected(format.error());
    const auto picture = format->render(diagram, options);
    if (!picture) return tl::unexpected(picture.error());
    return QByteArray::fromStdString(picture->bytes);
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
                                                       std::shared_ptr<const picture::Contours> contours) {
    picture::ExportOptions options;
    options.contours = std::move(contours);
    const auto svg = rendered(diagram, "picture.svg", options);
    if (!svg) return tl::unexpected(svg.error());
    const auto png = rendered(diagram, "picture.png", options);
    if (!png) return tl::unexpected(png.error());
    auto mime = std::make_unique<QMimeData>();
    mime->setData(QStringLiteral("image/svg+xml"), *svg);
    mime->setData(QStringLiteral("image/png"), *png);
    mime->setImageData(QImage::fromData(*png));
    mime->setText(textOf(diagram, options.contours.get()));
    return mime;
}

} // namespace factline::shell
