// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <QPaintDevice>
#include <QSizeF>
#include <QString>

namespace factline::picture {

class SvgEngine;

/// What an SVG says about itself.
struct SvgFrame {
    QString title;
    QString description;
    QSizeF size;      ///< pixels
    QString families; ///< for font-family
};

/// A page that is painted on and becomes an SVG which other programs show alike: no groups, one element a
/// shape, every line of text pinned to its measured length, so that a fallback font neither clips nor
/// overlaps. For shapes and text in plain colours; images, gradients and clips are left out.
class SvgPage final : public QPaintDevice {
public:
    explicit SvgPage(const SvgFrame& frame);
    ~SvgPage() override;

    /// The file. To be called once, after the painter has ended.
    std::string take();

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSizeF m_size;
    std::unique_ptr<SvgEngine> m_engine;
};

} // namespace factline::picture
