// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/name_button.h"

#include "picture/kind_swatch.h"

namespace factline::panels {

namespace {

constexpr int besideName = picture::swatchSide + 20; ///< pixels that the square and the gaps take
constexpr int narrowestName = 80;

} // namespace

NameButton::NameButton(QWidget* parent)
    : QToolButton(parent) {
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(picture::swatchSide, picture::swatchSide));
    setAutoRaise(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void NameButton::setName(const QString& name) {
    m_name = name;
    setAccessibleName(name);
    cut();
}

void NameButton::setKind(ElementKind kind, const picture::Theme& theme) {
    const ElementKind drawn = kind == ElementKind::Subscription ? ElementKind::Event : kind;
    setIcon(QIcon(picture::swatch(drawn, theme, devicePixelRatioF())));
}

QSize NameButton::minimumSizeHint() const {
    return {narrowestName, QToolButton::minimumSizeHint().height()};
}

void NameButton::resizeEvent(QResizeEvent* event) {
    QToolButton::resizeEvent(event);
    cut();
}

void NameButton::cut() {
    const QString shown =
        fontMetrics().elidedText(m_name, Qt::ElideMiddle, std::max(0, width() - besideName));
    setText(QLatin1Char(' ') + shown); // a gap after the square
    setToolTip(shown == m_name ? QString() : m_name);
}

} // namespace factline::panels
