// SPDX-License-Identifier: Apache-2.0
#include "panels/what_if/dial_row.h"

#include <algorithm>
#include <cmath>

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWheelEvent>

#include "base/quantity.h"
#include "picture/text.h"
#include "viewmodels/hop_words.h"

namespace factline::panels {

namespace {

using picture::toQString;

constexpr int sliderSteps = 1000;
constexpr double handle = 7; ///< radius in pixels

} // namespace

DialSlider::DialSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent) {
    setRange(0, sliderSteps);
    setPageStep(sliderSteps / 20);
    setSingleStep(sliderSteps / 100);
    setFixedHeight(22);
}

void DialSlider::setMarks(std::optional<double> usual, std::optional<double> limit) {
    m_usual = usual;
    m_limit = limit;
    update();
}

void DialSlider::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    update();
}

double DialSlider::xOf(double share) const {
    return handle + 1 + share * (width() - 2 * (handle + 1));
}

void DialSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const double at = xOf(static_cast<double>(value()) / maximum());
    const auto bar = [&](double from, double to, const QColor& colour) {
        painter.setPen(QPen(colour, 4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(from, middle), QPointF(to, middle));
    };
    if (!isEnabled()) painter.setOpacity(0.45);
    bar(xOf(0), xOf(1), m_theme.hairline);
    // From where the model stands to where it is tried.
    if (m_usual) bar(xOf(*m_usual), at, m_theme.accent);
    if (m_limit) {
        const double x = xOf(*m_limit);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.kept.text);
        painter.drawPolygon(QPolygonF({{x - 4, 0}, {x + 4, 0}, {x, 5.5}}));
        painter.setPen(QPen(m_theme.kept.text, 1.5));
        painter.drawLine(QPointF(x, 5), QPointF(x, height() - 3));
    }
    if (m_usual) {
        painter.setPen(QPen(m_theme.quietText, 2));
        painter.drawLine(QPointF(xOf(*m_usual), middle + 5), QPointF(xOf(*m_usual), height() - 1));
    }
    painter.setPen(QPen(hasFocus() ? m_theme.accent : m_theme.quietText, hasFocus() ? 2 : 1.2));
    painter.setBrush(isSliderDown() ? m_theme.accentFill : m_theme.panel);
    painter.drawEllipse(QPointF(at, middle), handle - 1, handle - 1);
}

void DialSlider::goTo(double x) {
    const double share = (x - handle - 1) / std::max(1.0, width() - 2 * (handle + 1));
    setValue(static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * maximum())));
}

void DialSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    setSliderDown(true);
    goTo(event->position().x());
    event->accept();
}

void DialSlider::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown()) goTo(event->position().x());
}

void DialSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    setSliderDown(false);
    update();
}

/// A wheel scrolls the panel.
void DialSlider::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

DialRow::DialRow(const QString& name, const picture::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_slider(new DialSlider(this))
    , m_value(new QLineEdit(this))
    , m_back(new QToolButton(this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_name, 0, 0, 1, 3);
    grid->addWidget(m_slider, 1, 0);
    grid->addWidget(m_value, 1, 1);
    grid->addWidget(m_back, 1, 2);
    grid->setColumnStretch(0, 1);
    m_name->setText(name);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_slider->setTheme(theme);
    m_slider->setAccessibleName(name);
    m_value->setFixedWidth(std::max(76, m_value->fontMetrics().horizontalAdvance(tr("unknown")) + 26));
    m_value->setAlignment(Qt::AlignRight);
    m_value->setAccessibleName(name);
    m_back->setText(QStringLiteral("↺"));
    m_back->setToolTip(tr("As the model has it"));
    m_back->setAccessibleName(tr("Reset %1").arg(name));
    QSizePolicy kept = m_back->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_back->setSizePolicy(kept);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        const double seconds = m_dial.secondsAt(static_cast<double>(value) / sliderSteps);
        m_value->setText(viewmodels::timeWords(seconds));
        emit turned(seconds);
    });
    connect(m_value, &QLineEdit::editingFinished, this, &DialRow::type);
    connect(m_back, &QToolButton::clicked, this, &DialRow::reset);
}

void DialRow::show(const viewmodels::Dial& dial) {
    m_dial = dial;
    const bool turnable = !dial.place.empty();
    for (QWidget* widget : {static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_value)})
        widget->setEnabled(turnable);
    if (!m_slider->isSliderDown()) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(
            static_cast<int>(std::lround(dial.shareOf(dial.now.value_or(dial.low)) * sliderSteps)));
    }
    m_slider->setMarks(dial.usual ? std::optional(dial.shareOf(*dial.usual)) : std::nullopt,
                       dial.limit ? std::optional(dial.shareOf(*dial.limit)) : std::nullopt);
    if (!m_value->hasFocus() || !m_value->isModified())
        m_value->setText(dial.now ? viewmodels::timeWords(*dial.now) : QString());
    m_value->setPlaceholderText(tr("unknown"));
    m_back->setVisible(dial.isChanged);
    QFont font = m_name->font();
    font.setWeight(dial.isChanged ? QFont::DemiBold : QFont::Normal);
    m_name->setFont(font);
    QStringList tips;
    tips += toQString(dial.from) + QStringLiteral(" → ") + toQString(dial.to);
    tips += dial.usual ? tr("As the model has it: %1").arg(viewmodels::timeWords(*dial.usual))
                       : tr("Nobody says how long it takes");
    if (dial.limit) tips += tr("The promise holds up to %1").arg(viewmodels::timeWords(*dial.limit));
    if (!turnable) tips += tr("The event names no channel, so there is nothing to turn");
    for (QWidget* widget : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_slider)})
        widget->setToolTip(tips.join(QLatin1Char('\n')));
    m_slider->setAccessibleDescription(tips.join(QStringLiteral(". ")));
}

void DialRow::type() {
    if (!m_value->isModified()) return;
    m_value->setModified(false);
    const QString text =
        m_value->text().remove(QLatin1Char(' ')).replace(QLatin1String("min"), QLatin1String("m"));
    if (const auto duration = parseDuration(text.toStdString()))
        emit turned(toSeconds(*duration));
    else
        m_value->setText(m_dial.now ? viewmodels::timeWords(*m_dial.now) : QString());
}

} // namespace factline::panels
