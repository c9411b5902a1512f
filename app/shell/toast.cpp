// SPDX-License-Identifier: Apache-2.0
#include "shell/toast.h"

#include <optional>
#include <utility>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace factline::shell {

namespace {

constexpr int toEdge = 16, atLeast = 5; ///< pixels
constexpr double farLess = 0.5;         ///< hidden elsewhere: it is worth a move
constexpr std::chrono::milliseconds rest{150};

} // namespace

Toast::Toast(QWidget* over, Hides hides, std::chrono::milliseconds stay)
    : QFrame(over)
    , m_hides(std::move(hides))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setSpacing(16);
    row->addWidget(m_text);
    row->addWidget(m_button);
    m_text->setTextFormat(Qt::PlainText);
    m_button->setFlat(true);
    m_button->setFocusPolicy(Qt::TabFocus); // the keyboard stays where the work is
    m_timer.setSingleShot(true);
    m_timer.setInterval(stay);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &Toast::giveWay);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (m_act) m_act();
    });
    over->installEventFilter(this);
    hide();
}

void Toast::say(const QString& text, const QString& action, std::function<void()> act) {
    m_text->setText(text);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    // As high as the room below a fitted picture; a button has room of its own.
    layout()->setContentsMargins(16, 3, action.isEmpty() ? 16 : 6, 3);
    m_act = std::move(act);
    setAccessibleName(text);
    place();
    show();
    raise();
    m_timer.start();
}

QString Toast::text() const {
    return isHidden() ? QString() : m_text->text();
}

void Toast::setTheme(const picture::Theme& theme) {
    // Turned round, so that it stands out from the canvas in both themes.
    setStyleSheet(QStringLiteral("factline--shell--Toast { background: %1; border-radius: 8px; } "
                                 "QLabel { color: %2; background: transparent; padding: 3px 0; } "
                                 "QPushButton { color: %2; background: transparent; border: none; "
                                 "font-weight: 600; padding: 3px 10px; border-radius: 4px; } "
                                 "QPushButton:hover { background: %3; }")
                      .arg(theme.text.name(), theme.panel.name(), theme.quietText.name()));
}

Toast::Place Toast::best() const {
    const QSize over = parentWidget()->size();
    std::optional<Place> least;
    for (const int edge : {toEdge, atLeast})
        for (const int top : {over.height() - height() - edge, edge})
            for (const int left : {(over.width() - width()) / 2, edge, over.width() - width() - edge}) {
                const Place place{{left, top}, m_hides(QRect(QPoint(left, top), size()))};
                if (!least || place.hidden < least->hidden) least = place;
            }
    return *least;
}

void Toast::place() {
    const int room = std::max(120, parentWidget()->width() - 200);
    m_text->setWordWrap(false);
    const int whole = m_text->sizeHint().width();
    m_text->setWordWrap(whole > room);
    m_text->setFixedWidth(std::min(whole, room));
    adjustSize();
    move(best().at);
}

void Toast::follow() {
    if (isVisible()) m_rest.start();
}

/// It stays below the pointer of who is about to press its button.
void Toast::giveWay() {
    if (!isVisible() || underMouse()) return;
    const Place other = best();
    if (other.hidden < farLess * m_hides(geometry())) move(other.at);
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) {
        place();
        follow(); // what else stands over it finds its own place only then
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent* event) {
    m_timer.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent* event) {
    m_timer.start();
    QFrame::leaveEvent(event);
}

} // namespace factline::shell
