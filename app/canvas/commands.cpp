// SPDX-License-Identifier: Apache-2.0
#include "canvas/commands.h"

#include <array>

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

#include "canvas/canvas.h"

namespace factline::canvas {

namespace {

constexpr double zoomStep = 1.2;

} // namespace

std::span<const CommandKind> commandKinds() {
    static constexpr std::array kinds{
        CommandKind{"add-context", QT_TRANSLATE_NOOP("Canvas", "Context"), "C", nullptr,
                    [](Canvas& canvas) { canvas.editing().add(ElementKind::Context); }},
        CommandKind{"add-fact", QT_TRANSLATE_NOOP("Canvas", "Fact"), "T", nullptr,
                    [](Canvas& canvas) { canvas.editing().add(ElementKind::Fact); }},
        CommandKind{"add-event", QT_TRANSLATE_NOOP("Canvas", "Event"), "E", nullptr,
                    [](Canvas& canvas) { canvas.editing().add(ElementKind::Event); }},
        CommandKind{"add-view", QT_TRANSLATE_NOOP("Canvas", "View"), "R", nullptr,
                    [](Canvas& canvas) { canvas.editing().add(ElementKind::View); }},
        CommandKind{"add-policy", QT_TRANSLATE_NOOP("Canvas", "Policy"), "P", nullptr,
                    [](Canvas& canvas) { canvas.editing().add(ElementKind::Policy); }},
        CommandKind{"add-decision", QT_TRANSLATE_NOOP("Canvas", "Decision"), "D", nullptr,
                    [](Canvas& canvas) { canvas.editing().add(ElementKind::Decision); }},
        CommandKind{"add-hotspot", QT_TRANSLATE_NOOP("Canvas", "Hotspot"), "H", "add",
                    [](Canvas& canvas) { canvas.editing().addHotspot(); }},
        CommandKind{"quick-insert", QT_TRANSLATE_NOOP("Canvas", "Add …"), "Ctrl+Space", "add",
                    [](Canvas& canvas) { canvas.editing().quickInsert(); }},
        CommandKind{"declare", QT_TRANSLATE_NOOP("Canvas", "Declare it here"), "Ins", "declare",
                    [](Canvas& canvas) { canvas.declareSelected(); }},
        CommandKind{"link", QT_TRANSLATE_NOOP("Canvas", "Link to …"), "L", "change",
                    [](Canvas& canvas) { canvas.editing().link(); }},
        CommandKind{"move-to-context", QT_TRANSLATE_NOOP("Canvas", "Move to context …"), "M", "change",
                    [](Canvas& canvas) { canvas.editing().moveToContext(); }},
        CommandKind{"rename", QT_TRANSLATE_NOOP("Canvas", "Rename"), "F2", "change",
                    [](Canvas& canvas) { canvas.editing().rename(); }},
        CommandKind{"duplicate", QT_TRANSLATE_NOOP("Canvas", "Duplicate"), "Ctrl+D", "change",
                    [](Canvas& canvas) { canvas.editing().duplicate(); }},
        CommandKind{"paste", QT_TRANSLATE_NOOP("Canvas", "Paste lines"), "Ctrl+V", "change",
                    [](Canvas& canvas) { canvas.editing().paste(); }},
        CommandKind{"delete", QT_TRANSLATE_NOOP("Canvas", "Delete"), "Del", "change",
                    [](Canvas& canvas) { canvas.removeSelected(); }},
        CommandKind{"select-all", QT_TRANSLATE_NOOP("Canvas", "Select all"), "Ctrl+A", nullptr,
                    [](Canvas& canvas) { canvas.selectAll(); }},
        CommandKind{"fit", QT_TRANSLATE_NOOP("Canvas", "Fit the window"), "0", "look",
                    [](Canvas& canvas) { canvas.fitWhole(); }},
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
        CommandKind{"path-next", QT_TRANSLATE_NOOP("Canvas", "Next on the way of the change"), ".", nullptr,
                    [](Canvas& canvas) { canvas.stepAlong(1); }},
        CommandKind{"path-back", QT_TRANSLATE_NOOP("Canvas", "Back on the way of the change"), ",", nullptr,
                    [](Canvas& canvas) { canvas.stepAlong(-1); }},
        CommandKind{"arrange", QT_TRANSLATE_NOOP("Canvas", "Lay out again"), "Ctrl+Shift+L", "look",
                    [](Canvas& canvas) { canvas.arrangement().ask(); }},
        CommandKind{"arrange-selection", QT_TRANSLATE_NOOP("Canvas", "Lay out the selection again"),
                    "Shift+L", "look", [](Canvas& canvas) { canvas.arrangement().selection(); }},
        CommandKind{"arrange-cancel", QT_TRANSLATE_NOOP("Canvas", "Stop laying out"), "Esc", nullptr,
                    [](Canvas& canvas) { canvas.arrangement().cancel(); }},
    };
    return kinds;
}

QString commandText(const CommandKind& kind) {
    return QCoreApplication::translate("Canvas", kind.text);
}

void addCommands(Canvas& canvas) {
    for (const CommandKind& kind : commandKinds()) {
        auto* command = new QAction(commandText(kind), &canvas);
        command->setObjectName(QLatin1String(kind.id));
        if (*kind.key) command->setShortcut(QKeySequence(QLatin1String(kind.key)));
        command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        canvas.addAction(command);
        QObject::connect(command, &QAction::triggered, &canvas, [&canvas, run = kind.run] { run(canvas); });
    }
}

void fillMenu(QMenu& menu, const Canvas& canvas) {
    std::string_view group;
    for (const CommandKind& kind : commandKinds()) {
        if (!kind.inMenu || !canvas.action(kind.id)->isEnabled()) continue;
        if (!group.empty() && group != kind.inMenu) menu.addSeparator();
        group = kind.inMenu;
        menu.addAction(canvas.action(kind.id));
    }
}

} // namespace factline::canvas
