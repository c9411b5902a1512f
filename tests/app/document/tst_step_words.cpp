// SPDX-License-Identifier: Apache-2.0
#include "document/step_words.h"

#include <QTranslator>
#include <QtTest>

using namespace factline;

namespace {

/// Turns what it is asked around: "Move %1 to %2" -> "%2 <- %1 (Move)".
class Backwards : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override {
        if (qstrcmp(context, "StepWords") != 0) return {};
        QStringList words = QString::fromLatin1(source).split(' ');
        std::reverse(words.begin(), words.end());
        return words.join(' ');
    }
};

} // namespace

/// The steps of undo are called in the language of the window.
class TestStepWords : public QObject {
    Q_OBJECT
private slots:
    void everyFormIsKnown_data() {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("backwards");
        const auto row = [](const char* label, const char* backwards) {
            QTest::newRow(label) << label << backwards;
        };
        row("Add OrderPlaced", "OrderPlaced Add");
        row("Paste 12 elements", "elements 12 Paste");
        row("Remove event orders/OrderPlaced", "event orders/OrderPlaced Remove");
        row("Rename stage a to b", "b to a stage Rename");
        row("Rename OrderCompleted to OrderPlaced", "OrderPlaced to OrderCompleted Rename");
        row("Change the model", "model the Change");
        row("Change event OrderPlaced", "event OrderPlaced Change");
        row("Move 3 elements to sales", "sales to elements 3 Move");
        row("Move order to sales", "sales to order Move");
        row("Let badge not rely on order.paid", "order.paid on rely not badge Let");
        row("Let badge rely on order.paid", "order.paid on rely badge Let");
        row("Apply what-if: 3 values", "values 3 what-if: Apply");
        row("Something else", "Something else");
    }
    void everyFormIsKnown() {
        QFETCH(QString, label);
        QCOMPARE(document::stepWords(label.toStdString()), label);
        Backwards backwards;
        QCoreApplication::installTranslator(&backwards);
        QTEST(document::stepWords(label.toStdString()), "backwards");
    }
};

QTEST_GUILESS_MAIN(TestStepWords)
#include "tst_step_words.moc"
