// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/start_page.h"
#include "user.h"

namespace factline::testing {

/// Somebody at a projector of 1280 x 720, with a camera that tests/gui/walks collects pictures of: one a
/// step, numbered in the order of the walk.
struct Walker : User {
    explicit Walker(QString name)
        : walk(std::move(name)) {
        window->resize(1280, 720);
        QTest::qWait(50);
    }
    /// `of`: a window beside the main one.
    void step(const char* name, QWidget* of = nullptr) {
        const auto* start = window->findChild<shell::StartPage*>();
        if (start->isVisible()) QTRY_VERIFY_WITH_TIMEOUT(start->isComplete(), 20'000);
        if (canvas().hasDiagram()) settle();
        QTest::qWait(200); // what is said in passing goes out of the way
        picture(QStringLiteral("%1-%2-%3").arg(walk).arg(++taken, 2, 10, QLatin1Char('0')).arg(name), of);
    }
    /// To what answers to these words.
    void jump(const QString& words) {
        press(Qt::Key_P, Qt::ControlModifier);
        find(words);
        QTRY_VERIFY2(canvas().hasFocus(), qPrintable(words));
    }
    /// Into a field of the inspector, by Tab, in a group that is to be added first.
    void goInto(const QString& group, const QString& field) {
        press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        tabTo(group);
        press(Qt::Key_Space);
        tabTo(field);
    }
    static void tabTo(const QString& name) {
        const auto isThere = [&] { return QApplication::focusWidget()->accessibleName() == name; };
        for (int i = 0; i < 60 && !isThere(); ++i)
            press(Qt::Key_Tab);
        QVERIFY2(isThere(), qPrintable(name));
    }
    /// A click beside all shapes, as who comes back to the map does.
    void backToTheMap() {
        click(blank());
        QVERIFY(canvas().hasFocus());
    }
    QString walk;
    int taken = 0;
};

} // namespace factline::testing
