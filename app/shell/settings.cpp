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
QString viewsKey() {
    return QStringLiteral("views");
}
QString nameOf(const std::filesystem::path& file) {
    return QString::fromStdString(std::filesystem::absolute(file).string());
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
    const QString path = nameOf(file);
    QStringList files = m_store->value(recentKey()).toStringList();
    files.removeAll(path);
    files.prepend(path);
    m_store->setValue(recentKey(), files.mid(0, remembered));
    emit recentFilesChanged();
}

QByteArray Settings::view(const std::filesystem::path& file) const {
    return m_store->value(viewsKey()).toMap().value(nameOf(file)).toByteArray();
}

void Settings::setView(const std::filesystem::path& file, const QByteArray& bytes) {
    const QStringList recent = m_store->value(recentKey()).toStringList();
    QVariantMap views;
    for (const auto& [name, view] : m_store->value(viewsKey()).toMap().asKeyValueRange())
        if (recent.contains(name)) views.insert(name, view);
    views.insert(nameOf(file), bytes);
    m_store->setValue(viewsKey(), views);
}

void Settings::forgetFiles() {
    m_store->remove(recentKey());
    m_store->remove(viewsKey());
    emit recentFilesChanged();
}

} // namespace factline::shell
