// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <QColor>

#include "base/element.h"
#include "base/result.h"
#include "diagram/diagram.h"
#include "domain/enums.h"

namespace factline::picture {

/// Colours of one kind of shape: a tinted fill and a saturated outline of the same hue.
struct KindColours {
    QColor fill;
    QColor outline;
};

/// Colours of one state: icon and text on a tinted fill.
struct StateColours {
    QColor text;
    QColor fill;
};

/// Size in pixels at 100 % and weight (400 regular, 600 semi-bold) of one role of text.
struct TextStyle {
    double size = 13;
    int weight = 400;
};

/// Everything that text needs besides its colour. The same for all themes, so that a diagram's measures do
/// not depend on the theme.
struct Typography {
    std::vector<std::string> families; ///< the first one that is installed is used
    TextStyle contextTitle, team, nodeLabel, eventLabel, edgeLabel, badgeLabel, title, legend;

    const TextStyle& style(diagram::TextRole role) const;
};

/// Lengths of shapes and lines, in the diagram's unit.
struct Metrics {
    double rhythm, outline, line, clashLine, selectedLine, contextRadius, nodeRadius, factBar, eventFold,
        viewWave, decisionPoint, icon, arrowLength, arrowWidth, badgeHeight, badgePadding, contextPadding,
        nodePadding;
    double dimmed; ///< opacity of what a selection leaves out, 0 to 1
};

/// The visual language as values: what resources/themes/tokens.json says for one of its themes.
struct Theme {
    std::string name; ///< "light", "dark"
    QColor window, panel, canvas, grid, hairline, text, quietText, accent, accentFill, line;
    KindColours context, fact, event, view, policy, decision, hotspot;
    StateColours kept, atRisk, broken, unknown;
    StateColours named;               ///< of what is called otherwise, or stands elsewhere, than before
    QColor near, far;                 ///< what a change reaches soonest, and latest
    std::array<QColor, 5> lagClasses; ///< by LagClass
    Typography typography;
    Metrics metrics;

    /// Colours of an element's shape; the context's for kinds that have no shape of their own.
    const KindColours& kind(ElementKind kind) const;
    /// Of the bar of a hop in a budget of time.
    const QColor& lagClass(LagClass lagClass) const {
        return lagClasses.at(static_cast<std::size_t>(lagClass));
    }
    /// Colours of a badge.
    StateColours badge(diagram::Badge::Kind kind) const;
    /// Of so many bands of equal delay the ground of one, the soonest first.
    QColor delay(std::size_t band, std::size_t bands) const;
};

/// The names that loadTheme knows, in the order of a menu.
std::vector<std::string> themeNames();

/// A theme by its name. The error lists the names.
Result<Theme> loadTheme(std::string_view name);

/// The text styles alone; they are the same in every theme.
const Typography& typography();

} // namespace factline::picture
