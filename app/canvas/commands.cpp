// SPDX-License-Identifier: Apache-2.0
#include "canvas/commands.h"

#include <array>

#include <QCoreApplication>

#include "canvas/canvas.h"

namespace factline::canvas {

namespace {

constexpr double zoomStep = 1.2;

} // namespace

std::span<const CommandKind> commandKinds() {
    static constexpr std::array kinds{
        CommandKind{"delete", QT_TRANSLATE_NOOP("Canvas", "Delete"), "Del", "change",
                    [](Canvas& canvas) { canvas.removeSelected(); }},
        CommandKind{"select-all", QT_TRANSLATE_NOOP("Canvas", "Select all"), "Ctrl+A", nullptr,
                    [](Canvas& canvas) { canvas.selectAll(); }},
        CommandKind{"fit", QT_TRANSLATE_NOOP("Canvas", "Fit the window"), "0", "look",
                    [](Canvas& canvas) { canvas.fit(); }},
        CommandKind{"zoom-100", QT_TRANSLATE_NOOP("Canvas", "Zoom to 100 %"), "1", nullptr,
                    [](Canvas& canvas) { canvas.zoomTo(1); }},
        CommandKind{"zoom-selection", QT_TRANSLATE_NOOP("Canvas", "Zoom to the selection"), "2", nullptr,
                    [](Canvas& canvas) { canvas.fitSelection(); }},
        CommandKind{"zoom-in", QT_TRANSLATE_NOOP("Canvas", "Zoom in"), "+", nullptr,
                    [](Canvas& canvas) { canvas.zoomBy(zoomStep); }},
        CommandKind{"zoom-out", QT_TRANSLATE_NOOP("Canvas", "Zoom out"), "-", nullptr,
                    [](Canvas& canvas) { canvas.zoomBy(1 / zoomStep); }},
        CommandKind{"focus", QT_TRANSLATE_NOOP("Canvas", "Focus on the neighbourhood"), "F", "look",
                    [](Canvas& canvas) { canvas.focusWider(); }},
        CommandKind{"arrange", QT_TRANSLATE_NOOP("Canvas", "Lay out again"), "Ctrl+Shift+L", "look",
                    [](Canvas& canvas) { canvas.arrange(); }},
        CommandKind{"arrange-cancel", QT_TRANSLATE_NOOP("Canvas", "Stop laying out"), "Esc", nullptr,
                    [](Canvas& canvas) { canvas.cancelArrange(); }},
    };
    return kinds;
}

QString commandText(const CommandKind& kind) {
    return QCoreApplication::translate("Canvas", kind.text);
}

} // namespace factline::canvas
