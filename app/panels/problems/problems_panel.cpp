// SPDX-License-Identifier: Apache-2.0
#include "panels/problems/problems_panel.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "picture/badge_image.h"
#include "picture/draw_model.h"
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

ProblemsPanel::ProblemsPanel(const Surroundings& around, picture::Theme theme, QWidget* parent)
    : Panel(parent)
    , m_around(around)
    , m_theme(std::move(theme))
    , m_list(new QTreeWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize(QSize(static_cast<int>(iconSide), static_cast<int>(iconSide)));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setAccessibleName(tr("Problems"));
    const auto chosen = [this](QTreeWidgetItem* item) { choose(m_list->indexOfTopLevelItem(item)); };
    connect(m_list, &QTreeWidget::itemClicked, this, chosen);
    connect(m_list, &QTreeWidget::itemActivated, this, chosen);
    connect(&m_around.judge, &jobs::Judge::judged, this, [this](const auto& judgement) {
        m_judgement = judgement;
        fill();
    });
}

void ProblemsPanel::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    fill();
}

void ProblemsPanel::choose(int line) {
    if (!m_judgement || !m_judgement->snapshot || line < 0) return;
    const auto problems = m_judgement->snapshot->base->problems.size();
    const auto index = static_cast<std::size_t>(line);
    if (index < problems || index - problems >= m_judgement->findings.size()) return;
    const Finding& finding = m_judgement->findings[index - problems];
    for (const ElementKey& place : picture::placesOf(finding, *m_judgement->lookup))
        if (const Located* found = m_judgement->lookup->find(place)) {
            m_around.selection.select(std::visit([](const auto* e) { return e->id; }, found->element));
            return;
        }
}

void ProblemsPanel::fill() {
    m_list->clear();
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
    m_list->addTopLevelItems(items);
    emit countChanged(static_cast<int>(items.size()));
}

Panel* createProblemsPanel(const Surroundings& around, const picture::Theme& theme, QWidget* parent) {
    return new ProblemsPanel(around, theme, parent);
}

} // namespace factline::panels
