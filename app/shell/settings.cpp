// SPDX-License-Identifier: Apache-2.0
#include "shell/settings.h"

#include <algorithm>

#include <QFileInfo>

namespace factline::shell {

namespace {

constexpr int remembered = 12;

QString themeKey() {
    return QStringLiteral("theme");
}
QString recentKey() {
    return QStringLiteral("recentFiles");
}

} // namespace

Settings::Settings(const QString& file)
    : m_store(file.isEmpty() ? std::make_unique<QSettings>()
                             : std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

ThemeChoice Settings::theme() const {
    const QString name = m_store->value(themeKey()).toString();
    if (name == QLatin1String("light")) return ThemeChoice::Light;
    return name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice) {
    const auto name = choice == ThemeChoice::Light  ? QStringLiteral("light")
                      : choice == ThemeChoice::Dark ? QStringLiteral("dark")
                                                    : QStringLiteral("system");
    m_store->setValue(themeKey(), name);
}

QStringList Settings::recentFiles() const {
    QStringList files = m_store->value(recentKey()).toStringList();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

void Settings::remember(const std::filesystem::path& file) {
    const QString path = QString::fromStdString(std::filesystem::absolute(file).string());
    QStringList files = m_store->value(recentKey()).toStringList();
    files.removeAll(path);
    files.prepend(path);
    m_store->setValue(recentKey(), files.mid(0, remembered));
    emit recentFilesChanged();
}

void Settings::forgetFiles() {
    m_store->remove(recentKey());
    emit recentFilesChanged();
}

} // namespace factline::shell
