// SPDX-License-Identifier: Apache-2.0
#include "shell/start_page.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "picture/style_sheet.h"
#include "shell/sample_card.h"

namespace factline::shell {

namespace {

constexpr int pageWidth = 920, recentShown = 6;

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("heading", true);
    return label;
}

/// "/home/ada/models/shop.factline.yaml" -> "~/models".
QString folderOf(const QString& file) {
    QString folder = QFileInfo(file).path();
    const QString home = QDir::homePath();
    if (folder.startsWith(home)) folder.replace(0, home.size(), QStringLiteral("~"));
    return folder;
}

} // namespace

StartPage::StartPage(const Setup& setup, QWidget* parent)
    : QWidget(parent)
    , m_settings(setup.settings)
    , m_recentPart(new QWidget(this)) {
    setObjectName(QStringLiteral("start"));
    setAttribute(Qt::WA_StyledBackground);
    auto* page = new QWidget(this);
    page->setMaximumWidth(pageWidth);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 48, 24, 24);
    column->setSpacing(8);
    auto* name = new QLabel(QStringLiteral("Factline"), page);
    name->setProperty("title", true);
    column->addWidget(name);
    column->addWidget(
        new QLabel(tr("Who owns which fact, who hears of it, and what each takes it to mean."), page));
    column->addSpacing(16);
    column->addWidget(buildButtons());
    column->addSpacing(24);
    column->addWidget(heading(tr("Examples"), page));
    column->addWidget(buildCards(setup));
    column->addSpacing(16);

    m_recent = new QVBoxLayout(m_recentPart);
    m_recent->setContentsMargins(0, 0, 0, 0);
    m_recent->setSpacing(2);
    column->addWidget(m_recentPart);
    column->addStretch(1);

    auto* middle = new QWidget(this);
    auto* row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(page, 100);
    row->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(middle);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(m_settings.get(), &Settings::recentFilesChanged, this, &StartPage::showRecent);
    showRecent();
}

StartPage::~StartPage() = default;

QWidget* StartPage::buildButtons() {
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto add = [&](const QString& text, const QString& tip, void (StartPage::*wanted)()) {
        auto* button = new QPushButton(text, part);
        button->setToolTip(tip);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, wanted);
        row->addWidget(button);
        return button;
    };
    add(tr("New model"), tr("Begin with an empty canvas (Ctrl+N)"), &StartPage::newWanted)
        ->setProperty("main", true);
    add(tr("Open…"), tr("Open a model's file (Ctrl+O)"), &StartPage::openWanted);
    add(tr("Paste YAML"), tr("Make a model of the text on the clipboard (Ctrl+Shift+V)"),
        &StartPage::pasteWanted);
    row->addStretch(1);
    return part;
}

QWidget* StartPage::buildCards(const Setup& setup) {
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    for (const Sample& sample : samples()) {
        auto* card = new SampleCard(sample, setup.layout, part);
        row->addWidget(card);
        m_cards.push_back(card);
        connect(card, &QAbstractButton::clicked, this, [this, card] { emit sampleWanted(card->sample()); });
        connect(card, &SampleCard::drawn, this, [this] {
            ++m_drawn;
            if (isComplete()) emit complete();
        });
    }
    return part;
}

void StartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_settings->lookForFiles();
    if (m_drawn > 0) return;
    for (SampleCard* card : m_cards)
        card->draw();
}

void StartPage::showRecent() {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    const QStringList files = m_settings->recentFiles().mid(0, recentShown);
    m_recentPart->setVisible(!files.isEmpty());
    m_recent->addWidget(heading(tr("Opened lately"), m_recentPart));
    for (const QString& file : files) {
        auto* line = new QPushButton(
            QStringLiteral("%1    %2").arg(QFileInfo(file).fileName(), folderOf(file)), m_recentPart);
        line->setProperty("line", true);
        line->setToolTip(file);
        connect(line, &QPushButton::clicked, this, [this, file] { emit fileWanted(file.toStdString()); });
        m_recent->addWidget(line);
    }
}

void StartPage::setTheme(const picture::Theme& theme) {
    for (SampleCard* card : m_cards)
        card->setTheme(theme);
    setStyleSheet(picture::withColours(QStringLiteral(R"(
#start, #start QScrollArea, #start QScrollArea > QWidget > QWidget { background: %window; }
QLabel { color: %quiet; background: transparent; }
QLabel[title="true"] { color: %text; font-size: 26px; font-weight: 600; }
QLabel[heading="true"] { color: %quiet; font-size: 12px; font-weight: 600; }
QPushButton[line="true"] { background: transparent; border: 1px solid transparent; text-align: left; padding: 5px 8px; }
QPushButton[line="true"]:hover, QPushButton[line="true"]:focus { background: %accentFill; }
)"),
                                       theme));
}

} // namespace factline::shell
