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
        picture(QStringLiteral("%1-%2-%3").arg(walk).arg(++taken, 2, 10, QLatin1Char('0')).arg(name), of);
    }
    /// To what answers to these words.
    void jump(const QString& words) {
        press(Qt::Key_P, Qt::ControlModifier);
        find(words);
        QTRY_VERIFY2(canvas().hasFocus(), qPrintable(words));
    }
    QString walk;
    int taken = 0;
};

} // namespace factline::testing
