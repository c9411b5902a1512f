// SPDX-License-Identifier: Apache-2.0
#include "review/galley.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QtTest>

using factline::review::cutIntoPages;

namespace {

constexpr double page = 300;

struct Galley {
    QTextDocument text;
    explicit Galley(const QString& html) {
        text.setDocumentMargin(0);
        text.setHtml(html);
        text.setTextWidth(400);
    }
    double top(const QString& words) const {
        for (QTextBlock block = text.begin(); block.isValid(); block = block.next())
            if (block.text().contains(words)) return text.documentLayout()->blockBoundingRect(block).top();
        qFatal("no such words");
    }
};

QString rows(int count) {
    QString html = QStringLiteral("<table cellpadding=4><thead><tr><td>Head</td></tr></thead>");
    for (int i = 0; i < count; ++i)
        html += QStringLiteral("<tr><td>row %1.<br>its second line</td></tr>").arg(i);
    return html + QStringLiteral("</table>");
}

} // namespace

class GalleyTest : public QObject {
    Q_OBJECT
private slots:
    void nothingIsLostOrTwice() {
        const Galley galley(rows(40) + QStringLiteral("<p>end</p>"));
        const auto pages = cutIntoPages(galley.text, page);
        QVERIFY(pages.size() > 4);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            QVERIFY(pages[i].head.height() + pages[i].body.height() <= page);
            if (i > 0) QCOMPARE(pages[i].body.top, pages[i - 1].body.bottom);
        }
        QVERIFY(pages.back().body.bottom > galley.top(QStringLiteral("end")));
    }

    void rowsStayWholeBelowTheirHead() {
        const Galley galley(rows(40));
        const auto pages = cutIntoPages(galley.text, page);
        QCOMPARE(pages.front().head.height(), 0.0);
        for (std::size_t i = 1; i < pages.size(); ++i) {
            QVERIFY(pages[i].head.height() > 0);
            bool beginsWithARow = false;
            for (int row = 0; row < 40; ++row)
                beginsWithARow = beginsWithARow || std::abs(galley.top(QStringLiteral("row %1.").arg(row)) -
                                                            4 - pages[i].body.top) < 0.5;
            QVERIFY(beginsWithARow);
        }
    }

    void aHeadingGoesWithWhatFollows() {
        // As much text as leaves room for the heading, and not for the row below it.
        for (int lines = 1; lines < 40; ++lines) {
            QString html;
            for (int i = 0; i < lines; ++i)
                html += QStringLiteral("<p style='margin:0'>filling</p>");
            const Galley galley(html + QStringLiteral("<h2>Heading</h2><p>It leads on.</p>") + rows(3));
            const auto pages = cutIntoPages(galley.text, page);
            const auto pageOf = [&](const QString& words) {
                const double top = galley.top(words);
                std::size_t i = 0;
                while (i + 1 < pages.size() && pages[i].body.bottom <= top)
                    ++i;
                return i;
            };
            QCOMPARE(pageOf(QStringLiteral("Heading")), pageOf(QStringLiteral("row 0.")));
        }
    }

    void whatIsLongerThanAPageIsCut() {
        const Galley galley(QStringLiteral("<table><tr><td>%1</td></tr></table>")
                                .arg(QStringLiteral("word ").repeated(3000)));
        const auto pages = cutIntoPages(galley.text, page);
        QVERIFY(pages.size() > 3);
        for (const auto& one : pages)
            QVERIFY(one.body.height() <= page + 0.01);
    }

    void anEmptyGalleyHasOnePage() {
        const Galley galley({});
        QCOMPARE(cutIntoPages(galley.text, page).size(), std::size_t(1));
    }
};

QTEST_MAIN(GalleyTest)
#include "tst_galley.moc"
