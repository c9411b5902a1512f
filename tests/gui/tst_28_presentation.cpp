// SPDX-License-Identifier: Apache-2.0
#include <QDockWidget>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>

#include "canvas/hit.h"
#include "guard.h"
#include "picture/lines.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// Before a room: the picture alone, its names larger, the keys as ever; and nothing that has to be answered
/// before the work goes on.
class Presentation : public QObject {
    Q_OBJECT
private slots:
    void showsThePictureAlone();
    void namesGrow();
    void linesSayWhatTheySay();
    void whatIsSaidCoversNothing();
    void keysGoOn();
    void stepsAlongAPath();
    void nothingStandsInTheWay();
};

namespace {

/// Pixels of a projector's 720: where its picture is two metres high, 2.2 cm, which is read from four metres.
constexpr int leastLetters = 8;

bool hasChrome(User& user) {
    bool any = user.window->menuBar()->isVisible() || user.window->statusBar()->isVisible();
    for (const auto* bar : user.window->findChildren<QToolBar*>())
        any |= bar->isVisible();
    for (const auto* dock : user.window->findChildren<QDockWidget*>())
        any |= dock->isVisible();
    return any;
}

/// How high the letters of a node's name are drawn, in pixels.
int letters(User& user, const QString& name) {
    const QImage image = user.canvas().grab().toImage();
    const QRectF place = user.places().at(name).adjusted(3, 3, -20, -3);
    const QRect seen = QRectF(user.canvas().viewport().toScreen(place.topLeft()),
                              user.canvas().viewport().toScreen(place.bottomRight()))
                           .toAlignedRect()
                           .intersected(image.rect());
    const QColor text = user.canvas().theme().text;
    int top = seen.bottom();
    int bottom = seen.top();
    for (int y = seen.top(); y <= seen.bottom(); ++y)
        for (int x = seen.left(); x <= seen.right(); ++x)
            if (std::abs(image.pixelColor(x, y).lightness() - text.lightness()) < 40) {
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
    return bottom - top;
}

} // namespace

void Presentation::showsThePictureAlone() {
    User user;
    user.open(retail);
    user.canvas().setFocus();
    QVERIFY(hasChrome(user));
    QStringList before;
    for (const auto* dock : user.window->findChildren<QDockWidget*>())
        if (dock->isVisible()) before += dock->objectName();
    user.press(Qt::Key_F5);
    QTRY_VERIFY(user.window->isFullScreen());
    QVERIFY(!hasChrome(user));
    QTRY_COMPARE(user.canvas().size(), user.window->size());
    user.picture("presentation");
    // What comes while presenting brings no chrome back.
    user.say(Qt::Key_C, "returns");
    user.settle();
    QVERIFY(!hasChrome(user));
    user.press(Qt::Key_F5);
    QTRY_VERIFY(!user.window->isFullScreen());
    QStringList after;
    for (const auto* dock : user.window->findChildren<QDockWidget*>())
        if (dock->isVisible()) after += dock->objectName();
    QCOMPARE(after, before);
    QVERIFY(user.window->menuBar()->isVisible() && user.window->statusBar()->isVisible());
    // Esc takes back what is under way first, then leaves.
    user.press(Qt::Key_F5);
    user.jump("view search/stock-badge");
    user.press(Qt::Key_Escape);
    QVERIFY(user.window->isFullScreen());
    QCOMPARE(user.selected(), QString());
    user.press(Qt::Key_Escape);
    QTRY_VERIFY(!user.window->isFullScreen());
    QVERIFY(hasChrome(user));
}

void Presentation::namesGrow() {
    User user;
    user.open(retail);
    const QString event("event orders/OrderCompleted");
    const auto lettersAt100 = [&] {
        user.canvas().setFocus();
        user.press(Qt::Key_1);
        if (!user.selected().isEmpty()) user.press(Qt::Key_Escape);
        user.jump(event); // comes into view
        return letters(user, event);
    };
    const int before = lettersAt100();
    QVERIFY(before > 5);
    user.press(Qt::Key_F5);
    const int during = lettersAt100();
    QVERIFY2(during > before, qPrintable(QStringLiteral("%1, before %2").arg(during).arg(before)));
    // All of the map at once, from the last row of the room: a name of one line is as high as there is room
    // for.
    user.window->setWindowState(Qt::WindowNoState); // the tests' screen is smaller than a projector's
    user.window->resize(1280, 720);
    QTRY_COMPARE(user.canvas().size(), QSize(1280, 720));
    user.press(Qt::Key_0);
    user.press(Qt::Key_Escape); // nothing is dimmed
    const int least = letters(user, "fact erp/article");
    QVERIFY2(least >= leastLetters, qPrintable(QString::number(least)));
    user.press(Qt::Key_F5);
    QCOMPARE(lettersAt100(), before);
}

/// The lag of a line, and that somebody understands it otherwise, are told as at the desk, and larger.
void Presentation::linesSayWhatTheySay() {
    User user;
    user.open(retail);
    user.canvas().setFocus();
    for (const bool clash : {false, true}) {
        const auto& diagram = user.canvas().diagram();
        const auto edge = std::ranges::find_if(diagram.edges, [&](const auto& each) {
            return each.labelRect && each.clash == clash && !each.badge;
        });
        QVERIFY(edge != diagram.edges.end());
        const QRectF label = picture::toQt(*edge->labelRect);
        const QColor ink = picture::lineStyle(edge->kind, clash, user.canvas().theme()).labelColour;
        const auto inked = [&] {
            user.press(Qt::Key_1);
            user.canvas().lookAt({label.center(), 1});
            const QImage image = user.canvas().grab().toImage();
            const QRect seen = user.canvas().viewport().toScreen(label).toAlignedRect();
            int pixels = 0;
            for (int x = seen.left(); x <= seen.right(); ++x)
                for (int y = seen.top(); y <= seen.bottom(); ++y) {
                    const QColor is = image.pixelColor(x, y);
                    const int off = std::abs(is.red() - ink.red()) + std::abs(is.green() - ink.green()) +
                                    std::abs(is.blue() - ink.blue());
                    pixels += off < 90 ? 1 : 0;
                }
            return pixels;
        };
        const int before = inked();
        QVERIFY(before > 8);
        user.press(Qt::Key_F5);
        const int during = inked();
        user.picture(clash ? "f5-clash" : "f5-lag");
        QVERIFY2(during >= before, qPrintable(QStringLiteral("%1, before %2").arg(during).arg(before)));
        user.press(Qt::Key_F5);
        QCOMPARE(inked(), before);
    }
}

/// Who reads from afar sees all of the map, also while something is said over it.
void Presentation::whatIsSaidCoversNothing() {
    User user;
    user.window->resize(1280, 720);
    user.open(retail);
    user.canvas().setFocus();
    const auto* toast = user.window->findChild<shell::Toast*>();
    const auto covered = [&] {
        QStringList names;
        for (const auto& [name, place] : user.places()) {
            const QRectF seen(user.canvas().viewport().toScreen(place.topLeft()),
                              user.canvas().viewport().toScreen(place.bottomRight()));
            if (seen.intersects(toast->geometry())) names += name;
        }
        return names.join(QLatin1Char(' '));
    };
    user.press(Qt::Key_0);
    user.click("view search/stock-badge");
    user.press(Qt::Key_Delete);
    user.settle();
    user.press(Qt::Key_0);
    QVERIFY(toast->isVisible() && !user.toasted().isEmpty());
    QCOMPARE(covered(), QString());
    QVERIFY(user.canvas().rect().contains(toast->geometry()));
    user.press(Qt::Key_F5);
    QTRY_VERIFY(user.window->isFullScreen());
    user.window->setWindowState(Qt::WindowNoState); // the tests' screen is smaller than a projector's
    user.window->resize(1280, 720);
    QTRY_COMPARE(user.canvas().size(), QSize(1280, 720));
    user.press(Qt::Key_0);
    QVERIFY(user.toasted().contains("F5"));
    QCOMPARE(covered(), QString());
    user.picture("projector");
}

void Presentation::keysGoOn() {
    User user;
    user.press(Qt::Key_N, Qt::ControlModifier);
    user.settle();
    user.press(Qt::Key_F5);
    QTRY_VERIFY(user.window->isFullScreen());
    user.say(Qt::Key_C, "orders");
    user.say(Qt::Key_T, "order");
    user.say(Qt::Key_E, "OrderPlaced");
    user.say(Qt::Key_R, "open-orders");
    user.settle();
    QVERIFY(user.id("fact orders/order") && user.id("event orders/OrderPlaced") &&
            user.id("view orders/open-orders"));
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!user.id("view orders/open-orders"));
    user.press(Qt::Key_P, Qt::ControlModifier);
    user.find("OrderPlaced");
    QCOMPARE(user.selected(), QString("event orders/OrderPlaced"));
    QVERIFY(user.window->isFullScreen());
}

void Presentation::stepsAlongAPath() {
    User user;
    user.open(retail);
    user.canvas().setFocus();
    user.press(Qt::Key_F5);
    const QString start("fact erp/stock-on-hand");
    user.jump(start);
    const auto& diagram = user.canvas().diagram();
    const auto path =
        picture::downstreamOf(diagram, *canvas::nodeOf(diagram, {ElementKind::Fact, "erp/stock-on-hand"}));
    const auto here = [&] {
        const auto key = user.canvas().selected();
        return key ? User::nameOf(*key) : QString();
    };
    QStringList way{here()};
    for (;;) {
        user.press(Qt::Key_Period);
        if (here() == way.back()) break; // its end
        QVERIFY2(!way.contains(here()), qPrintable(here()));
        const auto key = *user.canvas().selected();
        QVERIFY2(path.shapes.contains(key), qPrintable(here()));
        // Whatever comes is led to by something that was told already.
        const auto at = canvas::nodeOf(diagram, key);
        QVERIFY(std::ranges::any_of(diagram.edges, [&](const auto& edge) {
            return edge.to == at && way.contains(User::nameOf(diagram.nodes[edge.from].key));
        }));
        way += here();
    }
    const auto nodes = std::ranges::count_if(
        path.shapes, [](const ElementKey& key) { return key.kind != ElementKind::Context; });
    QCOMPARE(way.size(), qsizetype(nodes));
    for (qsizetype i = way.size() - 2; i >= 0; --i) {
        user.press(Qt::Key_Comma);
        QCOMPARE(here(), way[i]);
    }
    QCOMPARE(here(), start);
}

void Presentation::nothingStandsInTheWay() {
    const Guard guard;
    User user;
    user.open(retail);
    const QString event("event orders/OrderCompleted");
    user.jump(event);
    // Choosers of files, and what ends the window.
    const QSet<QByteArray> left{"open",         "save",  "save-as", "export",    "export-review",
                                "compare-with", "close", "quit",    "new-window"};
    for (const auto& [line, action] : user.window->actions().all()) {
        if (left.contains(line->id)) continue;
        if (user.id(event)) user.jump(event); // an action may have renamed it or taken it away
        action->trigger();
        QCoreApplication::processEvents();
        if (auto* open = QApplication::activePopupWidget()) open->close();
        QVERIFY2(QApplication::activeModalWidget() == nullptr, line->id);
        if (QWindow* to = User::keyboard()) QTest::keyClick(to, Qt::Key_Escape);
        for (QWidget* each : QApplication::topLevelWidgets())
            if (each != user.window && each->isVisible()) each->close();
        user.activate();
        user.settle();
    }
    user.canvas().setFocus();
    user.say(Qt::Key_C, "returns");
    QVERIFY(user.document().isDirty());
    user.window->close(); // asks in a bar
    QVERIFY(user.window->isVisible());
    QVERIFY(user.bar("not saved") != nullptr);
    QVERIFY2(guard.seen.isEmpty(), qPrintable(guard.seen.join('\n')));
}

QTEST_MAIN(Presentation)
#include "tst_28_presentation.moc"
