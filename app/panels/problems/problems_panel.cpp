// SPDX-License-Identifier: Apache-2.0
#include "panels/problems/problems_panel.h"

#include <QHeaderView>

#include "picture/badge_image.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using diagram::Badge;
using picture::toQString;

constexpr double iconSide = 18;

QString severityWord(Severity severity) {
    return toQString(word(severity));
}

} // namespace

ProblemsPanel::ProblemsPanel(picture::Theme theme, QWidget* parent)
    : QTreeWidget(parent)
    , m_theme(std::move(theme)) {
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setIconSize(QSize(static_cast<int>(iconSide), static_cast<int>(iconSide)));
    setTextElideMode(Qt::ElideRight);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    setAccessibleName(tr("Problems"));
    const auto choose = [this](QTreeWidgetItem* item) {
        if (const Finding* finding = findingAt(indexOfTopLevelItem(item))) emit chosen(*finding);
    };
    connect(this, &QTreeWidget::itemClicked, this, choose);
    connect(this, &QTreeWidget::itemActivated, this, choose);
}

void ProblemsPanel::show(const std::shared_ptr<const jobs::Judgement>& judgement) {
    m_judgement = judgement;
    fill();
}

void ProblemsPanel::setTheme(picture::Theme theme) {
    m_theme = std::move(theme);
    fill();
}

const Finding* ProblemsPanel::findingAt(int line) const {
    if (!m_judgement || !m_judgement->snapshot || line < 0) return nullptr;
    const auto problems = m_judgement->snapshot->base->problems.size();
    const auto index = static_cast<std::size_t>(line);
    if (index < problems || index - problems >= m_judgement->findings.size()) return nullptr;
    return &m_judgement->findings[index - problems];
}

void ProblemsPanel::fill() {
    clear();
    if (!m_judgement || !m_judgement->snapshot) return;
    QList<QTreeWidgetItem*> items;
    const auto icon = [&](Badge::Kind kind) {
        return QIcon(QPixmap::fromImage(picture::badgeImage(kind, m_theme, iconSide, devicePixelRatioF())));
    };
    const std::array icons{icon(Badge::Kind::Hint), icon(Badge::Kind::Hint), icon(Badge::Kind::Warning),
                           icon(Badge::Kind::Error)};
    const auto add = [&](Severity severity, const QString& message, const QString& note) {
        auto* item = new QTreeWidgetItem({message, note});
        item->setIcon(0, icons.at(static_cast<std::size_t>(severity)));
        item->setForeground(1, m_theme.quietText);
        item->setToolTip(0, message);
        item->setData(0, Qt::AccessibleTextRole, severityWord(severity) + QStringLiteral(": ") + message);
        items += item;
    };
    for (const auto& problem : m_judgement->snapshot->base->problems) {
        const SourceRange& place = problem.place;
        add(Severity::Error, toQString(problem.message),
            QStringLiteral("%1:%2:%3").arg(toQString(place.file)).arg(place.line).arg(place.column));
    }
    for (const Finding& finding : m_judgement->findings)
        add(finding.severity, toQString(finding.message), toQString(finding.rule));
    addTopLevelItems(items);
}

} // namespace factline::panels
