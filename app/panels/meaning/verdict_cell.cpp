// SPDX-License-Identifier: Apache-2.0
#include "panels/meaning/verdict_cell.h"

#include <algorithm>

#include <QBoxLayout>

namespace factline::panels {

namespace {

constexpr int besideBadge = 8, belowBadge = 4; ///< pixels
constexpr int narrowestReason = 96; ///< pixels beside a verdict; narrower it has a line for each word

} // namespace

VerdictCell::VerdictCell(QWidget* badge, QWidget* reason, QWidget* parent)
    : QWidget(parent)
    , m_badge(badge)
    , m_reason(reason)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint);
    m_layout->setSpacing(besideBadge);
    m_layout->addWidget(badge, 0, Qt::AlignTop | Qt::AlignLeft);
    m_layout->addWidget(reason, 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

bool VerdictCell::fitSideBySide(int width) const {
    const int widestWord = m_reason->minimumSizeHint().width();
    return width >= m_badge->sizeHint().width() + besideBadge + std::max(narrowestReason, widestWord);
}

int VerdictCell::heightForWidth(int width) const {
    const QSize badge = m_badge->sizeHint();
    return fitSideBySide(width)
               ? std::max(badge.height(), m_reason->heightForWidth(width - badge.width() - besideBadge))
               : badge.height() + belowBadge + m_reason->heightForWidth(width);
}

QSize VerdictCell::sizeHint() const {
    const int width = m_badge->sizeHint().width() + besideBadge + m_reason->sizeHint().width();
    return {width, heightForWidth(width)};
}

QSize VerdictCell::minimumSizeHint() const {
    const int width = std::max(m_badge->sizeHint().width(), m_reason->minimumSizeHint().width());
    return {width, m_badge->sizeHint().height()};
}

void VerdictCell::resizeEvent(QResizeEvent* event) {
    const bool beside = fitSideBySide(width());
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setSpacing(beside ? besideBadge : belowBadge);
    QWidget::resizeEvent(event);
}

} // namespace factline::panels
