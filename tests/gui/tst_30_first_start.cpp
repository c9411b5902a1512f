// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>
#include <QDialog>

#include "shell/sample_card.h"
#include "shell/start_page.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The program has just been started for the first time.
class FirstStart : public QObject {
    Q_OBJECT
private slots:
    void offersWaysToBegin();
    void aSampleIsOneClick_data();
    void aSampleIsOneClick();
    void newAndPaste();
    void remembersWhatWasOpened();
};

namespace {

QPushButton* button(User& user, const QString& text) {
    for (auto* each : user.window->findChildren<QPushButton*>())
        if (each->isVisible() && each->text().startsWith(text)) return each;
    return nullptr;
}

} // namespace

void FirstStart::offersWaysToBegin() {
    User user;
    QVERIFY(user.window->findChild<shell::StartPage*>()->isVisible());
    for (const char* text : {"New model", "Open…", "Paste YAML"})
        QVERIFY2(button(user, QString::fromUtf8(text)) != nullptr, text);
    const auto cards = user.window->findChildren<shell::SampleCard*>();
    QCOMPARE(cards.size(), qsizetype(3));
    // The examples show what they are: each with its picture. No wizard, nothing else that asks.
    for (const auto* window : QApplication::topLevelWidgets())
        if (window->isVisible()) QVERIFY(qobject_cast<const QDialog*>(window) == nullptr);
    for (auto* card : cards) {
        const auto colours = [&] {
            const QImage image = card->grab().toImage();
            std::set<QRgb> all;
            for (int y = 0; y < image.height() / 2; y += 2)
                for (int x = 0; x < image.width(); x += 2)
                    all.insert(image.pixel(x, y));
            return all.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(colours() > 20, 20'000);
    }
    QVERIFY(button(user, "tiny") == nullptr); // nothing was opened yet
    user.picture("first-start");
}

void FirstStart::aSampleIsOneClick_data() {
    QTest::addColumn<int>("card");
    QTest::addColumn<int>("nodes");
    QTest::newRow("small") << 0 << 8;
    QTest::newRow("middle") << 1 << 40;
    QTest::newRow("large") << 2 << 120;
}

void FirstStart::aSampleIsOneClick() {
    QFETCH(int, card);
    QFETCH(int, nodes);
    User user;
    const auto* sample = user.window->findChildren<shell::SampleCard*>().at(card);
    // The cards' own pictures are made meanwhile; they are not what is waited for.
    QTRY_VERIFY_WITH_TIMEOUT(QThreadPool::globalInstance()->activeThreadCount() == 0, 20'000);
    const Effort effort;
    user.click(*sample);
    QTRY_VERIFY_WITH_TIMEOUT(user.canvas().hasDiagram(), 20'000);
    QVERIFY2(effort.spent() < 1'000, qPrintable(QString::number(effort.spent())));
    user.settle();
    const auto drawn = static_cast<double>(user.canvas().diagram().nodes.size());
    QVERIFY2(drawn > nodes * 0.7 && drawn < nodes * 1.5, qPrintable(QString::number(drawn)));
    QVERIFY(!user.document().isDirty());
    // The whole of it is seen.
    QVERIFY(QRectF(user.canvas().rect())
                .contains(QRectF(user.canvas().viewport().toScreen(user.canvas().extent().topLeft()),
                                 user.canvas().viewport().toScreen(user.canvas().extent().bottomRight()))));
}

void FirstStart::newAndPaste() {
    User user;
    user.click(*button(user, "New model"));
    user.settle();
    QVERIFY(user.model().contexts.empty());
    user.say(Qt::Key_C, "orders"); // the keyboard is on the canvas at once
    QVERIFY(user.id("context orders"));

    User another;
    QApplication::clipboard()->setText(QString::fromStdString(tiny));
    another.click(*button(another, "Paste YAML"));
    another.settle();
    QVERIFY(another.id("event orders/OrderPlaced"));
    QVERIFY(another.document().isDirty()); // no file holds it
}

void FirstStart::remembersWhatWasOpened() {
    User user;
    write(user.place.file("tiny.factline.yaml"), tiny);
    user.open(user.place.file("tiny.factline.yaml"));
    user.window->close();
    user.start();
    auto* line = button(user, "tiny.factline.yaml");
    QVERIFY(line != nullptr);
    user.click(*line);
    user.settle();
    QVERIFY(user.id("event orders/OrderPlaced"));
}

QTEST_MAIN(FirstStart)
#include "tst_30_first_start.moc"
