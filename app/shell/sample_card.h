// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QAbstractButton>

#include "jobs/latest_job.h"
#include "picture/layout_process.h"
#include "picture/painter.h"
#include "shell/samples.h"

namespace factline::shell {

/// An example on the start page: its picture, its name, how much is in it.
class SampleCard : public QAbstractButton {
    Q_OBJECT
public:
    SampleCard(const Sample& sample, const picture::LayoutProcess& layout, QWidget* parent);

    /// Begins to draw its picture in the background; drawn() follows.
    void draw();
    const Sample& sample() const { return m_sample; }
    void setTheme(const picture::Theme& theme);
    QSize sizeHint() const override { return {280, 250}; }

signals:
    void drawn();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintPicture(QPainter& painter, const QRectF& place) const;

    Sample m_sample;
    picture::LayoutProcess m_layout;
    picture::Theme m_theme;
    int m_elements = 0;
    std::optional<picture::DiagramPainter> m_painter;
    jobs::LatestJob<Result<diagram::Diagram>> m_job; ///< last: it stops before the rest goes
};

} // namespace factline::shell
