// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

#include "app/panels/desk.h"
#include "viewmodels/problems_model.h"

using namespace factline;
using testing::Desk;

/// The problems list with real keys: where it leads and what it says.
class TestProblemsPanel : public QObject {
    Q_OBJECT
private slots:
    void jumpsWithF8();
    void noHeadingHasTheKeyboard();
    void choosesByKeyAndClick();
    void leadsIntoASubscription();
    void explainsRules();
    void theChosenLineShowsItsWholeMessage();
    void filters();
    void choosesBySeverityContextAndRule();
    void groups();
    void followsTheDocument();
    void listsWhatCouldNotBeRead();
    void mendsWhatItHasShown();
    void saysWhatOnlyPeopleCanMend();
    void waives();
    void mendsWhatIsSelected();

private:
    testing::SettingsAside m_settings;
};

namespace {

/// The line that shows a finding of a rule, expanded.
QModelIndex lineOf(const Desk& desk, const QString& rule) {
    const auto* list = desk.child<QTreeView>();
    for (QModelIndex line = list->model()->index(0, 0); line.isValid(); line = list->indexBelow(line))
        if (line.data(Qt::UserRole + 1).toString() == rule) return line;
    return {};
}

int lineCount(const Desk& desk) {
    const auto* model = desk.child<QTreeView>()->model();
    int count = 0;
    for (int row = 0; row < model->rowCount(); ++row)
        count += model->rowCount(model->index(row, 0));
    return count;
}

} // namespace

void TestProblemsPanel::jumpsWithF8() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    auto* list = desk.child<QTreeView>();
    list->setFocus();
    QTest::keyClick(desk.panel.get(), Qt::Key_F8);
    const QString first = list->currentIndex().data().toString();
    QVERIFY(!first.isEmpty());
    QVERIFY(desk.selection.current());
    QTest::keyClick(desk.panel.get(), Qt::Key_F8);
    QVERIFY(list->currentIndex().data().toString() != first);
    QTest::keyClick(desk.panel.get(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(list->currentIndex().data().toString(), first);
    QTest::keyClick(desk.panel.get(), Qt::Key_F8, Qt::ShiftModifier); // round and round
    QVERIFY(list->currentIndex().data().toString() != first);
}

/// Not by going there, and not when the line that had it is mended.
void TestProblemsPanel::noHeadingHasTheKeyboard() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    auto* list = desk.child<QTreeView>();
    const auto onHeading = [&] {
        return list->currentIndex().data(viewmodels::ProblemsModel::IsHeading).toBool();
    };
    list->setFocus();
    QVERIFY(list->currentIndex().isValid() && !onHeading());
    const int lines = lineCount(desk);
    QSet<QString> seen;
    for (int i = 0; i < lines + 3; ++i) {
        seen += list->currentIndex().data().toString();
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(!onHeading());
    }
    QCOMPARE(seen.size(), lines); // and each line can be gone to
    QTest::keyClick(list, Qt::Key_Left);
    QVERIFY(!onHeading());
    const QModelIndex heading = list->model()->index(0, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(heading).center());
    QVERIFY(!onHeading());
    list->setCurrentIndex(list->model()->index(0, 0, heading));
    desk.child<QLineEdit>()->setText(list->currentIndex().siblingAtRow(1).data().toString().left(30));
    QVERIFY(!onHeading()); // the line is gone
    desk.document.close();
    QVERIFY(!onHeading());
}

void TestProblemsPanel::choosesByKeyAndClick() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    auto* list = desk.child<QTreeView>();
    QSignalSpy reveal(&desk.selection, &viewmodels::Selection::reveal);
    // Nobody owns the fact, so it stands nowhere: what shows it is chosen.
    const QModelIndex unowned = lineOf(desk, "fact-unowned");
    QVERIFY(unowned.isValid());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(unowned).center());
    QCOMPARE(desk.selection.current(), desk.id(ElementKind::View, {"stores", "customer-card"}));
    QCOMPARE(reveal.count(), 1);
    list->setCurrentIndex(lineOf(desk, "dual-write-publish"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(desk.selection.current() != desk.id(ElementKind::View, {"stores", "customer-card"}));
    QCOMPARE(reveal.count(), 2);
}

void TestProblemsPanel::leadsIntoASubscription() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    auto* list = desk.child<QTreeView>();
    list->setCurrentIndex(lineOf(desk, "meaning-denied"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(desk.selection.current(), desk.id(ElementKind::View, {"finance", "completed-orders"}));
    QVERIFY2(desk.selection.field().starts_with("fedBy.orders/OrderCompleted"),
             desk.selection.field().c_str());
}

void TestProblemsPanel::theChosenLineShowsItsWholeMessage() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    auto* list = desk.child<QTreeView>();
    const auto heightOf = [&](const QModelIndex& line) {
        QCoreApplication::processEvents();
        return list->visualRect(line).height();
    };
    const QModelIndex first = lineOf(desk, "meaning-denied"), second = lineOf(desk, "dual-write-publish");
    QVERIFY(first.isValid() && second.isValid());
    list->setCurrentIndex(first);
    const int one = heightOf(second);
    const QString message = first.data().toString();
    const int needed =
        list->fontMetrics()
            .boundingRect(QRect(0, 0, list->viewport()->width(), 10'000), Qt::TextWordWrap, message)
            .height();
    QVERIFY(list->fontMetrics().horizontalAdvance(message) > list->viewport()->width());
    QVERIFY(heightOf(first) >= needed);
    QVERIFY(heightOf(first) > one);
    list->setCurrentIndex(second);
    QCOMPARE(heightOf(first), one); // one at a time

    const int narrow = heightOf(second);
    desk.panel->resize(desk.panel->width() * 3, desk.panel->height());
    QVERIFY(heightOf(second) < narrow);
}

void TestProblemsPanel::explainsRules() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    auto* list = desk.child<QTreeView>();
    list->setCurrentIndex(lineOf(desk, "meaning-denied"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F1);
    QCOMPARE(desk.told.pages, QStringList("rules/meaning-denied"));
}

void TestProblemsPanel::filters() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    const int all = lineCount(desk);
    auto* filter = desk.child<QLineEdit>();
    QVERIFY(filter->isVisible());
    filter->setFocus();
    QTest::keyClicks(filter, "meaning-denied");
    QVERIFY(lineOf(desk, "meaning-denied").isValid());
    // no line of another rule is left, and none of this one is missing
    const auto findings = desk.judge.latest()->findings;
    const auto wanted = std::ranges::count(findings, std::string("meaning-denied"), &Finding::rule);
    QCOMPARE(lineCount(desk), static_cast<int>(wanted));
    const auto* list = desk.child<QTreeView>();
    for (QModelIndex line = list->model()->index(0, 0); line.isValid(); line = list->indexBelow(line))
        if (line.parent().isValid())
            QCOMPARE(line.data(Qt::UserRole + 1).toString(), QStringLiteral("meaning-denied"));
    filter->clear();
    QCOMPARE(lineCount(desk), all);
    QTest::keyClicks(filter, "no such word");
    QCOMPARE(lineCount(desk), 0);
}

void TestProblemsPanel::choosesBySeverityContextAndRule() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    const int all = lineCount(desk);
    auto* show = desk.child<QToolButton>("show");
    QVERIFY(show->isVisible());
    /// By keys: the submenu of that name, the choice that begins like that.
    const auto choose = [&](const QString& submenu, const QString& choice) {
        show->menu()->popup(QPoint()); // as the button does, but without waiting for it
        const QMenu* menu = show->menu();
        for (int i = 0; i < 9 && !(menu->activeAction() && menu->activeAction()->text() == submenu); ++i)
            QTest::keyClick(show->menu(), Qt::Key_Down);
        QVERIFY2(menu->activeAction() && menu->activeAction()->menu(), qPrintable(submenu));
        QMenu* inner = menu->activeAction()->menu();
        QTest::keyClick(show->menu(), Qt::Key_Right);
        for (int i = 0;
             i < 30 && !(inner->activeAction() && inner->activeAction()->text().startsWith(choice)); ++i)
            QTest::keyClick(inner, Qt::Key_Down);
        QVERIFY2(inner->activeAction() && inner->activeAction()->text().startsWith(choice),
                 qPrintable(choice));
        QTest::keyClick(inner, Qt::Key_Return);
        QTRY_VERIFY(!menu->isVisible());
    };
    choose("Severity", "Errors (6)");
    QCOMPARE(lineCount(desk), 6);
    choose("Context", "finance");
    const int finance = lineCount(desk);
    QVERIFY(finance > 0 && finance < 6);
    QVERIFY(lineOf(desk, "meaning-denied").isValid());
    QCOMPARE(show->text(), QString("Errors · finance ▾"));
    choose("Severity", "Errors (6)"); // and not any more
    QVERIFY(lineCount(desk) > finance);
    choose("Rule", "fact-unowned");
    QCOMPARE(lineCount(desk), 0);
    QVERIFY(!desk.child<QTreeView>()->isVisible()); // it says that nothing fits
    show->menu()->popup(QPoint());
    QTest::keyClick(show->menu(), Qt::Key_Down);
    QTest::keyClick(show->menu(), Qt::Key_Return);
    QCOMPARE(lineCount(desk), all);
}

void TestProblemsPanel::groups() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    const auto* list = desk.child<QTreeView>();
    auto* grouping = desk.child<QComboBox>();
    const auto headings = [&] {
        QStringList texts;
        for (int i = 0; i < list->model()->rowCount(); ++i)
            texts += list->model()->index(i, 0).data().toString();
        return texts;
    };
    const int all = lineCount(desk);
    QCOMPARE(headings(), QStringList({"Errors", "Warnings"}));
    desk.child<QTreeView>()->setCurrentIndex(lineOf(desk, "meaning-denied"));
    grouping->setFocus();
    QTest::keyClick(grouping, Qt::Key_Down);
    const QStringList contexts = headings();
    QVERIFY2(contexts.contains("finance") && contexts.contains("checkout"), qPrintable(contexts.join(' ')));
    QCOMPARE(lineCount(desk), all);
    QCOMPARE(list->currentIndex(), lineOf(desk, "meaning-denied")); // what was chosen still is
    QCOMPARE(list->currentIndex().parent().data().toString(), QString("finance"));
    QTest::keyClick(grouping, Qt::Key_Down);
    QVERIFY(headings().contains("meaning-denied"));
    QTest::keyClicks(desk.child<QLineEdit>(), "warning");
    QVERIFY(lineCount(desk) > 0 && !lineOf(desk, "meaning-denied").isValid());
    Desk next("problems", testing::retailText()); // the way of grouping is kept
    next.judged();
    QCOMPARE(next.child<QComboBox>()->currentIndex(), 2);
    QTest::keyClick(next.child<QComboBox>(), Qt::Key_Home);
    QVERIFY(next.child<QTreeView>()->model()->index(0, 0).data().toString() == "Errors");
}

void TestProblemsPanel::followsTheDocument() {
    Desk desk("problems", "factline: 1\ncontexts: {orders: {facts: {order: {}}, events: {Done: {}}}}\n");
    QSignalSpy count(desk.panel.get(), &panels::Panel::countChanged);
    desk.judged();
    const int before = lineCount(desk);
    QVERIFY(before > 0);
    QVERIFY(desk.document.apply(edit::RemoveElements{{desk.id(ElementKind::Event, {"orders", "Done"})}}));
    desk.judged();
    QVERIFY(lineCount(desk) < before);
    QCOMPARE(count.last().at(0).toInt(), lineCount(desk));
    desk.document.history().undo();
    desk.judged();
    QCOMPARE(lineCount(desk), before);
}

void TestProblemsPanel::listsWhatCouldNotBeRead() {
    Desk desk("problems", "factline: 1\ncolor: red\ncontexts: {orders: {}}\n");
    desk.judged();
    auto* list = desk.child<QTreeView>();
    const QModelIndex heading = list->model()->index(0, 0);
    QCOMPARE(heading.data().toString(), QString("Could not be read"));
    const QModelIndex line = list->model()->index(0, 0, heading);
    QVERIFY2(line.data().toString().contains("color"), qPrintable(line.data().toString()));
    QVERIFY(line.data(Qt::UserRole + 1).toString().contains(":2:"));
}

/// Ctrl+. shows the lines, Return does it, one step takes it back.
void TestProblemsPanel::mendsWhatItHasShown() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    const QString before = desk.text();
    auto* list = desk.child<QTreeView>();
    list->setFocus();
    list->setCurrentIndex(lineOf(desk, "fact-unowned"));
    QTest::keyClick(desk.panel.get(), Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(desk.child<QLabel>("mendTitle")->text(), "Let stores own loyalty-balance");
    const QString lines = desk.child<QPlainTextEdit>()->toPlainText();
    QVERIFY2(lines.contains("+       loyalty-balance: {}"), qPrintable(lines));
    QCOMPARE(desk.text(), before); // only shown
    QVERIFY(desk.child<QPushButton>("applyFix")->hasFocus());
    QTest::keyClick(desk.child<QPushButton>("applyFix"), Qt::Key_Return);
    QVERIFY(desk.id(ElementKind::Fact, {"stores", "loyalty-balance"}));
    QVERIFY(!desk.child<QWidget>("mendCard")->isVisible());
    QVERIFY(list->hasFocus());
    desk.judged();
    QVERIFY(!lineOf(desk, "fact-unowned").isValid());
    QCOMPARE(desk.told.toasts.last(), "Let stores own loyalty-balance");
    desk.document.history().undo();
    QCOMPARE(desk.text(), before);
}

void TestProblemsPanel::saysWhatOnlyPeopleCanMend() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    auto* list = desk.child<QTreeView>();
    list->setCurrentIndex(lineOf(desk, "meaning-denied"));
    QTest::keyClick(desk.panel.get(), Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(desk.child<QWidget>("mendCard")->isVisible());
    QVERIFY(!desk.child<QPushButton>("applyFix")->isVisible());
    QCOMPARE(desk.child<QLabel>("mendTitle")->text(), QStringLiteral("People have to mend this"));
    QVERIFY(desk.child<QLabel>("mendTitle")->isVisible());
    const auto* note = desk.child<QLabel>("mendNote");
    QVERIFY(note->isVisible() && note->text().contains(QStringLiteral("decide what is meant")));
    QTest::keyClick(desk.child<QToolButton>("toWaiver"), Qt::Key_Escape);
    QVERIFY(!desk.child<QWidget>("mendCard")->isVisible());
    QVERIFY(list->hasFocus());
}

void TestProblemsPanel::waives() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    auto* list = desk.child<QTreeView>();
    list->setCurrentIndex(lineOf(desk, "dual-write-publish"));
    QTest::keyClick(desk.panel.get(), Qt::Key_Period, Qt::ControlModifier);
    QTest::mouseClick(desk.child<QToolButton>("toWaiver"), Qt::LeftButton);
    auto* reason = desk.child<QLineEdit>("waiverReason");
    QVERIFY(reason->hasFocus());
    QTest::keyClick(reason, Qt::Key_Return); // not without a reason
    QVERIFY(!desk.document.isDirty());
    QTest::keyClicks(reason, "Moves to the outbox in spring.");
    auto* until = desk.child<QLineEdit>("waiverUntil");
    for (const QString& day :
         {QStringLiteral("some day"), QDate::currentDate().addDays(-1).toString(Qt::ISODate)}) {
        until->setText(day);
        QTest::keyClick(until, Qt::Key_Return);
        QVERIFY2(!desk.document.isDirty(), qPrintable(day));
    }
    until->setText("2999-03-31");
    desk.child<QLineEdit>("waiverBy")->setText("board");
    QTest::keyClick(reason, Qt::Key_Return);
    desk.judged();
    QVERIFY(!lineOf(desk, "dual-write-publish").isValid());
    const Lookup lookup = desk.lookup();
    const auto& waivers = lookup.findContext("checkout")->waivers;
    QCOMPARE(waivers.size(), std::size_t(1));
    QCOMPARE(waivers[0].reason, std::string("Moves to the outbox in spring."));
    QCOMPARE(waivers[0].by, std::string("board"));
    QVERIFY(waivers[0].until.has_value());
    desk.document.history().undo();
    desk.judged();
    QVERIFY(lineOf(desk, "dual-write-publish").isValid());
}

void TestProblemsPanel::mendsWhatIsSelected() {
    Desk desk("problems", testing::retailText());
    desk.judged();
    QTest::keyClick(desk.panel.get(), Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(!desk.child<QWidget>("mendCard")->isVisible());
    QCOMPARE(desk.told.toasts.last(), "Choose a problem first.");
    desk.selection.select(desk.id(ElementKind::Context, {{}, "checkout"}));
    QTest::keyClick(desk.panel.get(), Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(desk.child<QLabel>("mendTitle")->text(), "Publish through an outbox");
}

QTEST_MAIN(TestProblemsPanel)
#include "tst_problems_panel.moc"
