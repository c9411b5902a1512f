// SPDX-License-Identifier: Apache-2.0
#include "canvas/diagram_view.h"

#include <set>
#include <utility>

#include <QWheelEvent>
#include <QtTest>

#include "canvas/hit.h"
#include "support/hand_drawn.h"

using namespace factline;
using canvas::DiagramView;
using canvas::Viewport;

namespace {

picture::Theme light() {
    return picture::loadTheme("light").value();
}

/// A view of 900 x 600 pixels that shows the diagram drawn by hand.
struct Shown {
    DiagramView view{light()};
    Shown() {
        view.resize(900, 600);
        view.show();
        view.setDiagram(test::shared(test::handDrawn()));
    }
};

/// Marks what it is told to, and counts how often its diagram was painted.
class Marking : public DiagramView {
public:
    using DiagramView::DiagramView;
    std::set<ElementKey> rings;
    std::set<std::size_t> path;
    mutable int painted = 0;

protected:
    std::set<ElementKey> ringed() const override { return rings; }
    void mark(picture::PaintOptions& options) const override { options.litEdges = path; }
    void paintDiagram(QPainter& painter, const picture::PaintOptions& options) const override {
        ++painted;
        DiagramView::paintDiagram(painter, options);
    }
};

void wheel(DiagramView& view, const QPointF& at, int notches) {
    QWheelEvent event(at, view.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &event);
}

bool near(const QPointF& a, const QPointF& b) {
    return (a - b).manhattanLength() < 1e-6;
}

/// To an eye: where edges are smoothed a clip may change the last bit of a colour.
bool looksSame(const QImage& a, const QImage& b) {
    if (a.size() != b.size()) return false;
    constexpr int invisible = 4; // of 255
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y), other = b.pixelColor(x, y);
            if (std::abs(one.red() - other.red()) > invisible ||
                std::abs(one.green() - other.green()) > invisible ||
                std::abs(one.blue() - other.blue()) > invisible)
                return false;
        }
    return true;
}

/// Too large to be prepared while the window waits.
diagram::Diagram large() {
    diagram::Diagram large;
    for (std::uint32_t i = 0; i < 4000; ++i) {
        diagram::NodeShape node;
        node.id = {i + 1};
        node.key = {ElementKind::Event, fmt::format("orders/E{}", i)};
        node.rect = {i % 60 * 200.0, i / 60 * 80.0, 160, 48};
        node.fullName = fmt::format("E{}", i);
        node.lines = {node.fullName};
        large.nodes.push_back(std::move(node));
    }
    large.bounds = {0, 0, 12000, 5400};
    return large;
}

} // namespace

/// Zoom and pan behave as a hand expects.
class TestDiagramView : public QObject {
    Q_OBJECT
private slots:
    void wheelKeepsThePointUnderThePointer();
    void zoomStaysWithinLimits();
    void firstDiagramIsFitted();
    void whatComesToAnEmptyDiagramIsFitted();
    void fitFollowsTheWindow();
    void laterDiagramsLeaveTheViewport();
    void editsEndTheFit();
    void keysZoomAndMove();
    void dragMoves_data();
    void dragMoves();
    void bringsIntoView();
    void tipsTellNamesAndBadges();
    void badgesAreMarkedWithoutANewDiagram();
    void badgesAreMarkedOnASmallScale();
    void aSelectionInTheOverviewCostsNoNewPicture();
    void themeRepaints();
    void themeOfALargePictureComesLater();
    void onlyTheFirstPictureIsSaidToBePrepared();
    void newLayoutOfALargePictureComesLater();
    void nothingEarlierComesAfterIt();
    void withoutADiagramNothingHappens();
};

void TestDiagramView::wheelKeepsThePointUnderThePointer() {
    Shown shown;
    const QPointF pointer(123, 456);
    for (const int notches : {1, 3, -2, -5, 7}) {
        const double scale = shown.view.viewport().scale;
        const QPointF before = shown.view.viewport().toDiagram(pointer);
        wheel(shown.view, pointer, notches);
        QVERIFY(near(shown.view.viewport().toDiagram(pointer), before));
        QVERIFY((shown.view.viewport().scale > scale) == (notches > 0));
    }
}

void TestDiagramView::zoomStaysWithinLimits() {
    Shown shown;
    wheel(shown.view, {10, 10}, 500);
    QCOMPARE(shown.view.viewport().scale, canvas::largestScale);
    wheel(shown.view, {10, 10}, -500);
    QCOMPARE(shown.view.viewport().scale, canvas::smallestScale);
}

void TestDiagramView::firstDiagramIsFitted() {
    Shown shown;
    const QRectF seen = shown.view.viewport().toDiagram(QRectF(shown.view.rect()));
    QVERIFY(seen.contains(QRectF(0, 0, 896, 464)));
    QVERIFY(shown.view.viewport().scale > 0.8);
}

void TestDiagramView::whatComesToAnEmptyDiagramIsFitted() {
    Shown shown;
    const diagram::Diagram whole = shown.view.diagram();
    shown.view.clear();
    shown.view.setDiagram(test::shared({}));
    shown.view.setDiagram(test::shared(whole));
    const QRectF seen = shown.view.viewport().toDiagram(QRectF(shown.view.rect()));
    QVERIFY(seen.contains(QRectF(0, 0, 896, 464)));
    QVERIFY(std::abs(seen.center().x() - 448) < 2); // not in the corner where nothing began
}

void TestDiagramView::fitFollowsTheWindow() {
    Shown shown;
    shown.view.resize(500, 300);
    QCoreApplication::processEvents();
    QVERIFY(shown.view.viewport().toDiagram(QRectF(shown.view.rect())).contains(QRectF(0, 0, 896, 464)));
    wheel(shown.view, {10, 10}, 2); // from here on it is the user's
    const Viewport own = shown.view.viewport();
    shown.view.resize(700, 500);
    QCoreApplication::processEvents();
    QCOMPARE(shown.view.viewport(), own);
}

void TestDiagramView::laterDiagramsLeaveTheViewport() {
    Shown shown;
    wheel(shown.view, {200, 200}, 4);
    const Viewport before = shown.view.viewport();
    auto other = test::handDrawn();
    other.bounds.width = 5000;
    shown.view.setDiagram(test::shared(other));
    QCOMPARE(shown.view.viewport(), before);
}

void TestDiagramView::editsEndTheFit() {
    Shown shown;
    auto other = test::handDrawn();
    other.bounds.width = 5000;
    shown.view.setDiagram(test::shared(other));
    const Viewport before = shown.view.viewport();
    shown.view.resize(900, 560); // a bar comes
    QCoreApplication::processEvents();
    QCOMPARE(shown.view.viewport(), before);
}

void TestDiagramView::keysZoomAndMove() {
    Shown shown;
    QSignalSpy zoomed(&shown.view, &DiagramView::zoomChanged);
    QTest::keyClick(&shown.view, Qt::Key_1);
    QCOMPARE(shown.view.viewport().scale, 1.0);
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    QVERIFY(shown.view.viewport().scale > 1);
    QTest::keyClick(&shown.view, Qt::Key_Minus);
    QVERIFY(std::abs(shown.view.viewport().scale - 1) < 1e-9);
    QVERIFY(zoomed.count() >= 3);
    const QPointF before = shown.view.viewport().offset;
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QVERIFY(shown.view.viewport().offset.x() < before.x());
    QTest::keyClick(&shown.view, Qt::Key_Left);
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QVERIFY(shown.view.viewport().offset.y() < before.y());
    QTest::keyClick(&shown.view, Qt::Key_Up);
    QCOMPARE(shown.view.viewport().offset, before);
    wheel(shown.view, {1, 1}, 9);
    QTest::keyClick(&shown.view, Qt::Key_0);
    QVERIFY(shown.view.viewport().toDiagram(QRectF(shown.view.rect())).contains(QRectF(0, 0, 896, 464)));
}

void TestDiagramView::dragMoves_data() {
    QTest::addColumn<int>("button");
    QTest::newRow("left") << int(Qt::LeftButton);
    QTest::newRow("middle") << int(Qt::MiddleButton);
}

void TestDiagramView::dragMoves() {
    QFETCH(int, button);
    Shown shown;
    const Viewport before = shown.view.viewport();
    QTest::mousePress(&shown.view, Qt::MouseButton(button), {}, {300, 300});
    QTest::mouseMove(&shown.view, {340, 320});
    QTest::mouseMove(&shown.view, {360, 290});
    QTest::mouseRelease(&shown.view, Qt::MouseButton(button), {}, {360, 290});
    QCOMPARE(shown.view.viewport().offset, before.offset + QPointF(60, -10));
    QCOMPARE(shown.view.viewport().scale, before.scale);
    QTest::mouseMove(&shown.view, {10, 10});
    QCOMPARE(shown.view.viewport().offset, before.offset + QPointF(60, -10));
}

void TestDiagramView::bringsIntoView() {
    Shown shown;
    shown.view.zoomTo(6);
    const QRectF place(680, 248, 100, 40);
    QVERIFY(!shown.view.viewport().toDiagram(QRectF(shown.view.rect())).contains(place));
    shown.view.bringIntoView(place);
    const Viewport after = shown.view.viewport();
    QVERIFY(after.toDiagram(QRectF(shown.view.rect())).contains(place));
    shown.view.bringIntoView(place.adjusted(10, 10, -10, -10)); // seen already: nothing moves
    QCOMPARE(shown.view.viewport(), after);
}

void TestDiagramView::tipsTellNamesAndBadges() {
    const auto diagram = test::handDrawn();
    const QString tip = canvas::tipAt(diagram, {700, 260});
    QVERIFY(tip.contains("view finance/completed-orders"));
    QVERIFY(tip.contains("two errors") && tip.contains("at risk"));
    QVERIFY(canvas::tipAt(diagram, {700, 400}).contains("Nobody declares it"));
    QVERIFY(canvas::tipAt(diagram, {100, 150}).contains("context inventory"));
    QVERIFY(canvas::tipAt(diagram, {280, 5}).isEmpty());
}

/// What is painted anew where badges change is what a new picture would be, also after moving about.
void TestDiagramView::badgesAreMarkedWithoutANewDiagram() {
    auto diagram = test::handDrawn();
    picture::BadgesByNode badges;
    for (std::size_t i = 0; i < diagram.nodes.size(); i += 2)
        badges[i] = {{diagram::Badge::Kind::AtRisk, i == 0 ? "3.1 s → 0.9 s" : "4 s", "told"}};
    for (const auto& [node, its] : badges)
        diagram.nodes[node].badges = its;
    for (const double scale : {0.0, 0.4, 1.3}) {
        Shown shown;
        if (scale > 0) shown.view.zoomTo(scale);
        const QImage before = shown.view.grab().toImage();
        shown.view.setBadges(badges);
        QVERIFY(shown.view.diagram() == diagram);
        const QImage marked = shown.view.grab().toImage();
        QVERIFY(marked != before);
        Shown anew;
        anew.view.setDiagram(test::shared(diagram));
        anew.view.lookAt(shown.view.look());
        QCOMPARE(anew.view.viewport(), shown.view.viewport());
        // On a small scale all names would be of another size; here the others stay as they are.
        const bool isWhole = picture::detailAt(shown.view.viewport().scale) == picture::Detail::Full;
        if (isWhole) QVERIFY(looksSame(marked, anew.view.grab().toImage()));
        shown.view.refresh();
        QVERIFY(looksSame(marked, shown.view.grab().toImage()));
        shown.view.setBadges({{0, {}}});
        shown.view.scrollBy({17, -9});
        const QImage moved = shown.view.grab().toImage();
        shown.view.refresh();
        QVERIFY(looksSame(moved, shown.view.grab().toImage()));
        diagram.nodes[0].badges.clear();
        anew.view.setDiagram(test::shared(diagram));
        anew.view.scrollBy({17, -9});
        if (isWhole) QVERIFY(looksSame(moved, anew.view.grab().toImage()));
        diagram.nodes[0].badges = badges[0];
    }
}

/// The same where one badge takes the place of another as large: names keep their size in a new picture, too.
void TestDiagramView::badgesAreMarkedOnASmallScale() {
    auto diagram = test::handDrawn();
    const auto position =
        std::ranges::find(diagram.nodes, "availability/stock-position",
                          [](const auto& node) -> const std::string& { return node.key.name; });
    position->badges = {{diagram::Badge::Kind::AtRisk, "8 s", "told"}};
    Shown shown;
    shown.view.zoomTo(0.4);
    const QImage before = shown.view.grab().toImage();
    shown.view.setBadges({{static_cast<std::size_t>(position - diagram.nodes.begin()), position->badges}});
    const QImage marked = shown.view.grab().toImage();
    QVERIFY(marked != before);
    Shown anew;
    anew.view.setDiagram(test::shared(diagram));
    anew.view.lookAt(shown.view.look());
    QVERIFY(looksSame(marked, anew.view.grab().toImage()));
}

void TestDiagramView::aSelectionInTheOverviewCostsNoNewPicture() {
    Marking view{light()};
    view.resize(900, 600);
    view.show();
    view.setDiagram(test::shared(test::handDrawn()));
    view.zoomTo(0.2);
    QImage before = view.grab().toImage();
    const int painted = view.painted;

    const auto showsSomethingElse = [&] {
        view.remark();
        const QImage now = view.grab().toImage();
        return !looksSame(now, std::exchange(before, now));
    };
    view.rings = {view.diagram().nodes.front().key, view.diagram().contexts.back().key};
    QVERIFY(showsSomethingElse());
    QCOMPARE(view.painted, painted);
    view.refresh();
    QVERIFY(looksSame(before, view.grab().toImage()));

    // A path passes behind boxes and words.
    view.path = {0, 1};
    QVERIFY(showsSomethingElse());

    // Nearer, all else is dimmed.
    view.zoomTo(1);
    view.grab();
    const int near = view.painted;
    view.rings.clear();
    view.remark();
    view.grab();
    QCOMPARE(view.painted, near + 1);
}

void TestDiagramView::themeRepaints() {
    Shown shown;
    const QImage before = shown.view.grab().toImage();
    QCOMPARE(before.pixelColor(1, 1), light().canvas);
    const auto dark = picture::loadTheme("dark").value();
    shown.view.setTheme(dark);
    const QImage after = shown.view.grab().toImage();
    QCOMPARE(after.pixelColor(1, 1), dark.canvas);
    const QPoint inside = shown.view.viewport().toScreen({190, 58}).toPoint();
    QCOMPARE(after.pixelColor(inside), dark.fact.fill);
}

/// A large picture is prepared in another theme on another thread: it is of one theme at every time, and what
/// is marked meanwhile is not lost.
void TestDiagramView::themeOfALargePictureComesLater() {
    const auto diagram = test::shared(large());
    const auto dark = picture::loadTheme("dark").value();
    const picture::BadgesByNode kept{{0, {{diagram::Badge::Kind::Kept, "1 s", {}}}}};
    const picture::BadgesByNode broken{{0, {{diagram::Badge::Kind::Broken, "9 h", {}}}}};
    const auto shows = [&](DiagramView& view, const picture::BadgesByNode& badges) {
        view.resize(600, 400);
        view.show();
        view.setDiagram(diagram);
        view.setBadges(badges);
        view.lookAt({{80, 24}, 1.5});
    };
    DiagramView view(light());
    shows(view, kept);
    const QImage before = view.grab().toImage();
    view.setTheme(dark);
    QVERIFY(view.isPreparing());
    QVERIFY(looksSame(view.grab().toImage(), before));
    view.setBadges(broken);
    QTRY_VERIFY(!view.isPreparing());
    DiagramView anew(dark);
    shows(anew, broken);
    QVERIFY(looksSame(view.grab().toImage(), anew.grab().toImage()));
}

/// Who listens tells that the model is read: not again for another theme.
void TestDiagramView::onlyTheFirstPictureIsSaidToBePrepared() {
    const auto diagram = test::shared(large());
    DiagramView view(light());
    QSignalSpy prepared(&view, &DiagramView::prepared);
    QVERIFY(!view.isReadyFor(diagram, [&] { view.setDiagram(diagram); }));
    QVERIFY(prepared.wait(20'000));
    QVERIFY(view.hasDiagram());
    view.setTheme(picture::loadTheme("dark").value());
    QVERIFY(view.isPreparing());
    QTRY_VERIFY(!view.isPreparing());
    QCOMPARE(prepared.count(), 1);
}

/// Until it is prepared the picture stays as it was; a theme that is chosen meanwhile is that of both.
void TestDiagramView::newLayoutOfALargePictureComesLater() {
    const auto diagram = test::shared(large());
    diagram::Diagram other = *diagram;
    other.nodes.front().rect.x += 400;
    const auto edited = test::shared(other);
    for (auto& node : other.nodes)
        node.rect.y += 40;
    const auto laidOut = test::shared(other);
    const auto dark = picture::loadTheme("dark").value();
    DiagramView view(light());
    view.resize(600, 400);
    view.show();
    view.setDiagram(diagram);
    QVERIFY(view.isReadyFor(edited, [] { QFAIL("a small edit does not wait"); }));
    QVERIFY(!view.isReadyFor(laidOut, [&] { view.setDiagram(laidOut); }));
    view.setTheme(dark);
    QVERIFY(view.isPreparing());
    QCOMPARE(view.sharedDiagram(), diagram);
    QTRY_COMPARE(view.sharedDiagram(), laidOut);
    QVERIFY(!view.isPreparing());
    DiagramView anew(dark);
    anew.resize(600, 400);
    anew.show();
    anew.setDiagram(laidOut);
    anew.lookAt(view.look());
    QVERIFY(looksSame(view.grab().toImage(), anew.grab().toImage()));
}

/// As when a new layout is undone before it has been prepared.
void TestDiagramView::nothingEarlierComesAfterIt() {
    const auto diagram = test::shared(large());
    diagram::Diagram other = *diagram;
    other.nodes.pop_back();
    const auto less = test::shared(other);
    for (auto& node : other.nodes)
        node.rect.y += 40;
    const auto laidOut = test::shared(other);
    const auto dark = picture::loadTheme("dark").value();
    DiagramView view(light());
    view.resize(600, 400);
    view.show();
    view.setDiagram(diagram);
    QVERIFY(!view.isReadyFor(laidOut, [&] { view.setDiagram(laidOut); }));
    view.setTheme(dark);
    QVERIFY(view.isReadyFor(less, [] { QFAIL("a small edit does not wait"); }));
    view.setDiagram(less);
    QTRY_VERIFY(!view.isPreparing());
    QTest::qWait(50);
    QCOMPARE(view.sharedDiagram(), less);
    DiagramView anew(dark);
    anew.resize(600, 400);
    anew.show();
    anew.setDiagram(less);
    anew.lookAt(view.look());
    QVERIFY(looksSame(view.grab().toImage(), anew.grab().toImage()));
}

void TestDiagramView::withoutADiagramNothingHappens() {
    DiagramView view(light());
    view.resize(300, 200);
    view.setInvitation("Open a model.");
    view.show();
    for (const auto key : {Qt::Key_0, Qt::Key_1, Qt::Key_Plus, Qt::Key_Left, Qt::Key_Space})
        QTest::keyClick(&view, key);
    QTest::mouseClick(&view, Qt::LeftButton);
    view.fit();
    QVERIFY(!view.grab().isNull());
}

QTEST_MAIN(TestDiagramView)
#include "tst_diagram_view.moc"
