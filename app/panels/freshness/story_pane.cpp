// SPDX-License-Identifier: Apache-2.0
#include "panels/freshness/story_pane.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "panels/role_label.h"
#include "picture/badge_image.h"

namespace factline::panels {

namespace {

constexpr double verdictIcon = 16;

QLabel* icon(diagram::Badge::Kind kind, const picture::Theme& theme, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setPixmap(
        QPixmap::fromImage(picture::badgeImage(kind, theme, verdictIcon, parent->devicePixelRatioF())));
    label->setFixedWidth(static_cast<int>(verdictIcon) + 2);
    return label;
}

/// As wide as the pane, whatever its longest word needs: the pane never scrolls sideways.
void keepInside(QLabel& label) {
    label.setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    label.setSizePolicy(policy);
}

QWidget* verdictLine(const viewmodels::PromiseStory& story, const picture::Theme& theme, QWidget* parent) {
    auto* line = new QWidget(parent);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(icon(story.state, theme, line));
    auto* word = new QLabel(story.verdict, line);
    word->setObjectName(QStringLiteral("verdict"));
    const auto colours = theme.badge(story.state);
    word->setStyleSheet(QStringLiteral("color: %1; font-weight: 600;").arg(colours.text.name()));
    keepInside(*word);
    row->addWidget(word, 1);
    return line;
}

} // namespace

StoryPane::StoryPane(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("freshnessStory"));
    m_column->setContentsMargins(0, 0, 8, 8);
    m_column->setSpacing(4);
}

void StoryPane::show(const viewmodels::PromiseStory& story, const std::vector<Risk>& decisions,
                     const std::vector<Risk>& audiences, const picture::Theme& theme, First first) {
    m_risks = nullptr;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    for (auto* old : findChildren<QWidget*>())
        old->setObjectName(QString()); // it goes a little later, and is not to be found until then
    const auto addAllRisks = [&] {
        addRisks(tr("Who decides on it"), decisions, theme);
        addRisks(tr("Who sees it beside another"), audiences, theme);
    };
    if (first == First::Risks) {
        addAllRisks();
        m_column->addSpacing(4);
    }
    if (!story.verdict.isEmpty()) m_column->addWidget(verdictLine(story, theme, this));
    const auto add = [&](const QString& text, const char* role) {
        if (text.isEmpty()) return;
        auto* label = roleLabel(text, role, this);
        label->setObjectName(QString::fromLatin1(role));
        keepInside(*label);
        m_column->addWidget(label);
    };
    add(story.sentence, "sentence");
    add(story.remedy, "remedy");
    if (first == First::Promise) addAllRisks();
    add(story.footing, "footing");
    m_column->addStretch(1);
}

int StoryPane::lineEndAbove(int y) const {
    int end = y;
    for (const auto* label : findChildren<QLabel*>()) {
        const int top = label->mapTo(this, QPoint()).y();
        const int line = label->pixmap().isNull() ? label->fontMetrics().lineSpacing() : label->height();
        if (top < y && top + label->height() > y) end = std::min(end, top + (y - top) / line * line);
    }
    return end;
}

void StoryPane::addRisks(const QString& heading, const std::vector<Risk>& risks,
                         const picture::Theme& theme) {
    if (risks.empty()) return;
    m_column->addSpacing(4);
    auto* label = roleLabel(heading, "heading", this);
    m_column->addWidget(label);
    if (!m_risks) m_risks = label;
    for (const Risk& risk : risks) {
        auto* line = new QWidget(this);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        row->addWidget(icon(risk.state, theme, line), 0, Qt::AlignTop);
        auto* words = roleLabel(tr("%1 %2.").arg(risk.who, risk.sentence), "risk", line);
        words->setObjectName(QStringLiteral("risk ") + risk.who);
        keepInside(*words);
        row->addWidget(words, 1);
        m_column->addWidget(line);
    }
}

} // namespace factline::panels
