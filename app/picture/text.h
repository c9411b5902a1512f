// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include <QFont>
#include <QFontMetricsF>
#include <QString>

#include "diagram/diagram.h"
#include "language/text.h"
#include "picture/theme.h"

namespace factline::picture {

/// UTF-8 as text that can be shown: what is no UTF-8 and control characters (which no XML file may hold)
/// become the replacement character.
QString toQString(std::string_view text);
inline QString toQString(const std::string& text) {
    return toQString(std::string_view(text));
}
inline QString toQString(const char* text) {
    return toQString(std::string_view(text));
}

using language::toQString; // what the model says

/// The font of a role, in pixels of the diagram's unit and without hinting, so that one measure holds for
/// every screen, scale and file format. Needs a QGuiApplication.
QFont fontFor(const Typography& typography, diagram::TextRole role);

/// The families to name in a file that another program shows: the font in use first, common ones after it.
QString familyFallbacks(const Typography& typography);

/// Measures text with the fonts that the painter draws with. Needs a QGuiApplication; any thread may use it.
class QtTextMeasure : public diagram::TextMeasure {
public:
    explicit QtTextMeasure(const Typography& typography);
    diagram::Size measure(std::string_view text, diagram::TextRole role) const override;

private:
    std::vector<QFontMetricsF> m_metrics; ///< by role
};

} // namespace factline::picture
