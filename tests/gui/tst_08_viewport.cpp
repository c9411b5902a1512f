// SPDX-License-Identifier: Apache-2.0
#include <QWheelEvent>

#include "sketch.h"

using namespace factline;
using namespace factline::testing;

/// Zooming keeps what is under the pointer, and nothing but the reader moves the picture.
class ViewportStays : public QObject {
    Q_OBJECT
private slots:
    void zoomsAtThePointer();
    void keysShowTheWholeTheRealAndTheChosen();
    void theWholeIsThatOfTheLastEdit();
    void editsLeaveItWhereItIs_data();
    void editsLeaveItWhereItIs();
    void panelsMakeNothingSmaller();
    void whatIfMovesNothing_data();
    void whatIfMovesNothing();
    void whatIsSaidGivesWayToLines();
    void zoomsAtThePointerInALargeModel();
    void staysWhileTheModelChanges();
    void staysFromRunToRun();
};

void ViewportStays::zoomsAtThePointer() {
    Sketcher user;
    auto& canvas = user.canvas();
    const QPoint pointer = user.at("view finance/open-orders") + QPoint(7, -3);
    QCursor::setPos(canvas.mapToGlobal(pointer));
    user.moveTo(pointer);
    const QPointF under = canvas.viewport().toDiagram(QPointF(pointer));
    const auto stays = [&](const char* what) {
        const QPointF off = canvas.viewport().toDiagram(QPointF(pointer)) - under;
        QVERIFY2(off.manhattanLength() < 0.01, what);
    };
    double scale = canvas.viewport().scale;
    for (const int turn : {240, 120, -480}) {
        QWheelEvent wheel(QPointF(pointer), QPointF(canvas.mapToGlobal(pointer)), {}, {0, turn}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas, &wheel);
        QVERIFY(turn > 0 ? canvas.viewport().scale > scale : canvas.viewport().scale < scale);
        scale = canvas.viewport().scale;
        stays("wheel");
    }
    for (const Qt::Key key : {Qt::Key_Minus, Qt::Key_1, Qt::Key_Plus}) {
        user.press(key);
        QVERIFY(canvas.viewport().scale != scale);
        scale = canvas.viewport().scale;
        stays("key");
    }
}

void ViewportStays::keysShowTheWholeTheRealAndTheChosen() {
    Sketcher user;
    auto& canvas = user.canvas();
    const auto fitted = canvas.viewport();
    const auto seen = [&] { return canvas.viewport().toDiagram(QRectF(canvas.rect())); };
    QVERIFY(seen().contains(canvas.extent()));
    user.press(Qt::Key_Minus);
    user.press(Qt::Key_1);
    QCOMPARE(canvas.viewport().scale, 1.0);
    user.click("event orders/OrderPlaced");
    canvas.scrollBy({-3000, 500});
    user.press(Qt::Key_2);
    const QRectF chosen = user.places().at("event orders/OrderPlaced");
    QVERIFY(seen().contains(chosen));
    QVERIFY((seen().center() - chosen.center()).manhattanLength() < 1);
    user.press(Qt::Key_0);
    QCOMPARE(canvas.viewport(), fitted);
}

void ViewportStays::theWholeIsThatOfTheLastEdit() {
    Sketcher user;
    auto& canvas = user.canvas();
    const QRectF before = canvas.extent();
    for (const char* name : {"a-first-new-one", "a-second-new-one", "a-third-new-one"}) {
        Context context;
        context.name = name;
        QVERIFY(user.document().apply(edit::AddElement{context, {}, {}}));
    }
    QTest::keyClick(&canvas, Qt::Key_0); // the picture of it is not there yet
    QCOMPARE(canvas.extent(), before);
    user.settle();
    QVERIFY(canvas.extent() != before);
    QVERIFY(canvas.viewport().toDiagram(QRectF(canvas.rect())).contains(canvas.extent()));
}

void ViewportStays::editsLeaveItWhereItIs_data() {
    QTest::addColumn<bool>("fitted");
    QTest::newRow("as it was opened") << true;
    QTest::newRow("zoomed and moved") << false;
}

void ViewportStays::editsLeaveItWhereItIs() {
    QFETCH(bool, fitted);
    Sketcher user;
    auto& canvas = user.canvas();
    user.moveTo({2, 2});
    if (!fitted) {
        user.press(Qt::Key_Minus);
        canvas.scrollBy({-60, 33});
    }
    const auto viewport = canvas.viewport();
    const auto stays = [&](const char* after) {
        user.settle();
        QTest::qWait(0); // bars and docks find their places
        QVERIFY2(canvas.viewport() == viewport, after);
    };
    user.click("event orders/OrderPlaced");
    user.say(Qt::Key_F2, "OrderTaken");
    stays("a new name");
    user.say(Qt::Key_C, "returns");
    stays("a new context");
    user.press(Qt::Key_Z, Qt::ControlModifier);
    stays("undo");
    user.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    stays("redo");
    user.click("view finance/open-orders");
    user.press(Qt::Key_Delete);
    stays("deleting");
    user.press(Qt::Key_Z, Qt::ControlModifier);
    stays("undo of deleting");
    user.save();
    stays("saving");

    // Somebody else saves the file: a bar says so above the canvas, which becomes smaller by it.
    const int height = canvas.height();
    write(user.file, read(user.file) + "  stock: {}\n");
    QTRY_VERIFY(user.bar("on disk") != nullptr);
    user.settle();
    QVERIFY(user.id("context stock"));
    QTRY_VERIFY(canvas.height() < height);
    stays("reading it again");
    user.answer("on disk", "Back to the former version");
    stays("going back");
}

/// A panel that opens takes room, and what is read stays as large as it is.
void ViewportStays::panelsMakeNothingSmaller() {
    User user;
    auto& canvas = user.canvas();
    user.window->resize(1280, 720);
    user.open(retail);
    const auto fitted = canvas.viewport();
    const auto seen = [&] { return canvas.viewport().toDiagram(QRectF(canvas.rect())); };
    const QPointF middle = seen().center();
    const int height = canvas.height();
    const auto toggle = [&] { user.press(Qt::Key_J, Qt::ControlModifier); };
    const auto opens = [&] {
        toggle();
        QTRY_VERIFY(canvas.height() < height);
    };
    const auto closes = [&] {
        toggle();
        QTRY_COMPARE(canvas.height(), height);
    };
    opens();
    QCOMPARE(canvas.viewport().scale, fitted.scale);
    QVERIFY(std::abs(seen().center().x() - middle.x()) < 2);
    for (const auto& context : canvas.diagram().contexts) // those at the top still say what they are
        QVERIFY2(context.rect.y >= seen().top(), context.title.c_str());
    closes();
    QCOMPARE(canvas.viewport(), fitted);

    // What is chosen stays in view, by no more than that takes.
    const auto places = user.places();
    const auto& nodes = canvas.diagram().nodes;
    const QString lowest = User::nameOf(std::ranges::max_element(nodes, {}, [](const auto& node) {
                                            return picture::toQt(node.rect).bottom();
                                        })->key);
    user.click(lowest);
    opens();
    QCOMPARE(canvas.viewport().scale, fitted.scale);
    QVERIFY(seen().contains(places.at(lowest)));
    closes();
    QCOMPARE(canvas.viewport(), fitted);

    // A problem is shown, and its panel takes the lower part.
    user.press(Qt::Key_F8);
    QTRY_VERIFY(canvas.height() < height);
    QCOMPARE(canvas.viewport().scale, fitted.scale);
    QVERIFY(seen().contains(user.places().at(user.selected())));

    // Another size of the window is another picture of the whole.
    user.press(Qt::Key_0);
    const double low = canvas.viewport().scale;
    QVERIFY(low < fitted.scale);
    user.window->resize(1280, 900);
    QTRY_VERIFY(canvas.viewport().scale > low);
    user.window->resize(1280, 720);
    QTRY_COMPARE(canvas.viewport().scale, low);
}

void ViewportStays::whatIfMovesNothing_data() {
    QTest::addColumn<bool>("fitted");
    QTest::addColumn<QSize>("size");
    QTest::newRow("as it was opened, wide") << true << QSize(1440, 700);
    QTest::newRow("as it was opened, high") << true << QSize(1000, 900);
    QTest::newRow("zoomed and moved") << false << QSize(1280, 720);
}

/// The bar that says that this is not the model leaves the map where it was on the screen, and all of it in
/// view.
void ViewportStays::whatIfMovesNothing() {
    QFETCH(bool, fitted);
    QFETCH(QSize, size);
    User user;
    auto& canvas = user.canvas();
    user.window->resize(size);
    user.open(retail);
    if (!fitted) {
        user.press(Qt::Key_Plus);
        canvas.scrollBy({-60, 33});
    }
    const auto* bar = user.window->findChild<QWidget*>("whatIfBar");
    const auto where = [&] { return user.inWindow(user.at("view search/stock-badge")); };
    const auto before = where();
    const QSize room = canvas.size();
    user.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(bar->isVisible());
    QTRY_VERIFY(canvas.height() < room.height());
    QTest::qWait(100); // docks find their places
    QCOMPARE(where(), before);
    if (fitted) QVERIFY(canvas.viewport().toDiagram(QRectF(canvas.rect())).contains(canvas.extent()));
    user.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(canvas.size(), room);
    QCOMPARE(where(), before);
}

/// Lines are looked at, too.
void ViewportStays::whatIsSaidGivesWayToLines() {
    User user;
    auto& canvas = user.canvas();
    const auto* toast = user.window->findChild<shell::Toast*>();
    const auto file = user.place.file("far.factline.yaml");
    write(file, tiny + "  finance:\n    views:\n      open-orders: {fedBy: {orders/OrderPlaced: {}}}\n");
    write(user.place.file("far.layout.json"), R"({"format": 1, "nodes": {
        "context orders": [0, 0], "fact orders/order": [16, 40], "event orders/OrderPlaced": [16, 120],
        "context finance": [3000, 80], "view finance/open-orders": [3016, 120]}})");
    user.open(file);
    const auto& edges = canvas.diagram().edges;
    const auto feeds = std::ranges::find(edges, propagation::HopKind::Feeds, &diagram::EdgeShape::kind);
    QVERIFY(feeds != edges.end());
    QPainterPath line(QPointF(feeds->path[0].x, feeds->path[0].y));
    for (std::size_t i = 1; i + 2 < feeds->path.size(); i += 3)
        line.cubicTo({feeds->path[i].x, feeds->path[i].y}, {feeds->path[i + 1].x, feeds->path[i + 1].y},
                     {feeds->path[i + 2].x, feeds->path[i + 2].y});
    const auto covered = [&] {
        QPainterPath place;
        place.addRect(canvas.viewport().toDiagram(QRectF(toast->geometry())));
        return place.intersects(QPainterPathStroker().createStroke(line));
    };
    user.press(Qt::Key_F); // nothing is selected
    QVERIFY(!user.toasted().isEmpty());
    // Nothing but the line is below it.
    canvas.lookAt({line.pointAtPercent(0.5), 1});
    canvas.scrollBy(QPointF(toast->geometry().center() - canvas.rect().center()));
    QVERIFY(covered());
    QTRY_VERIFY(!covered());
    QVERIFY(canvas.rect().contains(toast->geometry()));
    // All of the map again.
    user.press(Qt::Key_0);
    QTRY_VERIFY(!covered());
}

void ViewportStays::zoomsAtThePointerInALargeModel() {
    User user;
    user.open(retail);
    auto& canvas = user.canvas();
    const auto fitted = canvas.viewport();
    const QPoint pointer = user.at("view search/stock-badge");
    const QPointF under = fitted.toDiagram(QPointF(pointer));
    const auto stays = [&] {
        return (canvas.viewport().toDiagram(QPointF(pointer)) - under).manhattanLength() < 0.01;
    };
    const QPoint global = canvas.mapToGlobal(pointer);
    QWheelEvent turn(pointer, global, {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&canvas, &turn);
    QVERIFY(canvas.viewport().scale > fitted.scale);
    QVERIFY(stays());
    user.point(pointer);
    user.press(Qt::Key_Plus);
    user.press(Qt::Key_Plus);
    user.press(Qt::Key_Minus);
    QVERIFY(stays());
    user.press(Qt::Key_1);
    QCOMPARE(canvas.viewport().scale, 1.0);
    QVERIFY(stays());
    user.press(Qt::Key_0);
    QCOMPARE(canvas.viewport(), fitted);
    user.click("view search/stock-badge");
    user.press(Qt::Key_2);
    const QRectF place = user.places().at("view search/stock-badge");
    const QRectF seen = canvas.viewport().toDiagram(QRectF(canvas.rect()));
    QVERIFY(seen.contains(place));
    QVERIFY((seen.center() - place.center()).manhattanLength() < 1);
}

void ViewportStays::staysWhileTheModelChanges() {
    User user;
    const auto file = user.place.file("retail.factline.yaml");
    std::filesystem::copy_file(retail, file);
    user.open(file);
    user.click("event orders/OrderCompleted");
    user.press(Qt::Key_1);
    user.drag(user.canvas().rect().center(), {-60, 20}, Qt::MiddleButton);
    user.settle();
    const auto look = user.canvas().viewport();
    const auto unmoved = [&] {
        user.settle();
        return user.canvas().viewport() == look;
    };
    user.press(Qt::Key_F2);
    user.enter("CheckoutFinished");
    QVERIFY(unmoved());
    user.press(Qt::Key_Delete);
    QVERIFY(unmoved());
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(unmoved());
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(unmoved());
    std::string theirs = read(retail);
    theirs.replace(theirs.find("OrderCompleted"), 14, "OrderWasFilled");
    write(file, theirs);
    QTRY_VERIFY(user.text().contains("OrderWasFilled"));
    QVERIFY(unmoved());
}

/// Whoever comes back to a file sees what they left, and another file has a view of its own.
void ViewportStays::staysFromRunToRun() {
    User user;
    const auto file = user.place.file("tiny.factline.yaml");
    const auto other = user.place.file("other.factline.yaml");
    write(file, tiny);
    write(other, tiny);
    user.open(file);
    user.click("event orders/OrderPlaced");
    user.press(Qt::Key_Plus);
    user.canvas().scrollBy({37, -21});
    const auto seen = user.canvas().look();
    const auto isSeen = [&] {
        const auto now = user.canvas().look();
        return now.scale == seen.scale && (now.centre - seen.centre).manhattanLength() < 1;
    };
    const auto comeBackTo = [&](const std::filesystem::path& to) {
        user.press(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(user.window.isNull());
        user.start();
        user.open(to);
    };
    comeBackTo(other);
    QVERIFY(!isSeen());
    QCOMPARE(user.selected(), QString());
    comeBackTo(file);
    QVERIFY(isSeen());
    QCOMPARE(user.selected(), QString("event orders/OrderPlaced"));
    QVERIFY(!user.document().isDirty());
}

QTEST_MAIN(ViewportStays)
#include "tst_08_viewport.moc"
