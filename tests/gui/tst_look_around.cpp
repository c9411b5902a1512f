// SPDX-License-Identifier: Apache-2.0
#include <QTreeView>

#include "panels/inspector/element_form.h"
#include "panels/inspector/inspector_panel.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// A stranger opens a model and finds out what it says, without changing a byte of it.
class LookAround : public QObject {
    Q_OBJECT
private slots:
    void looks();
};

void LookAround::looks() {
    User user;
    user.open(retail);
    const QString before = user.text();
    auto& canvas = user.canvas();

    // The wheel zooms at the pointer: what lies under it stays there.
    const auto fitted = canvas.viewport();
    const QPoint pointer = user.at("view search/stock-badge");
    const QPointF under = fitted.toDiagram(QPointF(pointer));
    const QPoint global = canvas.mapToGlobal(pointer);
    QWheelEvent turn(pointer, global, {}, {0, 480}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase,
                     false);
    QApplication::sendEvent(&canvas, &turn);
    QVERIFY(canvas.viewport().scale > fitted.scale * 1.5);
    QVERIFY((canvas.viewport().toDiagram(QPointF(pointer)) - under).manhattanLength() < 0.01);

    // The middle button pans, and nothing is selected by it.
    const auto zoomed = canvas.viewport();
    user.drag(pointer, {-120, 60}, Qt::MiddleButton);
    QCOMPARE(canvas.viewport().offset, zoomed.offset + QPointF(-120, 60));
    QCOMPARE(canvas.viewport().scale, zoomed.scale);
    QCOMPARE(user.selected(), QString());
    user.press(Qt::Key_0);
    QCOMPARE(canvas.viewport(), fitted);

    // A click chooses a view everywhere, and lights its path: what has no part in it is dimmed.
    const QImage plain = canvas.grab().toImage();
    user.click("view search/stock-badge");
    QCOMPARE(user.selected(), QString("view search/stock-badge"));
    auto* form = user.panel<panels::InspectorPanel>("inspector").form();
    QVERIFY(form != nullptr);
    QCOMPARE(form->id(), user.id("view search/stock-badge"));
    auto* outline = user.window->docks().panel("outline")->findChild<QTreeView*>();
    QTRY_COMPARE(outline->currentIndex().data().toString(), QString("stock badge"));
    const QImage lit = canvas.grab().toImage();
    const auto changed = [&](const QString& name) {
        const QPoint corner = user.at(name);
        for (int x = -20; x <= 20; ++x)
            if (plain.pixel(corner + QPoint(x, 0)) != lit.pixel(corner + QPoint(x, 0))) return true;
        return false;
    };
    QVERIFY(changed("view finance/completed-orders"));
    QVERIFY(!changed("fact availability/sellable-stock"));

    // F8 goes from problem to problem, wherever the keyboard is, and shows what each is about.
    QStringList way;
    for (int i = 0; i < 6; ++i) {
        user.press(Qt::Key_F8);
        QVERIFY(!user.selected().isEmpty());
        way += user.selected();
    }
    QVERIFY(QSet<QString>(way.begin(), way.end()).size() > 2);
    for (int i = 4; i >= 0; --i) {
        user.press(Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(user.selected(), way[i]);
    }
    const QString first = way.front();

    // Ctrl+P jumps; Alt+Left goes back.
    user.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    user.type("la");
    user.picture("palette");
    user.press(Qt::Key_Escape);
    user.press(Qt::Key_P, Qt::ControlModifier);
    user.type("or");
    user.picture("jump");
    user.press(Qt::Key_A, Qt::ControlModifier);
    user.find("completed-orders");
    QCOMPARE(user.selected(), QString("view finance/completed-orders"));
    user.press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(user.selected(), first);

    // The picture goes to a file by its chooser.
    const auto picture = user.place.file("retail.svg");
    user.choose(picture, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(read(picture).starts_with("<?xml"));
    QVERIFY(read(picture).find("Global retailer") != std::string::npos);

    user.canvas().setFocus();
    user.press(Qt::Key_Escape);
    QCOMPARE(user.selected(), QString());
    QCOMPARE(user.text(), before);
    QCOMPARE(user.steps(), 0);
    QVERIFY(!user.document().isDirty());
}

QTEST_MAIN(LookAround)
#include "tst_look_around.moc"
