// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>

#include "sketch.h"

using namespace factline;
using namespace factline::testing;

/// Thirty lines of somebody's notes become thirty events, and one undo takes them back.
class PasteLines : public QObject {
    Q_OBJECT
private slots:
    void thirtyLinesAreOneStep();
    void aListFromAMail();
};

void PasteLines::thirtyLinesAreOneStep() {
    Sketcher user;
    user.moveTo({2, 2});
    const QString before = user.text();
    const auto places = user.places();
    QStringList lines;
    for (int i = 1; i <= 30; ++i)
        lines += QStringLiteral("- Parcel %1 sent").arg(i);
    QGuiApplication::clipboard()->setText(lines.join("\n\n") + '\n'); // empty lines are no events
    user.click(user.titleOf("context finance"));
    user.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(user.steps(), 1);
    QCOMPARE(user.model().contexts[1]->events.size(), std::size_t(30));
    QVERIFY(user.id("event finance/Parcel1Sent") && user.id("event finance/Parcel30Sent"));
    user.settle();

    // Each has a place of its own, and nothing that stood there before has moved.
    const auto after = user.places();
    QCOMPARE(after.size(), places.size() + 30);
    const auto& nodes = user.canvas().diagram().nodes;
    for (const auto& a : nodes)
        for (const auto& b : nodes)
            QVERIFY2(&a == &b || !a.rect.intersects(b.rect), qPrintable(User::nameOf(a.key)));
    for (const auto& node : nodes)
        if (const auto was = places.find(User::nameOf(node.key)); was != places.end())
            QCOMPARE(picture::toQt(node.rect), was->second);
    user.picture("pasted");

    user.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(user.text(), before);
    user.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(user.model().contexts[1]->events.size(), std::size_t(30));
}

void PasteLines::aListFromAMail() {
    Builder user;
    user.say(Qt::Key_C, "orders");
    const QString before = user.text();
    QStringList lines;
    for (int i = 1; i <= 30; ++i)
        lines << QStringLiteral("Step %1 done").arg(i);
    QGuiApplication::clipboard()->setText(lines.join('\n'));
    user.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(user.model().contexts[0]->events.size(), std::size_t(30));
    QCOMPARE(user.steps(), 2);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(user.text(), before);
}

QTEST_MAIN(PasteLines)
#include "tst_05_paste_lines.moc"
