// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>

#include "app/document/samples.h"
#include "app/panels/desk.h"
#include "app/viewmodels/orders_that_store.h"
#include "contract/read.h"
#include "generate/generate.h"
#include "verification/spoken.h"

using namespace factline;
using testing::Desk;

namespace {

const std::string orders = [] {
    std::string text = testing::ordersThatStore;
    const std::string from = "store: postgresql";
    return text.replace(text.find(from), from.size(), "store: sqlite");
}();

/// A SQLite database with what is generated for the orders.
class Shop {
public:
    Shop() {
        const Model model = contract::parseModel({{"m.factline.yaml", orders}}).model;
        const auto output =
            generate::generate(Lookup(model), {{"sqlite"}, "orders"}, generate::Templates()).value();
        const auto outbox = std::ranges::find(output.files, std::string("orders/sqlite/generated/outbox.sql"),
                                              &generate::GeneratedFile::path);
        run(QString::fromStdString(outbox->content));
    }
    QString path() const { return m_folder.filePath("shop.db"); }
    QString url() const { return "sqlite:" + path(); }
    /// Several statements at once, triggers among them, are more than Qt takes.
    void run(const QString& sql) const {
        QProcess python;
        python.start("python3", {"-c",
                                 "import sqlite3, sys; sqlite3.connect(sys.argv[1], isolation_level=None)."
                                 "executescript(sys.stdin.read())",
                                 path()});
        python.write(sql.toUtf8());
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished());
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    }

private:
    QTemporaryDir m_folder;
};

QStringList said(const Desk& desk) {
    QStringList lines;
    const auto* list = desk.child<QListWidget>("sentences");
    for (int row = 0; row < list->count(); ++row)
        lines += list->item(row)->text();
    return lines;
}

void ask(const Desk& desk, const QString& url) {
    auto* field = desk.child<QLineEdit>("url");
    QTest::mouseClick(field, Qt::LeftButton);
    field->selectAll();
    QTest::keyClicks(field, url);
    auto* button = desk.child<QPushButton>("ask");
    QCOMPARE(button->text(), QString("Ask"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(button->text(), QString("Cancel"));
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), QString("Ask"), 20000);
}

} // namespace

/// The panel that asks a live database, with real keys and mouse.
class TestDatabasePanel : public QObject {
    Q_OBJECT
private slots:
    void saysWhatTheCommandLineSays() {
        const Shop shop;
        Desk desk("database", orders);
        desk.panel->resize(900, 300);
        QCOMPARE(desk.child<QComboBox>("context")->currentText(), QString("orders"));
        QVERIFY(!desk.child<QPushButton>("ask")->isEnabled()); // nowhere to ask yet
        ask(desk, shop.url());
        QCOMPARE(said(desk),
                 (QStringList{"Outbox: 0 events to publish.", "The database is as the model has it."}));
        shop.run("DROP TRIGGER outbox_event_declared");
        ask(desk, shop.url());
        const auto verified = verification::verify(Lookup(desk.document.snapshot()->model),
                                                   {.url = shop.url().toStdString(), .context = "orders"});
        QStringList expected;
        for (const auto& sentence : verification::sentencesOf(verified.value()))
            expected += QString::fromStdString(sentence.text);
        QCOMPARE(said(desk), expected);
        QCOMPARE(expected.last(), QString("1 objection."));
        QCOMPARE(desk.child<QListWidget>("sentences")->item(0)->foreground().color(), desk.theme.broken.text);
    }

    void forgetsWhenTheModelGoesOn() {
        const Shop shop;
        Desk desk("database", orders);
        ask(desk, shop.url());
        QVERIFY(!said(desk).isEmpty());
        QVERIFY(desk.document.apply(
            edit::Rename{desk.id(ElementKind::Event, {"orders", "OrderPlaced"}), "OrderTaken"}));
        QVERIFY(said(desk).isEmpty());
        ask(desk, shop.url());
        QVERIFY2(said(desk).filter("OrderTaken").size() == 1, qPrintable(said(desk).join('\n')));
    }

    void tellsNobodyThePassword() {
        Desk desk("database", orders);
        const QString before = desk.text();
        ask(desk, "postgresql://somebody:very-secret@127.0.0.1:1/nowhere");
        auto* state = desk.child<QLabel>("state");
        QVERIFY2(state->isVisible() && state->text().contains("database"), qPrintable(state->text()));
        QVERIFY(!state->text().contains("very-secret"));
        QSettings settings;
        for (const QString& key : settings.allKeys())
            QVERIFY(!settings.value(key).toString().contains("very-secret"));
        QVERIFY(said(desk).isEmpty());
        QCOMPARE(desk.text(), before);
    }

    void reads() {
        const Shop shop;
        const auto before = testing::read(shop.path().toStdString());
        Desk desk("database", orders);
        ask(desk, shop.url());
        QCOMPARE(testing::read(shop.path().toStdString()), before);
    }

private:
    testing::SettingsAside m_settings;
};

QTEST_MAIN(TestDatabasePanel)
#include "tst_database_panel.moc"
