// SPDX-License-Identifier: Apache-2.0
#include "panels/panel.h"

#include <array>

namespace factline::panels {

// One line a panel; each is made in the file of its folder.
Panel* createDatabasePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);
Panel* createFreshnessPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);
Panel* createGeneratePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);
Panel* createHistoryPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);
Panel* createInspectorPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);
Panel* createMeaningPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);
Panel* createOutlinePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);
Panel* createProblemsPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);
Panel* createQuestionsPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);
Panel* createWhatIfPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);
Panel* createYamlPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent);

std::span<const PanelKind> panelKinds() {
    static constexpr std::array kinds{
        PanelKind{"problems", QT_TRANSLATE_NOOP("Panel", "Problems"), Qt::BottomDockWidgetArea, true,
                  "Ctrl+Shift+M", createProblemsPanel},
        PanelKind{"meaning", QT_TRANSLATE_NOOP("Panel", "Meaning"), Qt::BottomDockWidgetArea, true,
                  "Ctrl+Shift+A", createMeaningPanel},
        PanelKind{"questions", QT_TRANSLATE_NOOP("Panel", "Open questions"), Qt::BottomDockWidgetArea, true,
                  "Ctrl+Shift+Q", createQuestionsPanel},
        PanelKind{"freshness", QT_TRANSLATE_NOOP("Panel", "Freshness"), Qt::BottomDockWidgetArea, true,
                  "Ctrl+Shift+F", createFreshnessPanel},
        PanelKind{"generate", QT_TRANSLATE_NOOP("Panel", "Generate"), Qt::BottomDockWidgetArea, true,
                  "Ctrl+Shift+G", createGeneratePanel},
        PanelKind{"database", QT_TRANSLATE_NOOP("Panel", "Live database"), Qt::BottomDockWidgetArea, false,
                  "", createDatabasePanel},
        PanelKind{"yaml", QT_TRANSLATE_NOOP("Panel", "YAML"), Qt::BottomDockWidgetArea, true, "Ctrl+Shift+Y",
                  createYamlPanel},
        PanelKind{"outline", QT_TRANSLATE_NOOP("Panel", "Outline"), Qt::LeftDockWidgetArea, true,
                  "Ctrl+Shift+O", createOutlinePanel},
        PanelKind{"inspector", QT_TRANSLATE_NOOP("Panel", "Inspector"), Qt::RightDockWidgetArea, true,
                  "Ctrl+Shift+I", createInspectorPanel},
        PanelKind{"what-if", QT_TRANSLATE_NOOP("Panel", "What if"), Qt::RightDockWidgetArea, false, "",
                  createWhatIfPanel},
        PanelKind{"history", QT_TRANSLATE_NOOP("Panel", "History"), Qt::RightDockWidgetArea, false,
                  "Ctrl+Shift+H", createHistoryPanel},
    };
    return kinds;
}

} // namespace factline::panels
