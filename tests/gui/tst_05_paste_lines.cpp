// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// A list that somebody has in a mail becomes the model in one step.
class PasteLines : public QObject {
    Q_OBJECT
private slots:
    void thirtyLinesAreThirtyEvents();
};

void PasteLines::thirtyLinesAreThirtyEvents() {
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
