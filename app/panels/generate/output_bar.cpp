// SPDX-License-Identifier: Apache-2.0
#include "panels/generate/output_bar.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "panels/cut_label.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

constexpr int typingPause = 300; ///< ms

} // namespace

OutputBar::OutputBar(QWidget* parent)
    : QWidget(parent)
    , m_folder(new QLineEdit(this))
    , m_write(new QPushButton(tr("Write"), this))
    , m_summary(new CutLabel(this)) {
    auto* label = new QLabel(tr("Write to"), this);
    auto* choose = new QPushButton(tr("Choose…"), this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    row->addWidget(m_summary);
    row->addWidget(m_write);
    label->setBuddy(m_folder);
    m_folder->setPlaceholderText(tr("A folder; a relative one starts at the model's"));
    m_folder->setAccessibleName(tr("Output folder"));
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setClearButtonEnabled(true);
    m_write->setObjectName(QStringLiteral("write"));
    m_write->setProperty("main", true);
    m_summary->setObjectName(QStringLiteral("summary"));
    setFocusProxy(m_folder);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_folder, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &OutputBar::folderChanged);
    connect(choose, &QPushButton::clicked, this, &OutputBar::choose);
    connect(m_write, &QPushButton::clicked, this, &OutputBar::writeAsked);
}

QString OutputBar::folder() const {
    return m_folder->text().trimmed();
}

void OutputBar::setFolder(const QString& folder) {
    m_folder->setText(folder);
}

void OutputBar::showSummary(const QString& text, const QString& tip) {
    m_summary->setText(text);
    m_summary->setToolTip(tip.isEmpty() ? text : tip);
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

void OutputBar::choose() {
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder to write to"),
                                                             picture::toQString(m_start.string()));
    if (chosen.isEmpty()) return;
    setFolder(chosen);
    emit folderChanged();
}

} // namespace factline::panels
