// SPDX-License-Identifier: Apache-2.0
#include "picture/text.h"

#include <QFontDatabase>

namespace factline::picture {

namespace {

constexpr diagram::TextRole lastRole = diagram::TextRole::Legend;

QString familyInUse(const Typography& typography) {
    for (const std::string& family : typography.families) {
        QString name = toQString(family);
        if (QFontDatabase::hasFamily(name)) return name;
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

} // namespace

QString toQString(std::string_view text) {
    QString result = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar& c : result)
        if ((c.unicode() < 0x20 && c != QLatin1Char('\n')) || c.unicode() == 0x7f || c.unicode() >= 0xfffe)
            c = QChar::ReplacementCharacter;
    return result;
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
