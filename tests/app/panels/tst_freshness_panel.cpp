// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QToolButton>

#include "app/panels/desk.h"
#include "panels/figure_view.h"
#include "panels/freshness/freshness_panel.h"
#include "support/shelf.h"

using namespace factline;
using testing::Desk;

namespace {

struct FreshnessDesk : Desk {
    explicit FreshnessDesk(const std::string& text = testing::retailText())
        : Desk("freshness", text) {
        panel->resize(900, 300);
        analysed();
    }
    void select(ElementKind kind, const char* name) { selection.select(id(kind, parseRef(name, {}))); }
    QString said(const char* role) const {
        const auto* label = child<QLabel>(QString::fromLatin1(role));
        return label ? label->text() : QString();
    }
    QString view() const { return child<QComboBox>("view")->currentText(); }
    QString change() const { return child<QComboBox>("change")->currentText(); }
    const picture::Figure& waterfall() const { return child<panels::FigureView>("waterfall")->figure(); }
    bool isDrawn(const char* picture) const {
        return child<panels::FigureView>(QString::fromLatin1(picture))->isVisible();
    }
    QStringList risks() const {
        QStringList texts;
        for (const auto* label : panel->findChildren<QLabel*>())
            if (label->objectName().startsWith("risk ")) texts += label->text();
        return texts;
    }
};

const picture::Figure& child(const FreshnessDesk& desk, const char* picture) {
    return desk.child<panels::FigureView>(QString::fromLatin1(picture))->figure();
}

/// One view behind one event; `view` and `more` fill the model in.
std::string shop(const std::string& view, const std::string& more = {}) {
    return "factline: 1\ncontexts:\n  stock:\n    facts: {on-hand: {}}\n    publishing: {through: outbox, "
           "lag: "
           "{poll: 2s}}\n    channels: {all: {lag: {fixed: 0s}}}\n    events: {StockAdjusted: {announces: "
           "[on-hand], channel: all}}\n  shop:\n    views:\n      shelf:\n        shows: [stock/on-hand]\n   "
           "     "
           "fedBy: {stock/StockAdjusted: {lag: {fixed: 0s}}}\n        " +
           view + "\n" + more;
}

} // namespace

/// The panel says of the selected view whether its promise holds, and shows why.
class TestFreshnessPanel : public QObject {
    Q_OBJECT
private slots:
    /// What does not fit is reached by scrolling; of a line that is seen, all of it is.
    void noLineOfTheWordsIsCut() {
        FreshnessDesk desk;
        desk.select(ElementKind::View, "stores/shelf-display");
        auto* words = desk.child<QWidget>("freshnessStory")->parentWidget()->parentWidget();
        const QColor ground = picture::loadTheme("light")->panel;
        const auto* area = qobject_cast<QScrollArea*>(words);
        const auto isWhole = [&] {
            const QImage seen = words->grab().toImage(), all = area->widget()->grab().toImage();
            const int last = seen.height() - 1, next = area->verticalScrollBar()->value() + seen.height();
            for (int x = 0; x < area->viewport()->width() && next < all.height(); ++x)
                if (seen.pixelColor(x, last) != ground && all.pixelColor(x, next) != ground) return false;
            return true;
        };
        bool scrolls = false;
        for (int height = 150; height < 300; height += 7) {
            desk.panel->resize(900, height);
            QTest::qWait(0);
            QTRY_VERIFY2(isWhole(), qPrintable(QString::number(height)));
            scrolls = scrolls || area->verticalScrollBar()->maximum() > 0;
        }
        QVERIFY(scrolls);
    }

    /// But of one that is higher than all there is to see, a part is better than nothing.
    void aLineThatNeverFitsIsSeen() {
        FreshnessDesk desk;
        desk.select(ElementKind::View, "stores/shelf-display");
        auto* area =
            qobject_cast<QScrollArea*>(desk.child<QWidget>("freshnessStory")->parentWidget()->parentWidget());
        area->setFixedHeight(8);
        QTest::qWait(20); // everything finds its place
        const auto* label = desk.child<QLabel>("sentence");
        const int top = label->mapTo(area->widget(), QPoint()).y();
        QVERIFY(area->viewport()->height() < label->fontMetrics().lineSpacing());
        area->verticalScrollBar()->setValue(top + 1);
        QCOMPARE(area->verticalScrollBar()->value(), top + 1);
        QCOMPARE(area->findChild<QWidget*>("freshnessCover")->height(), 0);
    }

    void theWorstPromiseIsShownFirst() {
        const FreshnessDesk desk;
        QCOMPARE(desk.view(), QString("stores/shelf-display"));
        QCOMPARE(desk.said("verdict"), QString("Cannot be kept"));
    }

    void aBatchIsNamedThatCannotDo() {
        FreshnessDesk desk;
        desk.select(ElementKind::View, "stores/shelf-display");
        QVERIFY2(desk.said("sentence")
                     .startsWith("The promise of 5 s cannot be kept: the batch of erp alone takes "
                                 "up to 19 min"),
                 qPrintable(desk.said("sentence")));
        QVERIFY2(desk.said("remedy").contains("through an outbox"), qPrintable(desk.said("remedy")));
        QVERIFY(desk.waterfall().description.contains("Batch of erp: erp/stock-on-hand"));
        QVERIFY(desk.waterfall().description.contains(QString::fromUtf8("transport · measured")));
    }

    /// Where not all hops have room, the one to mend is among those that are seen.
    void theHopToMendIsSeen() {
        FreshnessDesk desk;
        desk.panel->resize(1240, 175);
        desk.select(ElementKind::View, "stores/shelf-label");
        const auto* waterfall = desk.child<panels::FigureView>("waterfall");
        const auto& spots = waterfall->figure().spots;
        const auto mend = std::ranges::find_if(spots, [](const auto& spot) {
            return spot.says.contains("collects for") && spot.says.contains("would do");
        });
        QVERIFY(mend != spots.end());
        const auto isSeen = [&] {
            const QRect seen = waterfall->visibleRegion().boundingRect();
            return seen.height() < waterfall->height() && seen.top() <= mend->area.top() &&
                   seen.bottom() + 1 >= mend->area.bottom();
        };
        for (int i = 0; i < 100 && !isSeen(); ++i)
            QTest::qWait(10);
        const QRect seen = waterfall->visibleRegion().boundingRect();
        QVERIFY2(isSeen(), qPrintable(QString("%1 to %2 of %3, hop %4 to %5")
                                          .arg(seen.top())
                                          .arg(seen.bottom())
                                          .arg(waterfall->height())
                                          .arg(mend->area.top())
                                          .arg(mend->area.bottom())));
        // Who scrolls on keeps the place when the same view is filled anew.
        auto* scroll = desk.panel->findChild<QScrollArea*>("hopsScroll")->verticalScrollBar();
        QVERIFY(scroll->value() > 0);
        scroll->setValue(0);
        const QString before = desk.said("sentence");
        const Lookup lookup(desk.model());
        View changed = *lookup.findView(parseRef("stores/shelf-label", {}));
        changed.freshness->within = std::chrono::seconds(29);
        QVERIFY(desk.document.apply(edit::ReplaceElement{changed}));
        desk.analysed();
        QTRY_VERIFY(desk.said("sentence") != before);
        QTest::qWait(20);
        QCOMPARE(scroll->value(), 0);
    }

    /// What the lower end would cut through is not seen at all: half of a hop looks like a whole one.
    void noHopIsCutInHalf() {
        FreshnessDesk desk;
        desk.select(ElementKind::View, "stores/shelf-label");
        auto* area = desk.child<QScrollArea>("hopsScroll");
        auto* cover = area->findChild<QWidget*>("freshnessCover");
        int hidden = 0;
        for (int height = 200; height < 320; height += 10) {
            desk.panel->resize(900, height);
            QTest::qWait(20); // everything finds its place
            const int top = area->verticalScrollBar()->value();
            const int end = top + cover->y() - area->viewport()->y();
            for (const auto& spot : desk.waterfall().spots)
                QVERIFY2(spot.area.top() >= end || spot.area.bottom() <= end, qPrintable(spot.says));
            hidden += cover->height() > 0;
        }
        QVERIFY(hidden > 0);
    }

    /// In the picture itself, where nobody can point: of each hop its class and on what it rests.
    void thePictureSaysWhatAHopIs() {
        FreshnessDesk desk;
        for (const int width : {900, 1240}) {
            desk.panel->resize(width, 300);
            for (const char* view : {"stores/shelf-display", "orders/order-status", "stores/shelf-label"}) {
                desk.select(ElementKind::View, view);
                QStringList words;
                for (const auto& item : desk.waterfall().items)
                    if (const auto* text = std::get_if<picture::Figure::Text>(&item)) words += text->text;
                const QString all = words.join('|');
                for (const QString& line : desk.waterfall().description.split('\n'))
                    if (line.count(QString::fromUtf8(" · ")) == 2)
                        QVERIFY2(all.contains(line.section(QString::fromUtf8(" · "), 0, 1)),
                                 qPrintable(line + " in " + all));
            }
            QVERIFY(desk.waterfall().description.contains("would do"));
        }
    }

    void whatIsAtRiskSaysWhatWouldDo() {
        FreshnessDesk desk;
        desk.select(ElementKind::View, "stores/shelf-label");
        QCOMPARE(desk.said("verdict"), QString("At risk"));
        QVERIFY2(desk.said("remedy").startsWith("To keep it, bring the "), qPrintable(desk.said("remedy")));
    }

    void followsWhateverIsSelected_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("view");
        QTest::addColumn<QString>("change");
        const auto add = [](ElementKind kind, const char* name, const char* view, const char* change) {
            QTest::addRow("%s", name)
                << static_cast<int>(kind) << QString(name) << QString(view) << QString(change);
        };
        add(ElementKind::Event, "payments/PaymentCaptured", "finance/revenue-report",
            "payments/PaymentCaptured");
        add(ElementKind::Fact, "orders/delivery-address", "warehouse/pick-list", "orders/AddressCorrected");
        add(ElementKind::View, "search/stock-badge", "search/stock-badge",
            "availability/ReservationConfirmed");
        add(ElementKind::Decision, "finance/issue-invoice", "finance/completed-orders",
            "orders/OrderCompleted");
    }
    void followsWhateverIsSelected() {
        QFETCH(const int, kind);
        QFETCH(const QString, name);
        QFETCH(const QString, view);
        QFETCH(const QString, change);
        FreshnessDesk desk;
        desk.select(static_cast<ElementKind>(kind), qPrintable(name));
        QCOMPARE(desk.view(), view);
        QCOMPARE(desk.change(), change);
    }

    void aChoiceIsSelectedEverywhere() {
        FreshnessDesk desk;
        auto* box = desk.child<QComboBox>("view");
        box->setCurrentIndex(box->findText("search/stock-badge"));
        emit box->activated(box->currentIndex());
        QVERIFY(desk.selection.current() == desk.id(ElementKind::View, parseRef("search/stock-badge", {})));
        QCOMPARE(desk.view(), QString("search/stock-badge"));
        auto* changes = desk.child<QComboBox>("change");
        QCOMPARE(changes->count(), 3);
        emit changes->activated(2);
        QCOMPARE(desk.change(), QString("availability/SellableStockRecalculated"));
        QCOMPARE(desk.view(), QString("search/stock-badge"));
    }

    void followsTheModel() {
        FreshnessDesk desk(testing::shelf("10s"));
        QCOMPARE(desk.said("verdict"), QString("Kept for certain"));
        const View& view = *desk.model().contexts[1]->views.front();
        View changed = view;
        changed.freshness->within = std::chrono::seconds(1);
        QVERIFY(desk.document.apply(edit::ReplaceElement{changed}));
        desk.analysed();
        QTRY_COMPARE(desk.said("verdict"), QString("Cannot be kept"));
        QVERIFY(
            desk.said("sentence")
                .startsWith("The promise of 1 s cannot be kept: the relay of stock alone takes up to 2 s"));
        QVERIFY(desk.document.apply(edit::Rename{view.id, "rack"}));
        desk.analysed();
        QTRY_COMPARE(desk.view(), QString("shop/rack"));
    }

    void comparesWithWhatIsSupposed() {
        FreshnessDesk desk(testing::shelf("1s"));
        const auto supposed = freshness::keptAnalysis(
            std::make_shared<const Lookup>(document::openText(testing::shelf("10s")).state->model));
        auto& panel = static_cast<panels::FreshnessPanel&>(*desk.panel);
        panel.suppose(supposed);
        QCOMPARE(desk.said("verdict"), QString("Kept for certain"));
        const auto& items = desk.waterfall().items;
        const auto dotted = [](const auto& item) {
            const auto* shape = std::get_if<picture::Figure::Shape>(&item);
            return shape && shape->line.style() == Qt::DotLine;
        };
        QVERIFY(std::ranges::any_of(items, dotted));
        panel.suppose(nullptr);
        QCOMPARE(desk.said("verdict"), QString("Cannot be kept"));
        QVERIFY(std::ranges::none_of(desk.waterfall().items, dotted));
    }

    /// What is tried out is shown as it is turned, and the model again when that is over.
    void followsWhatIsTriedOut() {
        FreshnessDesk desk(testing::shelf("2s"));
        desk.analysed();
        const QString usual = desk.said("verdict");
        desk.whatIf.setValue("contexts.stock.publishing.lag", "{fixed: 5ms}");
        QTRY_VERIFY_WITH_TIMEOUT(desk.whatIf.isUpToDate(), 10'000);
        QVERIFY(desk.said("verdict") != usual);
        desk.whatIf.clear();
        QTRY_VERIFY_WITH_TIMEOUT(desk.whatIf.isUpToDate(), 10'000);
        QCOMPARE(desk.said("verdict"), usual);
        desk.whatIf.setValue("contexts.stock.publishing.lag", "{fixed: 5ms}");
        QTRY_VERIFY_WITH_TIMEOUT(desk.whatIf.isUpToDate(), 10'000);
        desk.whatIf.setOn(false);
        QCOMPARE(desk.said("verdict"), usual);
    }

    /// Two polls of 2 s each: 99 % take at most 4 s - sqrt(2 * 0.01 * 4) s = 3.72 s if they do not depend on
    /// one another, and 4 s however they do. Sentence, waterfall and curve each say which is which.
    void tellsWhatIsExpectedFromWhatIsCertain() {
        const FreshnessDesk desk(
            "factline: 1\ncontexts:\n  stock:\n    facts: {on-hand: {}}\n    publishing: {through: outbox, "
            "lag: {poll: 2s}}\n    channels: {all: {lag: {fixed: 0s}}}\n    events: {StockAdjusted: "
            "{announces: [on-hand], channel: all}}\n  shop:\n    views:\n      shelf:\n        shows: "
            "[stock/on-hand]\n        fedBy: {stock/StockAdjusted: {lag: {poll: 2s}}}\n        freshness: "
            "{within: 3900ms, for: 99%}\n");
        QCOMPARE(desk.said("verdict"), QString("Expected to be kept"));
        const QString sentence = desk.said("sentence");
        QVERIFY2(sentence.contains(QRegularExpression("99 % .*3\\.72 s.*\\b4 s")), qPrintable(sentence));
        const auto said = [&](const char* picture) {
            return child(desk, picture).description.split('\n', Qt::SkipEmptyParts);
        };
        const auto sums = said("waterfallSums");
        QCOMPARE(sums.size(), qsizetype(2));
        QVERIFY2(sums[0].startsWith("99 % ") && sums[0].endsWith(" 3.72 s"), qPrintable(sums[0]));
        QVERIFY2(!sums[1].startsWith("99 % ") && sums[1].endsWith(" 4 s"), qPrintable(sums[1]));
        const auto marks = said("curve");
        QCOMPARE(marks.filter("99 % ").size(), qsizetype(1));
        QVERIFY2(marks.filter("99 % ")[0].endsWith(" 3.72 s"), qPrintable(marks.join('|')));
        QCOMPARE(marks.filter(QRegularExpression("\\b4 s$")).size(), qsizetype(1));
    }

    void saysWhatNobodyDeclared() {
        const FreshnessDesk desk(
            "factline: 1\ncontexts:\n  erp:\n    kind: external\n    facts: {on-hand: {}}\n    "
            "events: {StockAdjusted: {announces: [on-hand]}}\n  shop:\n    views:\n      "
            "shelf: {shows: [erp/on-hand], fedBy: {erp/StockAdjusted: {}}, freshness: {within: "
            "5s}}\n");
        QCOMPARE(desk.said("verdict"), QString("Not known to be kept"));
        QVERIFY2(desk.said("sentence").contains("the publishing lag of erp is not declared"),
                 qPrintable(desk.said("sentence")));
        QVERIFY(!desk.isDrawn("waterfall") && !desk.isDrawn("curve"));
    }

    void saysWhatCouldBePromised() {
        const FreshnessDesk desk(shop("tellsFreshness: true"));
        QCOMPARE(desk.said("verdict"), QString("No promise"));
        QVERIFY2(desk.said("remedy").startsWith("A promise of 2 s for 99 %"),
                 qPrintable(desk.said("remedy")));
        QVERIFY(desk.isDrawn("waterfall") && desk.isDrawn("curve"));
    }

    void inviteWhereThereIsNothing() {
        const FreshnessDesk desk("factline: 1\nmodel: Empty\n");
        QVERIFY(desk.said("remedy").startsWith("No view shows a fact yet."));
        QVERIFY(!desk.child<QComboBox>("view")->isVisible());
    }

    void tellsWhatDecisionsRisk() {
        const FreshnessDesk desk(shop("tellsFreshness: true", "    decisions:\n      sell: {reads: {shelf: "
                                                              "{tolerates: 1500ms}}}\n"));
        QCOMPARE(desk.risks(),
                 QStringList{"shop/sell tolerates 1.5 s, and what it reads is older in 25 % of the "
                             "cases."});
    }

    /// Who has selected a decision asks what it risks: that stands first, without scrolling.
    void aSelectedDecisionTellsItsOwnStory() {
        FreshnessDesk desk(shop("tellsFreshness: true", "    decisions:\n      sell: {reads: {shelf: "
                                                        "{tolerates: 1500ms}}}\n"));
        const auto top = [&](const char* label) {
            QCoreApplication::processEvents();
            const auto* found = desk.child<QLabel>(QString::fromLatin1(label));
            return found->mapTo(desk.panel.get(), QPoint(0, 0)).y();
        };
        desk.select(ElementKind::Decision, "shop/sell");
        QTRY_VERIFY(top("risk shop/sell") < top("verdict"));
        desk.select(ElementKind::View, "shop/shelf");
        QTRY_VERIFY(top("risk shop/sell") > top("verdict"));
    }

    /// Where that stands below what is seen, a button says so and leads there.
    void whoReliesOnItIsFoundBelowTheFold() {
        FreshnessDesk desk;
        desk.panel->resize(700, 220);
        desk.select(ElementKind::View, "stores/shelf-display");
        auto* button = desk.child<QToolButton>("toRisks");
        QTRY_VERIFY(button->isVisible());
        QTest::qWait(100); // until all that hangs on the width has come to rest
        button->click();
        const auto isSeen = [&] { // asked for anew: the story is told anew when more is known
            const auto* risk = desk.child<QLabel>("risk stores/promise-at-the-counter");
            return risk && !risk->visibleRegion().isEmpty();
        };
        QTRY_VERIFY(isSeen());
        QTRY_VERIFY(!button->isVisible());
        desk.panel->resize(900, 900);
        desk.select(ElementKind::View, "search/stock-badge");
        QTRY_VERIFY(!button->isVisible());
    }

    void tellsWhoSeesItBesideAnother() {
        FreshnessDesk desk;
        desk.select(ElementKind::View, "checkout/basket-price");
        const QStringList risks = desk.risks().filter("shopper also sees search/result-price");
        QCOMPARE(risks.size(), 1);
        QVERIFY(risks[0].contains("30 s is allowed"));
    }

    void exportsPicturesThatOpen() {
        FreshnessDesk desk;
        QTemporaryDir folder;
        for (const char* name : {"waterfall", "curve"}) {
            auto* view = desk.child<panels::FigureView>(name);
            const QString svg = folder.filePath(QString(name) + ".svg");
            const QString png = folder.filePath(QString(name) + ".png");
            view->exportTo(svg.toStdString());
            view->exportTo(png.toStdString());
            QTRY_VERIFY_WITH_TIMEOUT(!desk.exporting.isBusy(), 20'000);
            // Neither is empty: both have ink of several colours.
            QSvgRenderer drawing(svg);
            QVERIFY(drawing.isValid());
            QImage drawn(drawing.defaultSize(), QImage::Format_ARGB32);
            drawn.fill(Qt::white);
            QPainter painter(&drawn);
            drawing.render(&painter);
            painter.end();
            for (const QImage& picture : {drawn, QImage(png)}) {
                std::set<QRgb> colours;
                for (int y = 0; y < picture.height(); ++y)
                    for (int x = 0; x < picture.width(); ++x)
                        colours.insert(picture.pixel(x, y));
                QVERIFY2(colours.size() > 20, name);
            }
        }
        QCOMPARE(desk.told.toasts.size(), 4);
        desk.child<panels::FigureView>("curve")->exportTo(folder.filePath("a.doc").toStdString());
        QTRY_COMPARE(desk.told.notices.size(), 1);
    }

    void restsWhileItIsHidden() {
        FreshnessDesk desk(testing::shelf("10s"));
        QSignalSpy counts(desk.panel.get(), &panels::Panel::countChanged);
        desk.panel->hide();
        View changed = *desk.model().contexts[1]->views.front();
        changed.freshness->within = std::chrono::milliseconds(1);
        QVERIFY(desk.document.apply(edit::ReplaceElement{changed}));
        desk.analysed();
        QCOMPARE(counts.size(), 1);
        QCOMPARE(counts.front().front().toInt(), 1);
        QCOMPARE(desk.said("verdict"), QString("Kept for certain"));
        desk.panel->show();
        QTRY_VERIFY(desk.said("verdict") != "Kept for certain");
    }
};

QTEST_MAIN(TestFreshnessPanel)
#include "tst_freshness_panel.moc"
