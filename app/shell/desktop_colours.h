// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QPalette>

namespace factline::shell {

/// Whether the desktop is dark, now and whenever that changes. Qt 6.4 has no QStyleHints::colorScheme, so two
/// sources are asked: the settings portal (xdg-desktop-portal: GNOME, KDE, and most others), whose word goes
/// first and which says changes as they come; and the palette that the platform theme gives, looked at again
/// when Qt says that the theme has changed. A desktop that has neither, or whose platform theme never says
/// so (a bare X server, GTK without a portal), is taken as it was when the program started.
class DesktopColours : public QObject {
    Q_OBJECT
public:
    /// `atStart`: the palette that the desktop gave before the program set its own.
    explicit DesktopColours(const QPalette& atStart,
                            const QDBusConnection& bus = QDBusConnection::sessionBus());

    bool isDark() const { return m_portal.value_or(m_palette); }

signals:
    void changed();

protected:
    /// Windows are told that the platform's theme has changed; this listens at the application.
    bool eventFilter(QObject* watched, QEvent* event) override;

private slots:
    void takeSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask(QDBusConnection bus);
    void takeScheme(const QVariant& value);
    void lookAtPalette();

    bool m_palette; ///< dark, by the platform's palette
    bool m_looking = false;
    std::optional<bool> m_portal; ///< dark, by the portal; nothing: it has no preference, or is not there
};

} // namespace factline::shell
