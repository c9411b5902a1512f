// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

#include "app/panels/desk.h"
#include "viewmodels/questions_model.h"

using namespace factline;
using testing::Desk;

namespace {

std::string openText() {
    std::ifstream file(FACTLINE_SOURCE_DIR "/tests/cases/cli/check-questions/open.factline.yaml");
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

/// The open questions, answered with real clicks.
class TestQuestionsPanel : public QObject {
    Q_OBJECT
private slots:
    void asksTheGravestFirst() {
        Desk desk("questions", openText());
        desk.judged();
        QCOMPARE(desk.child<QLabel>("question")->text(), "Does OrderPaid mean order.paid-in-full?");
        const auto* model = desk.child<QTreeView>()->model();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("order-squad · Web shop"));
        QCOMPARE(model->rowCount(model->index(0, 0)), 2);
    }

    void answersInPlaceOneAfterAnother() {
        Desk desk("questions", openText());
        desk.judged();
        QTest::mouseClick(desk.child<QPushButton>("no"), Qt::LeftButton);
        QVERIFY2(desk.text().contains("denies: [order.paid-in-full]"), qPrintable(desk.text()));
        desk.judged();
        QCOMPARE(desk.child<QLabel>("question")->text(), "Does OrderPaid mean order.checked?");
        QTest::mouseClick(desk.child<QPushButton>("yes"), Qt::LeftButton);
        QVERIFY2(desk.text().contains("asserts: [order.checked]"), qPrintable(desk.text()));
        desk.judged();
        QCOMPARE(desk.child<QLabel>("question")->text(), "Does PaymentBooked mean payment.captured?");
        QTest::mouseClick(desk.child<QPushButton>("yes"), Qt::LeftButton);
        desk.judged();
        QVERIFY(!desk.child<QTreeView>()->isVisible());
        QVERIFY(!desk.child<QPushButton>("yes")->isVisible());
        desk.document.history().undo();
        desk.judged();
        QCOMPARE(desk.child<QLabel>("question")->text(), "Does PaymentBooked mean payment.captured?");
    }

    void aClickShowsTheEvent() {
        Desk desk("questions", openText());
        desk.judged();
        auto* list = desk.child<QTreeView>();
        const QModelIndex line = list->model()->index(1, 0, list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(line).center());
        QCOMPARE(desk.selection.current(), desk.id(ElementKind::Event, {"shop", "OrderPaid"}));
        QCOMPARE(desk.child<QLabel>("question")->text(), "Does OrderPaid mean order.checked?");
    }

    void theModelIsSound() {
        viewmodels::QuestionsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        lint::OwnerQuestions shop{.context = "shop", .title = "Web shop", .team = {}};
        for (const char* claim : {"a.b", "a.c", "a.d"})
            shop.questions.push_back({.event = {ElementKind::Event, "shop/OrderPaid"}, .claim = claim});
        model.show({shop});
        QCOMPARE(model.count(), 3);
        shop.questions.erase(shop.questions.begin());
        model.show({shop, {.context = "else", .title = "else", .team = {}, .questions = shop.questions}});
        QCOMPARE(model.rowCount(), 2);
        model.show({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestQuestionsPanel)
#include "tst_questions_panel.moc"
