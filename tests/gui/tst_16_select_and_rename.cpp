// SPDX-License-Identifier: Apache-2.0
#include <QTextBlock>
#include <QTreeView>

#include "panels/inspector/element_form.h"
#include "panels/inspector/inspector_panel.h"
#include "panels/yaml/yaml_editor.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// A better name is found, and every place that says the old one follows, problems or no problems.
class SelectAndRename : public QObject {
    Q_OBJECT
private slots:
    void onTheCanvas();
    void inTheInspector();
    void selectsEverywhere();
};

namespace {

/// The text with a word replaced wherever it is not in a comment: what a careful colleague would do by hand.
QString replaced(const QString& text, const QString& word, const QString& by) {
    QStringList lines = text.split('\n');
    for (QString& line : lines) {
        const auto comment = line.indexOf(QRegularExpression("(^|\\s)#"));
        QString said = comment < 0 ? line : line.left(comment);
        said.replace(QRegularExpression("\\b" + word + "\\b"), by);
        line = said + (comment < 0 ? QString() : line.mid(comment));
    }
    return lines.join('\n');
}

/// The name is another one everywhere, and nothing else is; but what others may still have in their queues or
/// their code is not forgotten. Says the first line that differs: the rest is long.
void isRenamed(QString is, const QString& before, const QString& word, const QString& by) {
    const QString memory = "        formerly: [" + word + "]\n";
    QCOMPARE(is.count(memory), 1);
    const QStringList a = is.remove(memory).split('\n');
    const QStringList b = replaced(before, word, by).split('\n');
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        QCOMPARE(a[i], b[i]);
    QCOMPARE(a.size(), b.size());
}

} // namespace

void SelectAndRename::onTheCanvas() {
    User user;
    user.open(retail);
    const QString before = user.text();
    const auto findings = user.window->judge().latest()->findings.size();
    const auto places = user.places();
    user.click("event orders/OrderCompleted");
    user.press(Qt::Key_F2);
    user.enter("CheckoutFinished");
    QCOMPARE(user.selected(), QString("event orders/CheckoutFinished"));
    isRenamed(user.text(), before, "OrderCompleted", "CheckoutFinished");
    QCOMPARE(user.steps(), 1);
    user.settle();
    QCOMPARE(user.window->judge().latest()->findings.size(), findings);
    // It stays where it was, and so does everything else.
    auto expected = places;
    auto moved = expected.extract("event orders/OrderCompleted");
    moved.key() = "event orders/CheckoutFinished";
    const QPointF corner = moved.mapped().topLeft(); // its width follows the name
    const auto now = user.places();
    QCOMPARE(now.at(moved.key()).topLeft(), corner);
    for (const auto& [name, place] : expected)
        QVERIFY2(now.at(name).topLeft() == place.topLeft(), qPrintable(name));
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(user.text(), before);
    user.settle();
    QCOMPARE(user.places(), places);
}

void SelectAndRename::inTheInspector() {
    User user;
    user.open(retail);
    const QString before = user.text();
    user.press(Qt::Key_P, Qt::ControlModifier);
    user.find("completed-orders");
    auto* name = user.window->docks().panel("inspector")->findChild<QLineEdit*>("name");
    QVERIFY(name != nullptr);
    user.click(*name);
    user.press(Qt::Key_A, Qt::ControlModifier);
    user.enter("bills-to-send");
    isRenamed(user.text(), before, "completed-orders", "bills-to-send");
    QCOMPARE(user.selected(), QString("view finance/bills-to-send"));
    // A name that is taken is no reason to stop anybody: it is a problem, and goes with the name.
    QCOMPARE(user.findings("name-taken"), QStringList());
    user.press(Qt::Key_A, Qt::ControlModifier);
    user.enter("stock-valuation");
    QCOMPARE(user.findings("name-taken").size(), 1);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(user.findings("name-taken"), QStringList());
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(user.text(), before);
}

void SelectAndRename::selectsEverywhere() {
    User user;
    user.open(retail);
    user.window->docks().show("yaml");
    auto* editor = user.window->docks().panel("yaml")->findChild<panels::YamlEditor*>();
    auto* outline = user.window->docks().panel("outline")->findChild<QTreeView*>();
    QTRY_VERIFY(editor->text().contains("stock-badge:"));
    const auto isEverywhere = [&](const QString& name, const QString& listed, const QString& line) {
        QCOMPARE(user.selected(), name);
        QVERIFY(user.canvas().selected().has_value());
        QCOMPARE(User::nameOf(*user.canvas().selected()), name);
        QTRY_COMPARE(outline->currentIndex().data().toString(), listed);
        QTRY_COMPARE(user.panel<panels::InspectorPanel>("inspector").form()->id(), user.id(name));
        QTRY_VERIFY2(editor->textCursor().block().text().trimmed().startsWith(line),
                     qPrintable(editor->textCursor().block().text()));
    };
    // On the canvas.
    user.click("view search/stock-badge");
    isEverywhere("view search/stock-badge", "stock badge", "stock-badge:");
    // In the outline.
    const auto found = outline->model()->match(outline->model()->index(0, 0), Qt::DisplayRole,
                                               "OrderCompleted", 1, Qt::MatchExactly | Qt::MatchRecursive);
    QVERIFY(!found.isEmpty());
    outline->scrollTo(found.front());
    QTest::mouseClick(outline->viewport(), Qt::LeftButton, {}, outline->visualRect(found.front()).center());
    isEverywhere("event orders/OrderCompleted", "OrderCompleted", "OrderCompleted:");
    // In the text: the cursor goes into another element.
    editor->setFocus();
    QTextCursor cursor = editor->textCursor();
    cursor.setPosition(static_cast<int>(editor->text().indexOf("      shelf-display:")) - 1);
    editor->setTextCursor(cursor); // the line above
    user.press(Qt::Key_Down);
    QTRY_COMPARE(user.selected(), QString("view stores/shelf-display"));
    isEverywhere("view stores/shelf-display", "shelf display", "shelf-display:");
    // By its name.
    user.press(Qt::Key_P, Qt::ControlModifier);
    user.find("completed-orders");
    isEverywhere("view finance/completed-orders", "completed orders", "completed-orders:");
    QCOMPARE(user.steps(), 0);
}

QTEST_MAIN(SelectAndRename)
#include "tst_16_select_and_rename.moc"
