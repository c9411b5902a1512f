// SPDX-License-Identifier: Apache-2.0
#include "panels/meaning/verdict_look.h"

#include <QCoreApplication>
#include <QLabel>

namespace factline::panels {

namespace {

struct VerdictLookWords {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

const picture::StateColours& coloursOf(lint::Verdict verdict, const picture::Theme& theme) {
    switch (verdict) {
    case lint::Verdict::Guaranteed:
        return theme.kept;
    case lint::Verdict::Weaker:
    case lint::Verdict::Unspecified:
        return theme.atRisk;
    default:
        return theme.broken;
    }
}

QString wordOf(lint::Verdict verdict) {
    switch (verdict) {
    case lint::Verdict::Contradicted:
        return VerdictLookWords::tr("contradicted");
    case lint::Verdict::Denied:
        return VerdictLookWords::tr("denied");
    case lint::Verdict::Weaker:
        return VerdictLookWords::tr("weaker");
    case lint::Verdict::Guaranteed:
        return VerdictLookWords::tr("guaranteed");
    case lint::Verdict::Foreign:
        return VerdictLookWords::tr("foreign");
    case lint::Verdict::Unspecified:
        return VerdictLookWords::tr("open");
    }
    return {};
}

} // namespace

QLabel* verdictBadge(lint::Verdict verdict, const picture::Theme& theme, QWidget* parent) {
    const auto& colours = coloursOf(verdict, theme);
    auto* badge = new QLabel(wordOf(verdict), parent);
    badge->setStyleSheet(QStringLiteral("color: %1; background: %2; border-radius: 9px; padding: 2px 10px; "
                                        "font-weight: 600;")
                             .arg(colours.text.name(), colours.fill.name()));
    return badge;
}

} // namespace factline::panels
