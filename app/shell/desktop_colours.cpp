// SPDX-License-Identifier: Apache-2.0
#include "shell/desktop_colours.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QEvent>
#include <QTimer>

namespace factline::shell {

namespace {

constexpr int patience = 200; ///< milliseconds that the start waits for the portal

const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString colourGroup = QStringLiteral("org.freedesktop.appearance");
const QString schemeKey = QStringLiteral("color-scheme");

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

/// The platform theme's own, under the one that the program has set.
QPalette paletteOfPlatform() {
    const QPalette own = QApplication::palette();
    QApplication::setPalette(QPalette());
    QPalette palette = QApplication::palette();
    QApplication::setPalette(own);
    return palette;
}

} // namespace

DesktopColours::DesktopColours(const QPalette& atStart, const QDBusConnection& bus)
    : m_palette(shell::isDark(atStart)) {
    if (bus.isConnected()) ask(bus);
    qApp->installEventFilter(this);
}

void DesktopColours::ask(QDBusConnection bus) {
    qRegisterMetaType<QDBusVariant>(); // else Qt does not find the slot
    bus.connect(portalService, portalPath, portalInterface, QStringLiteral("SettingChanged"), this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
    auto question =
        QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, QStringLiteral("Read"));
    question << colourGroup << schemeKey;
    // At first it waits a little, so that no window begins in the wrong colours; a slow portal is heard
    // later.
    const QDBusMessage answer = bus.call(question, QDBus::Block, patience);
    if (answer.type() == QDBusMessage::ReplyMessage) return takeScheme(answer.arguments().value(0));
    if (bus.lastError().type() != QDBusError::NoReply && bus.lastError().type() != QDBusError::Timeout)
        return;
    auto* late = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(late, &QDBusPendingCallWatcher::finished, this, [this, late] {
        late->deleteLater();
        if (!late->isError()) takeScheme(late->reply().arguments().value(0));
    });
}

void DesktopColours::takeSetting(const QString& inGroup, const QString& ofKey, const QDBusVariant& value) {
    if (inGroup == colourGroup && ofKey == schemeKey) takeScheme(value.variant());
}

/// 1: dark, 2: light, 0: no preference; wrapped once or twice, as the portal's version likes.
void DesktopColours::takeScheme(const QVariant& value) {
    QVariant scheme = value;
    while (scheme.canConvert<QDBusVariant>())
        scheme = scheme.value<QDBusVariant>().variant();
    const bool before = isDark();
    const uint said = scheme.toUInt();
    m_portal = said == 1 ? std::optional(true) : said == 2 ? std::optional(false) : std::nullopt;
    if (isDark() != before) emit changed();
}

bool DesktopColours::eventFilter(QObject* watched, QEvent* event) {
    // Every widget is told; one look when all have been.
    if (event->type() == QEvent::ThemeChange && !m_looking) {
        m_looking = true;
        QTimer::singleShot(0, this, &DesktopColours::lookAtPalette);
    }
    return QObject::eventFilter(watched, event);
}

void DesktopColours::lookAtPalette() {
    m_looking = false;
    const bool before = isDark();
    m_palette = shell::isDark(paletteOfPlatform());
    if (isDark() != before) emit changed();
}

} // namespace factline::shell
