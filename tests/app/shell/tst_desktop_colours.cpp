// SPDX-License-Identifier: Apache-2.0
#include "shell/desktop_colours.h"

#include <atomic>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QThread>

#include "place.h"
#include "shell/windows.h"

using namespace factline;
using namespace factline::testing;
using shell::DesktopColours;

namespace {

/// A message bus of the test's own, with who asks on it and who answers.
struct Bus {
    QProcess daemon;
    QDBusConnection connection{QString()};
    QDBusConnection desktop{QString()};

    Bus() {
        daemon.start("dbus-daemon", {"--session", "--nofork", "--print-address"});
        QVERIFY2(daemon.waitForReadyRead(), "dbus-daemon (package dbus-daemon) does not start");
        const QString address = QString::fromLatin1(daemon.readLine().trimmed());
        connection = QDBusConnection::connectToBus(address, QStringLiteral("program"));
        desktop = QDBusConnection::connectToBus(address, QStringLiteral("desktop"));
        QVERIFY(connection.isConnected());
    }
    ~Bus() {
        QDBusConnection::disconnectFromBus(QStringLiteral("program"));
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
        daemon.terminate();
        daemon.waitForFinished();
    }
};

} // namespace

/// What the desktop's settings portal says of light and dark.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    explicit Portal(const Bus& bus, uint scheme)
        : m_desktop(bus.desktop)
        , m_scheme(scheme) {
        QVERIFY(m_desktop.registerObject("/org/freedesktop/portal/desktop", this,
                                         QDBusConnection::ExportAllSlots));
        QVERIFY(m_desktop.registerService("org.freedesktop.portal.Desktop"));
        moveToThread(&m_thread); // it answers while the program waits
        m_thread.start();
    }
    ~Portal() override {
        m_thread.quit();
        m_thread.wait();
    }
    void change(uint scheme) {
        m_scheme = scheme;
        say("accent-color", 7U);
        say("color-scheme", scheme);
    }

public slots:
    QDBusVariant Read(const QString& group,
                      const QString& key) const { // NOLINT(readability-identifier-naming)
        const bool known = group == "org.freedesktop.appearance" && key == "color-scheme";
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? m_scheme.load() : 0U)));
    }

private:
    void say(const QString& key, const QVariant& value) {
        auto said = QDBusMessage::createSignal("/org/freedesktop/portal/desktop",
                                               "org.freedesktop.portal.Settings", "SettingChanged");
        said << "org.freedesktop.appearance" << key << QVariant::fromValue(QDBusVariant(value));
        QVERIFY(m_desktop.send(said));
    }

    QDBusConnection m_desktop;
    std::atomic<uint> m_scheme;
    QThread m_thread;
};

/// The window is as light or as dark as the desktop, from its start and when that changes.
class TestDesktopColours : public QObject {
    Q_OBJECT
private slots:
    void portalGoesFirstAndIsFollowed();
    void noPreferenceLeavesItToThePalette();
    void paletteIsLookedAtWhenTheThemeChanges();
    void windowsFollowOnlyWhereTheSystemsThemeIsChosen();
};

void TestDesktopColours::portalGoesFirstAndIsFollowed() {
    const Bus bus;
    Portal portal(bus, 1);
    const DesktopColours colours(QPalette(Qt::white), bus.connection);
    QVERIFY(colours.isDark());
    QSignalSpy changed(&colours, &DesktopColours::changed);
    portal.change(2);
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(!colours.isDark());
    portal.change(2);
    portal.change(1);
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(colours.isDark());
}

void TestDesktopColours::noPreferenceLeavesItToThePalette() {
    const Bus bus;
    Portal portal(bus, 0);
    QVERIFY(DesktopColours(QPalette(Qt::black), bus.connection).isDark());
    QVERIFY(!DesktopColours(QPalette(Qt::white), bus.connection).isDark());
    QVERIFY(DesktopColours(QPalette(Qt::black), QDBusConnection(QString())).isDark()); // and no bus at all
}

void TestDesktopColours::paletteIsLookedAtWhenTheThemeChanges() {
    // The platform of the tests is light, whatever this was told at the start.
    const DesktopColours colours{QPalette(Qt::black), QDBusConnection(QString())};
    const QPalette own = QApplication::palette();
    QVERIFY(colours.isDark());
    QWidget window;
    window.show();
    QEvent said(QEvent::ThemeChange);
    QApplication::sendEvent(&window, &said);
    QTRY_VERIFY(!colours.isDark());
    QCOMPARE(QApplication::palette(), own); // what the program has set stays
}

void TestDesktopColours::windowsFollowOnlyWhereTheSystemsThemeIsChosen() {
    const Bus bus;
    Portal portal(bus, 1);
    Place place;
    place.setup.desktop = std::make_shared<DesktopColours>(QPalette(Qt::white), bus.connection);
    shell::MainWindow window(place.setup);
    window.resize(800, 600);
    window.QWidget::show();
    const auto isDark = [&] { return window.grab().toImage().pixelColor(400, 2).lightness() < 60; };
    QVERIFY(isDark());
    portal.change(2);
    QTRY_VERIFY(!isDark());
    window.chooseTheme(shell::ThemeChoice::Dark);
    portal.change(1);
    window.chooseTheme(shell::ThemeChoice::Light);
    portal.change(2);
    portal.change(1);
    QTRY_VERIFY(place.setup.desktop->isDark());
    QVERIFY(!isDark());
    window.chooseTheme(shell::ThemeChoice::System);
    QVERIFY(isDark());
    window.chooseTheme(shell::ThemeChoice::Light);
}

QTEST_MAIN(TestDesktopColours)
#include "tst_desktop_colours.moc"
