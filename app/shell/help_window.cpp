// SPDX-License-Identifier: Apache-2.0
#include "shell/help_window.h"

#include <QAction>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

#include "picture/style_sheet.h"
#include "shell/help_pages.h"
#include "shell/matching.h"
#include "shell/page_spacing.h"

namespace factline::shell {

namespace {

/// A browser whose pages come from the program's resources.
class Pages : public QTextBrowser {
    Q_DECLARE_TR_FUNCTIONS(Pages)
public:
    using QTextBrowser::QTextBrowser;

protected:
    QVariant loadResource(int type, const QUrl& name) override {
        if (type != QTextDocument::MarkdownResource && type != QTextDocument::HtmlResource &&
            type != QTextDocument::UnknownResource)
            return {};
        const QString text = helpText(name.path());
        return text.isEmpty()
                   ? tr("# There is no such page\n\nNothing is written about “%1”.").arg(name.path())
                   : text;
    }
};

/// "meaning.md" on "help/first-steps" -> "help/meaning"; other addresses stay as they are.
QUrl target(const QUrl& link, const QString& from) {
    if (!link.scheme().isEmpty() && link.scheme() != QLatin1String("page")) return link;
    QString path = link.path();
    if (path.endsWith(QLatin1String(".md"))) path.chop(3);
    const bool whole = path.startsWith(QLatin1String("rules/")) || path.startsWith(QLatin1String("help/"));
    if (!whole && path != QLatin1String("rules") && !path.isEmpty())
        path = QUrl(from).resolved(QUrl(path)).path();
    QUrl result;
    result.setPath(path.isEmpty() ? from : path);
    result.setFragment(link.fragment());
    return result;
}

QToolButton* button(QAction* action, QWidget* parent) {
    auto* result = new QToolButton(parent);
    result->setDefaultAction(action);
    result->setAutoRaise(true);
    return result;
}

} // namespace

HelpWindow::HelpWindow(const picture::Theme& theme, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_search(new QLineEdit(this))
    , m_pages(new QListWidget(this))
    , m_text(new Pages(this)) {
    setWindowTitle(tr("Help — Factline"));
    setObjectName(QStringLiteral("help"));
    auto* back = new QAction(QStringLiteral("←"), this);
    back->setToolTip(tr("Back (Alt+Left)"));
    back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    auto* forward = new QAction(QStringLiteral("→"), this);
    forward->setToolTip(tr("Forward (Alt+Right)"));
    forward->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    auto* find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    auto* close = new QAction(this);
    close->setShortcuts({QKeySequence(Qt::Key_Escape), QKeySequence(QKeySequence::Close)});
    addActions({back, forward, find, close});
    back->setEnabled(false);
    forward->setEnabled(false);

    auto* side = new QVBoxLayout;
    side->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->addWidget(button(back, this));
    top->addWidget(button(forward, this));
    m_search->setPlaceholderText(tr("Search the pages"));
    m_search->setClearButtonEnabled(true);
    top->addWidget(m_search, 1);
    side->addLayout(top);
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setAccessibleName(tr("Pages"));
    side->addWidget(m_pages, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(16);
    row->addLayout(side, 2);
    row->addWidget(m_text, 5);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(16);
    resize(960, 680);

    connect(back, &QAction::triggered, m_text, &QTextBrowser::backward);
    connect(forward, &QAction::triggered, m_text, &QTextBrowser::forward);
    connect(m_text, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(m_text, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);
    connect(m_text, &QTextBrowser::sourceChanged, this, [this](const QUrl& source) {
        m_page = source.path(); // the browser itself says so only afterwards
        showPage();
    });
    connect(find, &QAction::triggered, m_search, qOverload<>(&QWidget::setFocus));
    connect(close, &QAction::triggered, this, &QWidget::close);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::showList);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_pages->count() > 0) open(m_pages->item(0)->data(Qt::UserRole).toString());
    });
    const auto chosen = [this](QListWidgetItem* item) { open(item->data(Qt::UserRole).toString()); };
    connect(m_pages, &QListWidget::itemClicked, this, chosen);
    connect(m_pages, &QListWidget::itemActivated, this, chosen);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        const QUrl to = target(link, page());
        if (!to.scheme().isEmpty())
            QDesktopServices::openUrl(to);
        else
            open(to.path());
    });
    showList();
    setTheme(theme);
}

void HelpWindow::open(const QString& page) {
    m_text->setSource(QUrl(page), QTextDocument::MarkdownResource);
}

QString HelpWindow::page() const {
    return m_page;
}

void HelpWindow::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    setStyleSheet(picture::withColours(
        QStringLiteral("QTextBrowser { background: %panel; border: 1px solid %line; border-radius: 8px; }"
                       "QListWidget { background: transparent; outline: 0; }"
                       "QListWidget::item { padding: 4px 8px; border-radius: 4px; color: %text; }"
                       "QListWidget::item:hover { background: %panel; }"
                       "QListWidget::item:selected { background: %accentFill; color: %text; }"),
        theme));
    m_text->reload(); // links keep the colour that they were read with
    showPage();
}

void HelpWindow::showPage() {
    spaceOut(*m_text->document(), m_theme);
    choosePage();
}

void HelpWindow::choosePage() {
    m_pages->setCurrentRow(-1);
    for (int row = 0; row < m_pages->count(); ++row)
        if (m_pages->item(row)->data(Qt::UserRole).toString() == page()) m_pages->setCurrentRow(row);
}

void HelpWindow::showList() {
    m_pages->clear();
    const QString typed = m_search->text().trimmed();
    const auto add = [&](const HelpPage& page) {
        auto* item = new QListWidgetItem(page.title, m_pages);
        item->setData(Qt::UserRole, page.name);
    };
    // First the pages whose name answers, then those in whose text it stands.
    const auto pages = helpPages();
    for (const HelpPage& page : pages)
        if (match(page.title, typed)) add(page);
    for (const HelpPage& page : pages)
        if (!match(page.title, typed) && helpText(page.name).contains(typed, Qt::CaseInsensitive)) add(page);
    choosePage();
}

} // namespace factline::shell
