// SPDX-License-Identifier: Apache-2.0
#include "shell/settings.h"

#include <algorithm>
#include <utility>

#include <QFileInfo>

namespace factline::shell {

namespace {

constexpr int remembered = 12;
constexpr int atOnce = 60; ///< milliseconds within which a drive answers that does

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
    files.removeIf([this](const QString& file) { return m_gone.contains(file); });
    return files;
}

void Settings::lookForFiles() {
    const auto look = [files = m_store->value(recentKey()).toStringList()] {
        QStringList missing = files;
        missing.removeIf([](const QString& file) { return QFileInfo::exists(file); });
        return missing;
    };
    const auto hear = [this](const QStringList& gone) {
        if (std::exchange(m_gone, gone) != gone) emit recentFilesChanged();
    };
    if (!m_looking.isOut()) m_looking.send(look, hear);
    m_looking.waitFor(atOnce);
}

void Settings::remember(const std::filesystem::path& file) {
    const QString path = nameOf(file);
    QStringList files = m_store->value(recentKey()).toStringList();
    files.removeAll(path);
    files.prepend(path);
    m_gone.removeAll(path);
    m_looking.letGo(); // what it looked at was before this
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
