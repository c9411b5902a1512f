// SPDX-License-Identifier: Apache-2.0
#include "panels/generate/output_bar.h"

#include <algorithm>

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "panels/cut_label.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using viewmodels::RunProgress;

constexpr int typingPause = 300;  ///< ms
constexpr int lookingPause = 300; ///< ms; what takes less is not worth a word

QString textOf(RunProgress::Part part, int done, int all) {
    switch (part) {
    case RunProgress::Part::Generating:
        return OutputBar::tr("Generating: %1 of %2 contexts").arg(done).arg(all);
    case RunProgress::Part::Comparing:
        return OutputBar::tr("Comparing: %1 of %2 files").arg(done).arg(all);
    case RunProgress::Part::Writing:
        return OutputBar::tr("Writing: %1 of %2 files").arg(done).arg(all);
    }
    return {};
}

} // namespace

OutputBar::OutputBar(QWidget* parent)
    : QWidget(parent)
    , m_folder(new QLineEdit(this))
    , m_write(new QPushButton(tr("Write"), this))
    , m_open(new QPushButton(tr("Open"), this))
    , m_stop(new QPushButton(tr("Cancel"), this))
    , m_summary(new CutLabel(this))
    , m_bar(new QProgressBar(this)) {
    arrange();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_folder, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &OutputBar::folderChanged);
    connect(m_write, &QPushButton::clicked, this, &OutputBar::writeAsked);
    connect(m_open, &QPushButton::clicked, this, &OutputBar::openAsked);
    connect(m_stop, &QPushButton::clicked, this, &OutputBar::stopAsked);
    connect(&m_looking, &QTimer::timeout, this, &OutputBar::showProgress);
}

void OutputBar::arrange() {
    auto* label = new QLabel(tr("Write to"), this);
    auto* choose = new QPushButton(tr("Choose…"), this);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 6, 12, 3);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    row->addWidget(m_open);
    row->addWidget(m_summary);
    row->addWidget(m_write);
    row->addWidget(m_stop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_bar);
    label->setBuddy(m_folder);
    m_folder->setPlaceholderText(tr("A folder; a relative one starts at the model's"));
    m_folder->setAccessibleName(tr("Output folder"));
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setClearButtonEnabled(true);
    m_write->setObjectName(QStringLiteral("write"));
    m_write->setProperty("main", true);
    m_folder->setMinimumWidth(140); // the summary may be cut instead
    m_open->setObjectName(QStringLiteral("openFolder"));
    m_open->setAccessibleName(tr("Open the folder"));
    m_open->setEnabled(false);
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setToolTip(tr("What is written by then stays, and each file is whole."));
    m_stop->hide();
    m_summary->setObjectName(QStringLiteral("summary"));
    m_bar->setObjectName(QStringLiteral("progress"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(3); // its place is kept, so that nothing moves
    setFocusProxy(m_folder);
    connect(choose, &QPushButton::clicked, this, &OutputBar::choose);
}

QString OutputBar::folder() const {
    return m_folder->text().trimmed();
}

void OutputBar::setFolder(const QString& folder) {
    m_folder->setText(folder);
}

void OutputBar::showSummary(const QString& text, const QString& tip) {
    m_said = text;
    m_summary->setToolTip(tip.isEmpty() ? text : tip);
    if (m_stop->isHidden()) m_summary->setText(text);
}

void OutputBar::allowWriting(bool allowed, int files, const QString& why) {
    m_write->setEnabled(allowed);
    m_write->setText(files == 0   ? tr("Write")
                     : files == 1 ? tr("Write 1 file")
                                  : tr("Write %1 files").arg(files));
    m_write->setToolTip(why);
}

void OutputBar::forbidWriting() {
    m_write->setEnabled(false);
}

void OutputBar::allowOpening(bool allowed) {
    m_open->setEnabled(allowed);
    m_open->setToolTip(allowed ? tr("Open the folder") : tr("Nothing was written there yet."));
}

void OutputBar::follow(std::shared_ptr<const viewmodels::RunProgress> progress, bool atOnce) {
    m_progress = std::move(progress);
    if (atOnce) {
        showProgress();
        m_stop->setFocus(); // where the button stood that was pressed
    }
    if (!m_looking.isActive()) m_looking.start(lookingPause);
}

void OutputBar::finish() {
    m_looking.stop();
    m_progress.reset();
    m_bar->reset();
    if (m_stop->hasFocus()) m_folder->setFocus();
    m_stop->hide();
    m_write->show();
    m_summary->setText(m_said);
}

void OutputBar::showProgress() {
    if (!m_progress) return;
    const auto all = static_cast<int>(m_progress->all);
    const int done = std::min(static_cast<int>(m_progress->done), all);
    m_bar->setRange(0, std::max(all, 1));
    m_bar->setValue(done);
    m_summary->setText(textOf(m_progress->part, done, all));
    m_write->hide();
    m_stop->show();
}

void OutputBar::choose() {
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder to write to"),
                                                             picture::toQString(m_start.string()));
    if (chosen.isEmpty()) return;
    setFolder(chosen);
    emit folderChanged();
}

} // namespace factline::panels
