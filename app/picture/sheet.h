// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSizeF>

#include "picture/export.h"
#include "picture/legend.h"
#include "picture/painter.h"

namespace factline::picture {

/// The page that an export shows: title and caption, the diagram, the legend.
class Sheet {
public:
    Sheet(const diagram::Diagram& diagram, const ExportOptions& options, const Theme& theme);

    /// In units, whole numbers.
    QSizeF size() const { return m_size; }
    QString caption() const { return m_caption.text; } ///< version and date
    const Theme& theme() const { return m_painter.theme(); }
    /// Paints the page, or of it what lies in `visible` (in units) where that is not null; `scale` is that of
    /// the painter: below 1 it decides how much is told.
    void paint(QPainter& painter, const QRectF& visible = {}, double scale = 1) const;

private:
    ExportOptions m_options;
    DiagramPainter m_painter;
    Legend m_legend;
    std::vector<TextRun> m_title; ///< by line
    TextRun m_caption;
    QFont m_titleFont, m_captionFont;
    QPointF m_diagramOrigin, m_legendOrigin;
    QSizeF m_size;
};

/// A sheet in the theme that the options name.
Result<Sheet> makeSheet(const diagram::Diagram& diagram, const ExportOptions& options);

} // namespace factline::picture
