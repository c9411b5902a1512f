// SPDX-License-Identifier: Apache-2.0
#include "shell/yielding.h"

#include <QtTest>

using namespace factline;
using shell::Yielded;
using enum shell::Yielded::Below;
using enum shell::Yielded::Side;

/// What gives way in a small window comes back with a large one, unless somebody has said how it is to be.
class TestYielding : public QObject {
    Q_OBJECT
private slots:
    void followsTheWindow();
    void leavesWhatIsChosen();
};

namespace {

constexpr QSize projector{1280, 720}, desk{1440, 900}, tower{1280, 900}, strip{1440, 720};

bool becomes(QSize window, Yielded before, Yielded then) {
    return shell::yieldedIn(window, before) == then && shell::yieldedIn(window, then) == then;
}

} // namespace

void TestYielding::followsTheWindow() {
    for (const Yielded before : {Yielded{Open, There}, Yielded{Folded, Gone}}) {
        QVERIFY(becomes(projector, before, {Folded, Gone}));
        QVERIFY(becomes(desk, before, {Open, There}));
        QVERIFY(becomes(tower, before, {Open, Gone}));
        QVERIFY(becomes(strip, before, {Folded, There}));
    }
}

void TestYielding::leavesWhatIsChosen() {
    QVERIFY(becomes(projector, {ChosenOpen, Chosen}, {ChosenOpen, Chosen}));
    QVERIFY(becomes(desk, {ChosenFolded, Chosen}, {ChosenFolded, Chosen}));
    QVERIFY(becomes(projector, {ChosenOpen, There}, {ChosenOpen, Gone}));
    QVERIFY(becomes(projector, {Open, Chosen}, {Folded, Chosen}));
}

QTEST_MAIN(TestYielding)
#include "tst_yielding.moc"
