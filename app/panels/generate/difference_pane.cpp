// SPDX-License-Identifier: Apache-2.0
#include "panels/generate/difference_pane.h"

#include <QLabel>
#include <QVBoxLayout>

#include "panels/diff_view.h"
#include "panels/generate/preview_texts.h"

namespace factline::panels {

namespace {

/// What is the same is shown whole.
std::vector<viewmodels::DiffLine> linesOf(const viewmodels::Versions& versions) {
    auto lines = viewmodels::unifiedDiff(versions.disk, versions.generated);
    if (lines.empty())
        for (const std::string_view line : viewmodels::linesOf(versions.disk))
            lines.push_back({viewmodels::DiffLine::Kind::Common, std::string(line)});
    return lines;
}

} // namespace

DifferencePane::DifferencePane(const picture::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_caption(new QLabel(this))
    , m_diff(new DiffView(theme, this))
    , m_comparing(this) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_caption);
    column->addWidget(m_diff, 1);
    m_caption->setWordWrap(true);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setObjectName(QStringLiteral("caption"));
    m_diff->setAccessibleName(tr("Difference to the file on disk"));
}

void DifferencePane::setTheme(const picture::Theme& theme) {
    m_diff->setTheme(theme);
}

void DifferencePane::showFile(std::shared_ptr<const viewmodels::Preview> preview, const QString& path,
                              generate::Fate fate) {
    m_caption->setText(captionOf(path, fate));
    m_comparing.start([preview = std::move(preview), path = path.toStdString()](
                          const std::stop_token&) { return viewmodels::versionsOf(*preview, path); },
                      [this](const viewmodels::Versions& versions) { m_diff->show(linesOf(versions)); });
}

void DifferencePane::showNone(const QString& why) {
    m_comparing.cancel();
    m_diff->show({});
    m_caption->setText(why);
}

} // namespace factline::panels
