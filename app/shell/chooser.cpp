// SPDX-License-Identifier: Apache-2.0
#include "shell/chooser.h"

#include <algorithm>

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "shell/choice_delegate.h"
#include "shell/matching.h"

namespace factline::shell {

namespace {

constexpr int shownRows = 12, mostRows = 200, preferredWidth = 520;
constexpr int inNote = 200; ///< what answers only together with its note comes after the rest

/// Better first; nothing where the choice does not answer.
std::optional<int> scoreOf(const Choice& choice, const QString& typed) {
    if (const auto score = match(choice.text, typed)) return score;
    if (const auto score = match(choice.note + QLatin1Char(' ') + choice.text, typed)) return *score + inNote;
    return std::nullopt;
}

} // namespace

Chooser::Chooser(const picture::Theme& theme, QWidget* window)
    : QFrame(window)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("chooser"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    m_field->setFrame(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new ChoiceDelegate(m_theme, m_list));
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, &Chooser::filter);
    connect(m_list, &QListWidget::itemClicked, this, [this] { take(m_list->currentRow()); });
    hide();
}

void Chooser::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    setStyleSheet(
        QStringLiteral("#chooser { background: %1; border: 1px solid %2; border-radius: 8px; } "
                       "QLineEdit { background: transparent; border: none; border-bottom: 1px solid %2; "
                       "border-radius: 0; padding: 8px 12px; } "
                       "QListWidget { background: transparent; border: none; padding: 0 4px; }")
            .arg(theme.panel.name(), theme.hairline.name()));
    m_list->viewport()->update();
}

void Chooser::open(const QString& invitation, std::vector<Choice> choices, const QRect& top) {
    m_before = QApplication::focusWidget();
    m_choices = std::move(choices);
    m_field->clear();
    m_field->setPlaceholderText(invitation);
    m_field->setAccessibleName(invitation);
    const int wide = std::min(preferredWidth, parentWidget()->width() - 16);
    const int right = std::clamp(top.right() + 1, wide + 8, parentWidget()->width() - 8);
    setGeometry(right - wide, top.top(), wide, 0);
    filter();
    show();
    raise();
    m_field->setFocus();
}

void Chooser::filter() {
    std::vector<std::pair<int, int>> found;
    const QString typed = m_field->text().trimmed();
    for (int i = 0; i < static_cast<int>(m_choices.size()); ++i)
        if (const auto score = scoreOf(m_choices[static_cast<std::size_t>(i)], typed))
            found.emplace_back(*score, i);
    std::ranges::stable_sort(found, {}, &std::pair<int, int>::first);
    if (found.size() > mostRows) found.resize(mostRows);
    m_list->clear();
    for (const auto& [score, number] : found) {
        const Choice& choice = m_choices[static_cast<std::size_t>(number)];
        auto* item = new QListWidgetItem(choice.text, m_list);
        item->setData(ChoiceDelegate::Number, number);
        item->setData(ChoiceDelegate::Note, choice.note);
        item->setData(ChoiceDelegate::Keys, choice.keys);
        if (choice.kind) item->setData(ChoiceDelegate::Kind, static_cast<int>(*choice.kind));
    }
    if (found.empty()) {
        auto* none = new QListWidgetItem(tr("Nothing of that name"), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(found.empty() ? -1 : 0);
    const int rows = std::min(m_list->count(), shownRows);
    resize(width(), m_field->sizeHint().height() + rows * ChoiceDelegate::lineHeight + 16);
}

void Chooser::take(int row) {
    const QListWidgetItem* item = m_list->item(row);
    if (!item || !item->data(ChoiceDelegate::Number).isValid()) return;
    const auto run = m_choices[static_cast<std::size_t>(item->data(ChoiceDelegate::Number).toInt())].run;
    leave();
    if (run) run();
}

void Chooser::leave() {
    hide();
    if (m_before) m_before->setFocus();
}

bool Chooser::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut && isVisible()) hide();
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_list->currentRow());
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QApplication::sendEvent(m_list, event);
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace factline::shell
