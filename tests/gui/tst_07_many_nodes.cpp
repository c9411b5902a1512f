// SPDX-License-Identifier: Apache-2.0
#include <QWheelEvent>

#include "sketch.h"

using namespace factline;
using namespace factline::testing;

namespace {

/// 500 nodes: 25 contexts of ten events, five facts and five views each, every view fed by the next context.
std::string fiveHundred() {
    std::string text = "factline: 1\nmodel: Many\ncontexts:\n";
    const auto number = [](int i) { return std::to_string(i); };
    for (int context = 0; context < 25; ++context) {
        text += "  area-" + number(context) + ":\n    facts:\n";
        for (int i = 0; i < 5; ++i)
            text += "      fact-" + number(i) + ": {}\n";
        text += "    events:\n";
        for (int i = 0; i < 10; ++i)
            text += "      Fact" + number(i) + "Changed: {announces: [fact-" + number(i % 5) + "]}\n";
        text += "    views:\n";
        const std::string next = "area-" + number((context + 1) % 25);
        const QString view =
            QStringLiteral("      view-%1: {shows: [%2/fact-%1], fedBy: {%2/Fact%1Changed: {}}}\n");
        for (int i = 0; i < 5; ++i)
            text += view.arg(QString::number(i), QString::fromStdString(next)).toStdString();
    }
    return text;
}

/// How much of two pictures is not the same. At the rim of what was painted, lines are smoothed a little
/// otherwise.
double differing(const QImage& a, const QImage& b) {
    int pixels = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (a.pixel(x, y) != b.pixel(x, y)) ++pixels;
    return pixels / (1.0 * a.width() * a.height());
}

} // namespace

/// With 500 nodes, frames are put together from what is painted already (tests/benchmarks hold how fast):
/// whatever the reader does, they show what painting all of it anew shows.
class ManyNodes : public QObject {
    Q_OBJECT
private slots:
    void framesShowWhatIsThere();
};

void ManyNodes::framesShowWhatIsThere() {
    Sketcher user(fiveHundred());
    auto& canvas = user.canvas();
    QCOMPARE(canvas.diagram().nodes.size(), std::size_t(500));
    QImage last;
    const auto isTrue = [&](const char* what) {
        user.moveTo({2, 2}); // nothing is pointed at
        const QImage shown = canvas.grab().toImage();
        canvas.refresh();
        const QImage anew = canvas.grab().toImage();
        QVERIFY2(shown != last, what); // something has happened
        const double part = differing(shown, anew);
        QVERIFY2(part < 0.01, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(what)).arg(part)));
        last = shown;
    };
    isTrue("fitted");
    const QPoint middle = canvas.rect().center();
    for (const int notches : {4, 3, 6}) {
        QWheelEvent turn(QPointF(middle), QPointF(canvas.mapToGlobal(middle)), {}, {0, 120 * notches},
                         Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas, &turn);
        isTrue("zoomed");
        user.drag(middle, {-137, 61}, Qt::MiddleButton);
        isTrue("moved");
        user.drag(middle, {90, -210}, Qt::MiddleButton);
        isTrue("moved back");
    }
    user.press(Qt::Key_0);
    isTrue("fitted again");

    // A node is dragged: it comes along, and all others stay.
    user.click("view area-7/view-3");
    QCOMPARE(user.selected(), QString("view area-7/view-3"));
    user.press(Qt::Key_2);
    isTrue("at a node");
    user.press(Qt::Key_1);
    auto before = user.places();
    user.drag("view area-7/view-3", {0, 200});
    user.settle();
    isTrue("dragged");
    auto after = user.places();
    QVERIFY(before.at("view area-7/view-3") != after.at("view area-7/view-3"));
    for (const char* home : {"view area-7/view-3", "context area-7"}) {
        before.erase(home);
        after.erase(home);
    }
    QCOMPARE(after, before);
}

QTEST_MAIN(ManyNodes)
#include "tst_07_many_nodes.moc"
