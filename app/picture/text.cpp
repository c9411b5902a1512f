// SPDX-License-Identifier: Apache-2.0
#include "picture/text.h"

#include <map>

#include <QFontDatabase>

namespace factline::picture {

namespace {

constexpr diagram::TextRole lastRole = diagram::TextRole::Legend;

QString firstInstalled(const std::vector<std::string>& families) {
    for (const std::string& family : families) {
        QString name = toQString(family);
        if (QFontDatabase::hasFamily(name)) return name;
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

/// Asked once a thread: the system takes a third of a millisecond to answer, and every picture asks 16 times.
QString familyInUse(const Typography& typography) {
    thread_local std::map<std::vector<std::string>, QString> known;
    const auto [place, isNew] = known.try_emplace(typography.families);
    if (isNew) place->second = firstInstalled(typography.families);
    return place->second;
}

} // namespace

QString toQString(std::string_view text) {
    return language::printable(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

QFont fontFor(const Typography& typography, diagram::TextRole role) {
    const TextStyle& style = typography.style(role);
    QFont font(familyInUse(typography));
    font.setPixelSize(static_cast<int>(style.size));
    font.setWeight(static_cast<QFont::Weight>(style.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

QString familyFallbacks(const Typography& typography) {
    QStringList names{familyInUse(typography)};
    for (const std::string& family : typography.families)
        names += toQString(family);
    names += {QStringLiteral("Helvetica Neue"), QStringLiteral("Arial"), QStringLiteral("sans-serif")};
    names.removeDuplicates();
    for (QString& name : names)
        if (name.contains(QLatin1Char(' '))) name = QLatin1Char('\'') + name + QLatin1Char('\'');
    return names.join(QLatin1String(", "));
}

QtTextMeasure::QtTextMeasure(const Typography& typography) {
    for (int role = 0; role <= static_cast<int>(lastRole); ++role)
        m_metrics.emplace_back(fontFor(typography, static_cast<diagram::TextRole>(role)));
}

diagram::Size QtTextMeasure::measure(std::string_view text, diagram::TextRole role) const {
    const QFontMetricsF& metrics = m_metrics.at(static_cast<std::size_t>(role));
    return {metrics.horizontalAdvance(toQString(text)), metrics.height()};
}

} // namespace factline::picture
