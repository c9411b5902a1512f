// SPDX-License-Identifier: Apache-2.0
#include "shell/tab_pills.h"

#include <QLabel>
#include <QTabBar>

namespace factline::shell {

namespace {

QString styleOf(PillLook look, const picture::Theme& theme) {
    const bool quiet = look == PillLook::Quiet;
    const auto& state = look == PillLook::Error ? theme.broken : theme.atRisk;
    return QStringLiteral("background: %1; color: %2; border-radius: 8px; padding: 0 6px; min-height: 16px; "
                          "max-height: 16px; font-size: 11px; font-weight: 600; margin-right: 6px;")
        .arg((quiet ? theme.window : state.fill).name(), (quiet ? theme.quietText : state.text).name());
}

void showPill(QTabBar& bar, int tab, const Pill& pill, const picture::Theme& theme) {
    auto* label = qobject_cast<QLabel*>(bar.tabButton(tab, QTabBar::RightSide));
    const QString count = pill.count > 0 ? QString::number(pill.count) : QString();
    bar.setAccessibleTabName(tab, count.isEmpty() ? bar.tabText(tab)
                                                  : bar.tabText(tab) + QLatin1Char(' ') + count);
    if (count.isEmpty()) {
        if (label) bar.setTabButton(tab, QTabBar::RightSide, nullptr);
        delete label;
        return;
    }
    const bool isNew = !label;
    if (isNew) label = new QLabel(&bar);
    const bool resized = label->text().size() != count.size();
    label->setText(count);
    label->setAlignment(Qt::AlignCenter);
    label->setAttribute(Qt::WA_TransparentForMouseEvents); // a click on it is one on its tab
    label->setStyleSheet(styleOf(pill.look, theme));
    if (isNew || resized) {
        label->ensurePolished();
        label->resize(label->sizeHint());
        bar.setTabButton(tab, QTabBar::RightSide, label);
        label->show(); // set anew, it hides what was there before: itself
    }
}

} // namespace

void showPills(const QMainWindow& window, const std::map<QString, Pill>& pills, const picture::Theme& theme) {
    for (QTabBar* bar : window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        for (int tab = 0; tab < bar->count(); ++tab) {
            const auto found = pills.find(bar->tabText(tab));
            if (found != pills.end()) showPill(*bar, tab, found->second, theme);
        }
}

} // namespace factline::shell
