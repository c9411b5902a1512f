// SPDX-License-Identifier: Apache-2.0
#include "shell/sample_card.h"

#include <QPainter>

#include "contract/read.h"
#include "domain/lookup.h"
#include "picture/draw_model.h"

namespace factline::shell {

namespace {

constexpr double paleness = 0.6; ///< of lines, which are close together in a small picture
constexpr int pictureHeight = 150, padding = 14;

/// What the picture shows: the elements of the stage that holds today.
int elementsOf(const Model& model) {
    const auto today = atStage(model, {});
    std::size_t count = 0;
    for (const auto& context : (today ? *today : model).contexts)
        count += context->facts.size() + context->events.size() + context->views.size() +
                 context->policies.size() + context->decisions.size();
    return static_cast<int>(count);
}

} // namespace

SampleCard::SampleCard(const Sample& sample, const picture::LayoutProcess& layout, QWidget* parent)
    : QAbstractButton(parent)
    , m_sample(sample)
    , m_layout(layout)
    , m_job(this) {
    m_elements = elementsOf(contract::parseModel({{"model.factline.yaml", m_sample.text}}).model);
    setText(m_sample.title);
    setAccessibleName(m_sample.title);
    setAccessibleDescription(
        QStringLiteral("%1 (%2)").arg(m_sample.summary, tr("%1 elements").arg(m_elements)));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SampleCard::draw() {
    m_job.start(
        [text = m_sample.text, layout = m_layout](const std::stop_token& stop) {
            picture::DrawOptions options;
            options.process = layout;
            return picture::drawModel(contract::parseModel({{"model.factline.yaml", text}}).model, options,
                                      stop);
        },
        [this](const Result<diagram::Diagram>& diagram) {
            if (diagram) m_painter.emplace(*diagram, m_theme);
            update();
            emit drawn();
        });
}

void SampleCard::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    if (m_painter) m_painter.emplace(diagram::Diagram(m_painter->diagram()), theme);
    update();
}

void SampleCard::paintPicture(QPainter& painter, const QRectF& place) const {
    const QRectF extent = m_painter->extent();
    const double scale = std::min(place.width() / extent.width(), place.height() / extent.height());
    painter.save();
    painter.translate(place.center());
    painter.scale(scale, scale);
    painter.translate(-extent.center());
    picture::PaintOptions options;
    options.scale = scale;
    options.detail = picture::Detail::Names;
    options.lines = paleness;
    m_painter->paint(painter, options);
    painter.restore();
}

void SampleCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lively = underMouse() || hasFocus();
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(lively ? m_theme.accent : m_theme.hairline, lively ? 1.5 : 1));
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(card, 10, 10);
    const QRectF picture(padding, padding, width() - 2 * padding, pictureHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.canvas);
    painter.drawRoundedRect(picture, 6, 6);
    if (m_painter) paintPicture(painter, picture.adjusted(6, 6, -6, -6));

    QRectF text(padding, picture.bottom() + 10, width() - 2 * padding, 20);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setPen(m_theme.text);
    painter.setFont(bold);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, m_sample.title);
    painter.setFont(font());
    painter.setPen(m_theme.quietText);
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, tr("%1 elements").arg(m_elements));
    text = QRectF(padding, text.bottom() + 4, text.width(), height() - text.bottom() - 4 - padding / 2.0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_sample.summary);
}

void SampleCard::enterEvent(QEnterEvent* event) {
    update();
    QAbstractButton::enterEvent(event);
}

void SampleCard::leaveEvent(QEvent* event) {
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace factline::shell
