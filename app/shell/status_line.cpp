// SPDX-License-Identifier: Apache-2.0
#include "shell/status_line.h"

#include <cmath>

#include <QLabel>

#include "panels/cut_label.h"
#include "picture/text.h"
#include "workspace/counted.h"

namespace factline::shell {

namespace {

QString coloured(const QColor& colour, const QString& text) {
    return QStringLiteral("<span style=\"color:%1; font-weight:500\">%2</span>").arg(colour.name(), text);
}

} // namespace

StatusLine::StatusLine(const document::Document& document, const jobs::Judge& judge, QWidget* parent)
    : QStatusBar(parent)
    , m_document(document)
    , m_judge(judge)
    , m_counts(new panels::CutLabel(this))
    , m_errors(new QLabel(this))
    , m_warnings(new QLabel(this))
    , m_stage(new panels::CutLabel(this))
    , m_stale(new QLabel(this))
    , m_work(new panels::CutLabel(this))
    , m_saved(new QLabel(this))
    , m_zoom(new QLabel(this)) {
    setSizeGripEnabled(false);
    for (QLabel* label : {m_counts, m_errors, m_warnings, m_stage, m_stale})
        addWidget(label);
    for (QLabel* label : {m_work, m_saved, m_zoom})
        addPermanentWidget(label);
    m_stale->setObjectName(QStringLiteral("stale"));
    m_saved->setObjectName(QStringLiteral("saved"));
    connect(&judge, &jobs::Judge::judged, this, &StatusLine::showCounts);
    connect(&document, &document::Document::statusChanged, this, &StatusLine::showSaved);
    connect(&document, &document::Document::changed, this, &StatusLine::showSaved);
    showSaved();
}

void StatusLine::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    showCounts();
    showSaved();
}

void StatusLine::showZoom(double scale) {
    m_zoom->setText(QStringLiteral("%1 %").arg(std::lround(scale * 100)));
}

void StatusLine::showWork(const QString& text) {
    m_work->setText(text);
    m_work->setToolTip(text);
}

void StatusLine::showCounts() {
    if (!m_judge.latest() || !m_document.isOpen()) return;
    const jobs::Counts counts = jobs::countsOf(*m_judge.latest());
    m_counts->setText(workspace::countedKinds(counts).join(QStringLiteral(" · ")));
    m_counts->setToolTip(m_counts->text());
    m_errors->setText(
        coloured(m_theme.broken.text, tr("%n error(s)", nullptr, static_cast<int>(counts.errors))));
    m_warnings->setText(
        coloured(m_theme.atRisk.text, tr("%n warning(s)", nullptr, static_cast<int>(counts.warnings))));
    m_errors->setVisible(counts.errors > 0);
    m_warnings->setVisible(counts.warnings > 0);
    const QString stage = picture::toQString(jobs::stageOf(*m_judge.latest()));
    m_stage->setText(tr("Stage: %1").arg(stage));
    m_stage->setToolTip(m_stage->text());
    m_stage->setVisible(!stage.isEmpty());
}

void StatusLine::showSaved() {
    const bool open = m_document.isOpen();
    m_stale->setVisible(open && m_document.draft());
    if (m_stale->isVisibleTo(this))
        m_stale->setText(coloured(m_theme.atRisk.text, tr("⚠ The picture is stale: the YAML has an error")));
    for (QLabel* label : {m_counts, m_saved, m_zoom})
        label->setVisible(open);
    if (!open)
        for (QLabel* label : {m_errors, m_warnings, m_stage})
            label->hide();
    if (m_document.isSaving())
        m_saved->setText(tr("Saving …"));
    else if (m_document.file().empty() && !m_document.isDirty())
        m_saved->setText(tr("New"));
    else
        m_saved->setText(m_document.isDirty() ? tr("Unsaved") : tr("Saved"));
}

} // namespace factline::shell
