// SPDX-License-Identifier: Apache-2.0
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "app/shell/place.h"

using namespace factline;

namespace {

/// A desktop of the test's own with a bus, on which the program runs as for somebody with a screen reader.
struct Desktop {
    QTemporaryDir home;
    QProcess screen, bus, program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    Desktop() {
        for (const char* name :
             {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "AT_SPI_BUS_ADDRESS"})
            environment.remove(name);
        environment.insert("HOME", home.path());
        environment.insert("XDG_RUNTIME_DIR", home.path());
        environment.insert("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1");
        environment.insert("LC_ALL", "C.UTF-8");
        screen.start("Xvfb",
                     {"-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"});
        screen.waitForReadyRead(20'000);
        environment.insert("DISPLAY", ":" + QString::fromLatin1(screen.readLine().trimmed()));
        bus.setProcessEnvironment(environment);
        bus.start("dbus-daemon", {"--session", "--nofork", "--print-address=1"});
        bus.waitForReadyRead(20'000);
        environment.insert("DBUS_SESSION_BUS_ADDRESS", QString::fromLatin1(bus.readLine().trimmed()));
    }
    ~Desktop() {
        for (QProcess* process : {&program, &bus, &screen}) {
            process->kill();
            process->waitForFinished();
        }
    }
    QString busAddress() const { return environment.value("DBUS_SESSION_BUS_ADDRESS"); }
};

/// Something that the bus lists: who answers for it, and where.
struct Listed {
    QString service;
    QString path;
};

/// The bus of screen readers, whose address the session's bus knows.
struct Reader {
    QDBusConnection bus;

    explicit Reader(const QString& sessionBus)
        : bus(QString()) {
        auto session = QDBusConnection::connectToBus(sessionBus, "session of the test");
        const QDBusMessage address = session.call(
            QDBusMessage::createMethodCall("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"));
        if (!address.arguments().isEmpty())
            bus = QDBusConnection::connectToBus(address.arguments().front().toString(), "reader of the test");
    }
    QList<Listed> children(const Listed& of) const {
        const QDBusMessage reply = bus.call(
            QDBusMessage::createMethodCall(of.service, of.path, "org.a11y.atspi.Accessible", "GetChildren"));
        QList<Listed> all;
        if (reply.type() != QDBusMessage::ReplyMessage) return all;
        const auto list = reply.arguments().front().value<QDBusArgument>();
        list.beginArray();
        while (!list.atEnd()) {
            Listed child;
            QDBusObjectPath path;
            list.beginStructure();
            list >> child.service >> path;
            list.endStructure();
            child.path = path.path();
            all += child;
        }
        list.endArray();
        return all;
    }
    QString text(const Listed& of, const char* what) const {
        auto question =
            QDBusMessage::createMethodCall(of.service, of.path, "org.freedesktop.DBus.Properties", "Get");
        question << QString("org.a11y.atspi.Accessible") << QString::fromLatin1(what);
        const QDBusMessage reply = bus.call(question);
        if (reply.type() != QDBusMessage::ReplyMessage) return {};
        return reply.arguments().front().value<QDBusVariant>().variant().toString();
    }
    /// Everything below, as it is called.
    std::map<QString, Listed> names(const Listed& of, int depth = 12) const {
        std::map<QString, Listed> all;
        for (const Listed& child : children(of)) {
            if (const QString name = text(child, "Name"); !name.isEmpty()) all.emplace(name, child);
            if (depth > 0) all.merge(names(child, depth - 1));
        }
        return all;
    }
};

/// Hears what gets the keyboard, as a screen reader does.
class Listener : public QObject {
    Q_OBJECT
public:
    explicit Listener(QDBusConnection bus) {
        auto wish = QDBusMessage::createMethodCall("org.a11y.atspi.Registry", "/org/a11y/atspi/registry",
                                                   "org.a11y.atspi.Registry", "RegisterEvent");
        wish << QStringLiteral("object:state-changed:focused");
        bus.call(wish);
        bus.connect({}, {}, "org.a11y.atspi.Event.Object", "StateChanged", this, SLOT(hear(QDBusMessage)));
        QTest::qWait(1'000); // the program asks the registry who listens
    }
    QStringList focused; ///< paths

private slots:
    void hear(const QDBusMessage& event) {
        const auto what = event.arguments();
        if (what.size() > 1 && what[0].toString() == "focused" && what[1].toInt() == 1)
            focused += event.path();
    }
};

} // namespace

/// Who cannot see the picture hears it: the bus of screen readers lists every node with what it is.
class ScreenReader : public QObject {
    Q_OBJECT
private slots:
    void listsEveryNode() {
        Desktop desktop;
        QVERIFY2(desktop.screen.state() == QProcess::Running, "Xvfb: see installer/packages-test.txt");
        QVERIFY2(desktop.bus.state() == QProcess::Running, "dbus-daemon: see installer/packages-test.txt");
        const QString file = desktop.home.filePath("tiny.factline.yaml");
        testing::write(file.toStdString(), testing::tiny + R"(  sales:
    team: Shop floor
    views:
      open-orders: {shows: [orders/order], fedBy: {orders/OrderPlaced: {}}}
      late-orders: {shows: [orders/order], fedBy: {orders/OrderPlaced: {}}}
)");
        desktop.program.setProcessEnvironment(desktop.environment);
        desktop.program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        desktop.program.start(FACTLINE_BIN_DIR "/factline-desktop", {file});
        QVERIFY(desktop.program.waitForStarted());

        const Reader reader(desktop.busAddress());
        QVERIFY2(reader.bus.isConnected(), "at-spi2-core: see installer/packages-test.txt");
        const Listed root{"org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"};
        QTRY_VERIFY_WITH_TIMEOUT(!reader.children(root).isEmpty(), 20'000);
        std::map<QString, Listed> names;
        const QString event("Event OrderPlaced, owned by Orders, 2 subscribers");
        const auto hear = [&] {
            names = reader.names(root);
            return names.contains(event);
        };
        const bool heard = QTest::qWaitFor(hear, 30'000);
        QStringList said;
        for (const auto& [name, place] : names)
            said += name;
        QVERIFY2(heard, qPrintable(said.join('\n')));
        QVERIFY2(names.contains("Fact order, owned by Orders, announced by 1 event"),
                 qPrintable(said.join('\n')));
        QVERIFY2(names.contains("View open orders, owned by Sales, fed by 1 event"),
                 qPrintable(said.join('\n')));
        const QString context("Context Sales");
        QVERIFY2(std::ranges::any_of(said, [&](const QString& name) { return name.startsWith(context); }),
                 qPrintable(said.join('\n')));
        // What its badges say is heard, too.
        QVERIFY2(!reader.text(names.at("View open orders, owned by Sales, fed by 1 event"), "Description")
                      .isEmpty(),
                 "no description");

        // Who goes there by keys is told where they are.
        Listener listener(reader.bus);
        QProcess keys;
        keys.setProcessEnvironment(desktop.environment);
        const QString own = QString::number(desktop.program.processId());
        const QString place = names.at(event).path;
        for (int attempt = 0; attempt < 4 && !listener.focused.contains(place);
             ++attempt) { // a slow one looks on
            keys.start("sh", {"-c", "xdotool search --all --onlyvisible --pid " + own +
                                        " --name Factline windowfocus --sync && xdotool key Escape ctrl+p && "
                                        "sleep 1 && xdotool type --delay 20 OrderPlaced && sleep 1 && "
                                        "xdotool key Return"});
            QVERIFY(keys.waitForFinished(20'000));
            QVERIFY2(keys.exitCode() == 0, keys.readAllStandardError().constData());
            (void)QTest::qWaitFor([&] { return listener.focused.contains(place); }, 5'000);
        }
        QVERIFY2(listener.focused.contains(place),
                 qPrintable(place + " is none of " + listener.focused.join(' ')));
    }
};

QTEST_GUILESS_MAIN(ScreenReader)
#include "tst_27_screen_reader.moc"
