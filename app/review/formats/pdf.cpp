// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include "picture/sheet.h"
#include "picture/text.h"
#include "picture/writing/pdf_date.h"
#include "review/galley.h"
#include "review/paper.h"
#include "review/review.h"

namespace factline::review::formats {

namespace {

using picture::toQString;

constexpr int resolution = 1200;
constexpr double unit = 1.0 / 96; ///< inches a pixel
constexpr double border = 1;      ///< pixels that what ends above draws over its end
constexpr double footer = 28;     ///< pixels below the text

QPageLayout textPaper() {
    return {QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(16, 15, 16, 12),
            QPageLayout::Millimeter};
}

QPageLayout mapPaper(const QSizeF& map) {
    return {QPageSize(QPageSize::A4),
            map.width() >= map.height() ? QPageLayout::Landscape : QPageLayout::Portrait,
            QMarginsF(9, 9, 9, 9), QPageLayout::Millimeter};
}

QSizeF room(const QPageLayout& layout) {
    return layout.paintRect(QPageLayout::Inch).size() / unit;
}

/// Takes the sizes that Qt gives headings beside those of the style, so that the style's hold inside them.
void takeHeadingSizes(QTextDocument& text) {
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0) continue;
        std::vector<std::pair<std::pair<int, int>, QTextCharFormat>> parts;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            QTextCharFormat format = it.fragment().charFormat();
            format.clearProperty(QTextFormat::FontSizeAdjustment);
            const int at = it.fragment().position();
            parts.push_back({{at, at + it.fragment().length()}, format});
        }
        for (const auto& [place, format] : parts) {
            QTextCursor cursor(&text);
            cursor.setPosition(place.first);
            cursor.setPosition(place.second, QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
        }
    }
}

/// Text laid out as one long galley.
std::unique_ptr<QTextDocument> layOut(const QString& html, double width, const picture::Theme& theme) {
    auto text = std::make_unique<QTextDocument>();
    QFont font(QString::fromStdString(theme.typography.families.front()));
    font.setFamilies(picture::fontFor(theme.typography, diagram::TextRole::NodeLabel).families());
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferNoHinting);
    text->setDefaultFont(font);
    text->setUseDesignMetrics(true);
    text->setDocumentMargin(0);
    text->setIndentWidth(16);
    QTextOption option = text->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text->setDefaultTextOption(option);
    text->setDefaultStyleSheet(paperStyle());
    text->setHtml(QStringLiteral("<body>%1</body>").arg(html));
    takeHeadingSizes(*text);
    text->setTextWidth(width);
    return text;
}

/// Puts pages one after another into a PDF, each with its number.
class Pages {
public:
    Pages(QPdfWriter& writer, QString footing, const QFont& font)
        : m_writer(writer)
        , m_footing(std::move(footing))
        , m_font(font) {}

    bool addText(QTextDocument& text) {
        const double height = room(textPaper()).height() - footer;
        for (const Slice& slice : cutIntoPages(text, height)) {
            if (!begin(textPaper())) return false;
            draw(text, slice.head, 0);
            draw(text, slice.body, slice.head.height());
        }
        return true;
    }

    bool addMap(const picture::Sheet& sheet) {
        const QSizeF size = sheet.size();
        const QPageLayout layout = mapPaper(size);
        if (!begin(layout)) return false;
        const QSizeF space = room(layout) - QSizeF(0, footer);
        const double scale = std::min({1.0, space.width() / size.width(), space.height() / size.height()});
        m_painter.save();
        m_painter.translate((space.width() - size.width() * scale) / 2, 0);
        m_painter.scale(scale, scale);
        sheet.paint(m_painter);
        m_painter.restore();
        return true;
    }

private:
    void draw(QTextDocument& text, const Stretch& part, double at) {
        if (part.height() <= 0) return;
        m_painter.save();
        m_painter.translate(0, at - part.top);
        text.drawContents(&m_painter, QRectF(0, part.top + border, text.textWidth(), part.height()));
        m_painter.restore();
    }

    bool begin(const QPageLayout& layout) {
        m_writer.setPageLayout(layout);
        if (m_number == 0 ? !m_painter.begin(&m_writer) : !m_writer.newPage()) return false;
        m_painter.resetTransform();
        m_painter.scale(resolution * unit, resolution * unit);
        ++m_number;
        const QSizeF size = room(layout);
        const QRectF line(0, size.height() - 16, size.width(), 16);
        m_painter.save();
        m_painter.setFont(m_font);
        m_painter.setPen(QColor(0x5b, 0x62, 0x70));
        m_painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom,
                           QFontMetricsF(m_font).elidedText(m_footing, Qt::ElideMiddle, size.width() - 60));
        m_painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, QString::number(m_number));
        m_painter.restore();
        return true;
    }

    QPdfWriter& m_writer;
    QPainter m_painter;
    QString m_footing;
    QFont m_font;
    int m_number = 0;
};

Result<std::vector<File>> render(const Review& review, const std::filesystem::path& file) {
    const report::Document& document = review.document;
    const auto theme = picture::loadTheme("light");
    if (!theme) return tl::unexpected(theme.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(resolution);
        writer.setTitle(toQString(document.title));
        writer.setCreator(QStringLiteral("Factline"));
        const QSizeF size = room(textPaper());
        // The map has a page of its own, where the document has its place.
        const auto map = std::ranges::find(document.sections, "map", &report::Section::id);
        const bool hasMap = review.map && map != document.sections.end();
        const auto first =
            layOut(paperTitle(document) + paperText({document.sections.begin(), map}), size.width(), *theme);
        QFont small = first->defaultFont();
        small.setPixelSize(10);
        Pages pages(writer,
                    toQString(document.title + ", version " + document.version + " of " + document.date),
                    small);
        bool good = pages.addText(*first);
        if (good && hasMap) {
            const auto sheet = picture::makeSheet(*review.map, {});
            if (!sheet) return tl::unexpected(sheet.error());
            good = pages.addMap(*sheet);
        }
        if (good && map != document.sections.end() && map + 1 != document.sections.end())
            good =
                pages.addText(*layOut(paperText({map + 1, document.sections.end()}), size.width(), *theme));
        if (!good) return failure(ErrorCode::External, Phrase::of("Qt could not write a PDF. Use HTML."));
    }
    picture::fixCreationDate(bytes, document.date);
    return std::vector<File>{{file, bytes.toStdString()}};
}

} // namespace

DocumentFormat pdf() {
    return {.extension = "pdf", .render = render};
}

} // namespace factline::review::formats
