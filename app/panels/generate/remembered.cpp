// SPDX-License-Identifier: Apache-2.0
#include "panels/generate/remembered.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSettings>

#include "picture/text.h"

namespace factline::panels {

namespace {

using picture::toQString;

QString groupOf(const std::filesystem::path& model) {
    const QByteArray file = QByteArray::fromStdString(model.string());
    return QStringLiteral("generate/") +
           QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha1).toHex());
}

QString keyOf(bool wanted) {
    return wanted ? QStringLiteral("on") : QStringLiteral("off");
}

} // namespace

Remembered readRemembered(const std::filesystem::path& model) {
    QSettings settings;
    settings.beginGroup(groupOf(model));
    Remembered what{settings.value(QStringLiteral("folder")).toString(), {}};
    for (const bool wanted : {true, false})
        for (const QString& pair : settings.value(keyOf(wanted)).toStringList())
            what.choices[{pair.section(QLatin1Char('\t'), 0, 0).toStdString(),
                          pair.section(QLatin1Char('\t'), 1).toStdString()}] = wanted;
    return what;
}

void writeRemembered(const std::filesystem::path& model, const Remembered& what) {
    QSettings settings;
    settings.beginGroup(groupOf(model));
    settings.setValue(QStringLiteral("folder"), what.folder);
    for (const bool wanted : {true, false}) {
        QStringList pairs;
        for (const auto& [pair, on] : what.choices)
            if (on == wanted) pairs += toQString(pair.first) + QLatin1Char('\t') + toQString(pair.second);
        settings.setValue(keyOf(wanted), pairs);
    }
}

std::filesystem::path folderMeant(const QString& typed, const std::filesystem::path& model) {
    QString text = typed;
    if (text.isEmpty()) return {};
    if (text == QLatin1String("~") || text.startsWith(QLatin1String("~/")))
        text.replace(0, 1, QDir::homePath());
    std::filesystem::path path = text.toStdString();
    if (path.is_absolute()) return path;
    const auto base = model.parent_path();
    return base.empty() ? std::filesystem::path(QDir::homePath().toStdString()) / path : base / path;
}

} // namespace factline::panels
