// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include "app/document/samples.h"
#include "app/panels/desk.h"
#include "app/verification/shop.h"
#include "picture/badge_image.h"
#include "verification/spoken.h"

using namespace factline;
using testing::Desk;
using testing::Shop;

namespace {

/// Takes a connection, and never answers.
class Silence {
public:
    Silence() {
        sockaddr_in address{.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
        QCOMPARE(bind(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        QCOMPARE(listen(m_socket, 1), 0);
    }
    ~Silence() { close(m_socket); }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    int port() const {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size);
        return ntohs(address.sin_port);
    }

private:
    int m_socket = socket(AF_INET, SOCK_STREAM, 0);
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
        Desk desk("database", testing::ordersOnSqlite);
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
        // Not by its colour alone: a sign stands in front of what is objected to, and of nothing else.
        const auto* list = desk.child<QListWidget>("sentences");
        const auto sign = [&](int row) { return list->item(row)->icon().pixmap(18).toImage(); };
        QCOMPARE(list->item(0)->foreground().color(), desk.theme.broken.text);
        QCOMPARE(sign(0), picture::badgeImage(diagram::Badge::Kind::Error, desk.theme, 18, 1));
        QCOMPARE(sign(1).pixelColor(9, 9).alpha(), 0);
    }

    void forgetsWhenTheModelGoesOn() {
        const Shop shop;
        Desk desk("database", testing::ordersOnSqlite);
        ask(desk, shop.url());
        QVERIFY(!said(desk).isEmpty());
        QVERIFY(desk.document.apply(
            edit::Rename{desk.id(ElementKind::Event, {"orders", "OrderPlaced"}), "OrderTaken"}));
        QVERIFY(said(desk).isEmpty());
        ask(desk, shop.url());
        QVERIFY2(said(desk).filter("OrderTaken").size() == 1, qPrintable(said(desk).join('\n')));
    }

    void tellsNobodyThePassword() {
        Desk desk("database", testing::ordersThatStore);
        desk.panel->resize(900, 300);
        const QString before = desk.text();
        ask(desk, "postgresql://somebody:very-secret@127.0.0.1:1/nowhere");
        const auto* problem = desk.child<QLabel>("problem");
        QVERIFY2(problem->isVisible() && problem->text().startsWith("The database cannot be reached"),
                 qPrintable(problem->text()));
        QVERIFY(said(desk).isEmpty());
        const auto* password = desk.child<QLineEdit>("password");
        QCOMPARE(password->text(), QString("very-secret"));
        QCOMPARE(desk.child<QLineEdit>("url")->text(), QString("postgresql://somebody@127.0.0.1:1/nowhere"));
        for (const auto* field : desk.panel->findChildren<QLineEdit*>())
            QVERIFY(!field->displayText().contains("very-secret"));
        for (const auto* label : desk.panel->findChildren<QLabel*>())
            QVERIFY(!label->text().contains("very-secret"));
        QVERIFY(desk.told.toasts.filter("very-secret").isEmpty());
        QSettings settings;
        for (const QString& key : settings.allKeys())
            QVERIFY(!settings.value(key).toString().contains("very-secret"));
        QCOMPARE(desk.text(), before);
    }

    void asksForAPasswordOnlyWhereThereIsOne() {
        Desk desk("database", testing::ordersOnSqlite);
        auto* field = desk.child<QLineEdit>("url");
        const auto* password = desk.child<QLineEdit>("password");
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, "sqlite:/nowhere.db");
        QVERIFY(!password->isVisible());
        field->selectAll();
        QTest::keyClicks(field, "postgresql://somebody@127.0.0.1:1/nowhere");
        QVERIFY(password->isVisible());
        QCOMPARE(password->echoMode(), QLineEdit::Password);
    }

    void saysWhichDatabaseItIs() {
        Desk desk("database", testing::ordersOnSqlite);
        desk.panel->resize(900, 300);
        ask(desk, "postgresql://somebody@127.0.0.1:1/nowhere");
        const QString said = desk.child<QLabel>("problem")->text();
        QVERIFY2(said.startsWith("orders has no tables on PostgreSQL: its store is sqlite"),
                 qPrintable(said));
    }

    void canBeCancelled() {
        Desk desk("database", testing::ordersThatStore);
        const Silence silence;
        auto* field = desk.child<QLineEdit>("url");
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, QString("postgresql://somebody@127.0.0.1:%1/x").arg(silence.port()));
        QTest::keyClick(field, Qt::Key_Return);
        auto* button = desk.child<QPushButton>("ask");
        QCOMPARE(button->text(), QString("Cancel"));
        QVERIFY(desk.child<QLabel>("state")->text().startsWith("Asking"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(button->text(), QString("Ask"));
        QVERIFY(desk.child<QLabel>("problem")->text().isEmpty());
    }

    void nobodyWaitsForAHostThatDoesNotAnswer() {
        const Silence silence;
        auto desk = std::make_unique<Desk>("database", testing::ordersThatStore);
        auto* button = desk->child<QPushButton>("ask");
        for (int i = 0; i < 4; ++i) { // nor does the next question
            auto* field = desk->child<QLineEdit>("url");
            QTest::mouseClick(field, Qt::LeftButton);
            field->selectAll();
            QTest::keyClicks(field, QString("postgresql://somebody@127.0.0.1:%1/x").arg(silence.port()));
            QTest::keyClick(field, Qt::Key_Return);
            QCOMPARE(button->text(), QString("Cancel"));
            QTest::qWait(50);
            if (i < 3) QTest::mouseClick(button, Qt::LeftButton);
        }
        QElapsedTimer closing;
        closing.start();
        desk.reset();
        QVERIFY2(closing.elapsed() < 2000, qPrintable(QString::number(closing.elapsed())));
    }

    void reads() {
        const Shop shop;
        const auto before = testing::read(shop.path().toStdString());
        Desk desk("database", testing::ordersOnSqlite);
        ask(desk, shop.url());
        QCOMPARE(testing::read(shop.path().toStdString()), before);
    }

private:
    testing::SettingsAside m_settings;
};

QTEST_MAIN(TestDatabasePanel)
#include "tst_database_panel.moc"
