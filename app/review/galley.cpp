// SPDX-License-Identifier: Apache-2.0
#include "review/galley.h"

#include <algorithm>

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

namespace factline::review {

namespace {

constexpr double edge = 8; ///< pixels by which a table may reach into the air above what follows
constexpr int shortly = 3; ///< lines below a heading that lead on to what follows

/// Something that stays on one page, and what is repeated where a page begins with it.
struct Piece {
    Stretch place;
    Stretch head;
    bool keepWithNext = false;
};

/// Finds the pieces of a galley from top to bottom.
class Cutter {
public:
    explicit Cutter(const QTextDocument& galley)
        : m_galley(galley) {}

    std::vector<Piece> pieces() {
        addFrame(*m_galley.rootFrame());
        // Air between two pieces belongs to the upper one, and so does what a table draws below its last row.
        for (std::size_t i = 0; i + 1 < m_pieces.size(); ++i) {
            const double over = std::clamp(m_pieces[i].place.bottom - m_pieces[i + 1].place.top, 0.0, edge);
            m_pieces[i + 1].place.top += over;
            m_pieces[i].place.bottom = std::max(m_pieces[i].place.top, m_pieces[i + 1].place.top);
        }
        return std::move(m_pieces);
    }

private:
    Stretch stretchOf(const QTextBlock& block) const {
        const QRectF place = m_galley.documentLayout()->blockBoundingRect(block);
        return {place.top(), place.bottom()};
    }

    void addFrame(const QTextFrame& frame) {
        for (auto it = frame.begin(); !it.atEnd(); ++it) {
            if (auto* table = qobject_cast<QTextTable*>(it.currentFrame()))
                addTable(*table);
            else if (it.currentBlock().isValid())
                addBlock(it.currentBlock());
        }
    }

    void addBlock(const QTextBlock& block) {
        const Stretch whole = stretchOf(block);
        if (block.blockFormat().headingLevel() > 0) return m_pieces.push_back({whole, {}, true});
        const QTextLayout& lines = *block.layout();
        const bool isIntroduction =
            !m_pieces.empty() && m_pieces.back().keepWithNext && lines.lineCount() <= shortly;
        for (int i = 0; i < lines.lineCount(); ++i) {
            const double top = lines.lineAt(i).y();
            // A line stands alone neither at the end of a page nor at the beginning of one.
            const bool keep = i == 0 || i == lines.lineCount() - 2;
            m_pieces.push_back(
                {{i == 0 ? whole.top : whole.top + top, whole.top + top + lines.lineAt(i).height()},
                 {},
                 isIntroduction || (keep && i + 1 < lines.lineCount())});
        }
    }

    void addTable(const QTextTable& table) {
        const QRectF frame = m_galley.documentLayout()->frameBoundingRect(const_cast<QTextTable*>(&table));
        const int heads = table.format().headerRowCount();
        std::vector<double> tops;
        tops.reserve(static_cast<std::size_t>(table.rows()) + 1);
        for (int row = 0; row < table.rows(); ++row)
            tops.push_back(row == 0 ? frame.top() : topOf(table, row));
        tops.push_back(frame.bottom());
        const Stretch head{tops.front(), tops[static_cast<std::size_t>(heads)]};
        for (int row = 0; row < table.rows(); ++row) {
            const auto i = static_cast<std::size_t>(row);
            const bool isHead = row < heads;
            m_pieces.push_back({{tops[i], tops[i + 1]},
                                isHead || heads == 0 ? Stretch{} : head,
                                isHead || (heads == 0 && row + 1 < table.rows())});
        }
    }

    double topOf(const QTextTable& table, int row) const {
        double top = 1e12;
        for (int column = 0; column < table.columns(); ++column)
            top = std::min(top, stretchOf(m_galley.findBlock(table.cellAt(row, column).firstPosition())).top);
        return top - table.format().cellPadding();
    }

    const QTextDocument& m_galley;
    std::vector<Piece> m_pieces;
};

} // namespace

std::vector<Slice> cutIntoPages(const QTextDocument& galley, double height) {
    const std::vector<Piece> pieces = Cutter(galley).pieces();
    std::vector<Slice> pages;
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t end = i + 1; // of what must stay together
        while (end < pieces.size() && pieces[end - 1].keepWithNext)
            ++end;
        const double bottom = pieces[end - 1].place.bottom;
        if (pages.empty() || bottom - pages.back().body.top + pages.back().head.height() > height)
            pages.push_back({pieces[i].head, {pieces[i].place.top, bottom}});
        pages.back().body.bottom = bottom;
        // What is longer than a page is cut wherever one ends.
        while (pages.back().head.height() + pages.back().body.height() > height) {
            const double cut = pages.back().body.top + height - pages.back().head.height();
            pages.back().body.bottom = cut;
            pages.push_back({{}, {cut, bottom}});
        }
        i = end;
    }
    return pages;
}

} // namespace factline::review
