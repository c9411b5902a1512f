// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModel>
#include <QDesktopServices>
#include <QListWidget>
#include <QProgressBar>
#include <QTreeView>

#include "app/verification/shop.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// An architect writes what the model gives, stops it half way, looks at the folder, and asks a live database
/// whether it is like that.
class GenerateAndAskJourney : public QObject {
    Q_OBJECT
private slots:
    void writesStopsAndOpensTheFolder();
    void asksALiveDatabase();
    void opened(const QUrl& url) { m_opened += url; }

private:
    QList<QUrl> m_opened; ///< by the desktop's file manager, if it were there
};

namespace {

struct Architect : User {
    template<typename Part>
    Part& part(const char* name) {
        Part* found = nullptr;
        const auto shown = [&] {
            for (auto* each : window->findChildren<Part*>(QLatin1String(name)))
                if (each->isVisible()) found = each;
            return found != nullptr;
        };
        if (!QTest::qWaitFor(shown, 20'000)) qFatal("the window shows no '%s'", name);
        return *found;
    }
    /// A panel, by the palette.
    void show(const QString& title) {
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        find(title);
    }
    QStringList said() {
        QStringList lines;
        auto* list = window->findChild<QListWidget*>("sentences");
        for (int row = 0; row < list->count(); ++row)
            lines += list->item(row)->text();
        return lines;
    }
};

} // namespace

void GenerateAndAskJourney::writesStopsAndOpensTheFolder() {
    Architect user;
    const auto model = user.place.file("many.factline.yaml");
    const QString out = user.place.folder.filePath("out");
    write(model, ordersAndMany(400)); // so many that writing takes its time
    user.open(model);
    user.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    auto& folder = user.part<QLineEdit>("folder");
    auto& writing = user.part<QPushButton>("write");
    QTRY_VERIFY(folder.hasFocus());
    user.type("out");
    QTRY_VERIFY_WITH_TIMEOUT(writing.isEnabled(), 60'000);
    QVERIFY(!QFileInfo::exists(out));
    QVERIFY(!user.part<QPushButton>("openFolder").isEnabled());
    user.picture("generate-before");
    user.click(writing);
    QVERIFY(!writing.isVisible());
    const auto& progress = user.part<QProgressBar>("progress");
    QTRY_VERIFY_WITH_TIMEOUT(progress.value() > 0 || writing.isVisible(), 60'000);
    QVERIFY(writing.isVisible() || user.part<QPushButton>("stop").hasFocus());
    user.picture("generate-progress");
    if (!writing.isVisible()) user.click(user.part<QPushButton>("stop"));
    QTRY_VERIFY_WITH_TIMEOUT(writing.isVisible(), 60'000);
    QVERIFY2(user.toasted().startsWith("Stopped") || user.toasted().startsWith("Written"),
             qPrintable(user.toasted()));
    user.picture("generate-stopped");
    // The rest is written as if nothing had been.
    QTRY_VERIFY_WITH_TIMEOUT(writing.isEnabled() || writing.text() == "Write", 60'000);
    if (writing.isEnabled()) user.click(writing);
    QTRY_VERIFY_WITH_TIMEOUT(writing.isVisible() && !writing.isEnabled() && writing.text() == "Write",
                             60'000);
    QVERIFY(QFileInfo::exists(out + "/stock399/postgresql/generated/consumer.sql"));
    QDesktopServices::setUrlHandler("file", this, "opened");
    user.click(user.part<QPushButton>("openFolder"));
    QDesktopServices::unsetUrlHandler("file");
    QCOMPARE(m_opened, QList<QUrl>{QUrl::fromLocalFile(out)});
}

void GenerateAndAskJourney::asksALiveDatabase() {
    const Shop shop;
    Architect user;
    const auto model = user.place.file("orders.factline.yaml");
    write(model, ordersOnSqlite);
    user.open(model);
    const QString before = user.text();
    user.show("Live database");
    QTRY_VERIFY(user.part<QLineEdit>("url").hasFocus());
    user.picture("database-before");
    user.enter(shop.url());
    QTRY_COMPARE_WITH_TIMEOUT(
        user.said(), (QStringList{"Outbox: 0 events to publish.", "The database is as the model has it."}),
        20'000);
    user.picture("database-sound");
    shop.run("DROP TRIGGER outbox_event_declared");
    user.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(user.said().contains("1 objection."), 20'000);
    user.picture("database-objection");
    user.press(Qt::Key_A, Qt::ControlModifier);
    user.enter("postgresql://reader:very-secret@127.0.0.1:1/shop");
    QTRY_VERIFY(user.part<QLabel>("problem").text().startsWith("orders has no tables on PostgreSQL"));
    QCOMPARE(user.part<QLineEdit>("url").text(), QString("postgresql://reader@127.0.0.1:1/shop"));
    user.picture("database-refused");
    QCOMPARE(user.text(), before);
    QVERIFY(!user.document().isDirty());
}

QTEST_MAIN(GenerateAndAskJourney)
#include "tst_generate_and_ask.moc"
