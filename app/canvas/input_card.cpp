// SPDX-License-Identifier: Apache-2.0
#include "canvas/input_card.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace factline::canvas {

namespace {

constexpr int narrowest = 240;
constexpr double widestPlace = 420;
constexpr double smallestText = 13;
constexpr double largestText = 22;
constexpr int cardMargin = 8;

} // namespace

InputCard::InputCard(const picture::Theme& theme, QWidget* canvas)
    : QFrame(canvas)
    , m_line(new QLineEdit(this))
    , m_rows(new RowList(theme, this))
    , m_remark(new QLabel(this)) {
    setObjectName(QStringLiteral("input-card"));
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(4);
    column->addWidget(m_line);
    column->addWidget(m_rows);
    column->addWidget(m_remark);
    m_line->setFrame(false);
    m_remark->setWordWrap(true);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setContentsMargins(6, 0, 6, 2);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!m_open) return;
        typedOn(text);
        fitIn();
    });
    connect(m_rows, &QListWidget::itemClicked, this, [this] { accept(false); });
    setTheme(theme);
    hide();
}

void InputCard::setTheme(const picture::Theme& theme) {
    setStyleSheet(
        QStringLiteral("#input-card { background: %1; border: 1px solid %2; border-radius: 8px; }"
                       "QLineEdit { background: transparent; color: %3; border: none; padding: 4px 6px; }"
                       "QLabel { color: %4; }"
                       "QListWidget { background: transparent; border: none; }")
            .arg(theme.panel.name(), theme.accent.name(), theme.text.name(), theme.quietText.name()));
    m_rows->setTheme(theme);
}

QString InputCard::typed() const {
    return m_line->text().trimmed();
}

QString InputCard::remark() const {
    return m_remark->text();
}

void InputCard::open(const QString& text, const QString& placeholder, const QRectF& place, double scale) {
    m_place = place;
    QFont font = m_line->font();
    font.setPixelSize(static_cast<int>(std::lround(std::clamp(14 * scale, smallestText, largestText))));
    m_line->setFont(font);
    m_line->setPlaceholderText(placeholder);
    m_line->setAccessibleName(placeholder);
    m_open = false; // so that putting the text there is not typing
    m_line->setText(text);
    m_open = true;
    typedOn(text);
    show();
    raise();
    fitIn();
    m_line->selectAll();
    m_line->setFocus(Qt::PopupFocusReason);
}

void InputCard::showRows(const std::vector<ListRow>& rows) {
    m_rows->setRows(rows);
}

void InputCard::say(const QString& remark) {
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

void InputCard::fitIn() {
    const QWidget& canvas = *parentWidget();
    const int widest = std::max(narrowest, canvas.width() - 2 * cardMargin);
    const int wanted =
        std::max({narrowest, static_cast<int>(std::lround(std::min(m_place.width(), widestPlace))),
                  m_rows->isHidden() ? 0 : m_rows->minimumWidth() + 12});
    const int width = std::min(wanted, widest);
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                     : layout()->totalSizeHint().height();
    const int x = std::clamp(static_cast<int>(std::lround(m_place.x())), cardMargin,
                             std::max(cardMargin, canvas.width() - width - cardMargin));
    const int y = std::clamp(static_cast<int>(std::lround(m_place.y())), cardMargin,
                             std::max(cardMargin, canvas.height() - height - cardMargin));
    setGeometry(x, y, width, height);
}

void InputCard::dismiss() {
    if (!m_open) return;
    m_open = false;
    const bool hadKeyboard = m_line->hasFocus();
    hide();
    if (hadKeyboard) parentWidget()->setFocus(Qt::OtherFocusReason);
}

void InputCard::giveUp() {
    dismiss();
    emit givenUp();
}

bool InputCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_line || !m_open) return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) { // the canvas's keys mean text here
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) leave();
        return false;
    }
    if (event->type() != QEvent::KeyPress) return false;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept(false);
        return true;
    case Qt::Key_Tab:
        accept(true);
        return true;
    case Qt::Key_Backtab:
        return true;
    case Qt::Key_Escape:
        giveUp();
        return true;
    case Qt::Key_Up:
        m_rows->step(-1);
        return true;
    case Qt::Key_Down:
        m_rows->step(1);
        return true;
    default:
        return false;
    }
}

} // namespace factline::canvas
