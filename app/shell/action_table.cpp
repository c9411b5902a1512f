// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <QCoreApplication>

#include "shell/actions.h"
#include "shell/docks.h"
#include "shell/main_window.h"
#include "shell/selection_trail.h"

namespace factline::shell {

namespace {

using enum MenuKind;
using W = MainWindow;

constexpr const char* themes = QT_TRANSLATE_NOOP("Actions", "Theme");
constexpr const char* languages = QT_TRANSLATE_NOOP("Actions", "Language");
constexpr const char* pictures = QT_TRANSLATE_NOOP("Actions", "Exported pictures");
/// Its tick is all that it does; see ExportChoices.
constexpr auto ticked = [](W&) {};

// clang-format off
constexpr std::array lines{
    ActionLine{"new", File, QT_TRANSLATE_NOOP("Actions", "New model"), "Ctrl+N", Needs::Nothing, [](W& w) { w.askNew(); }},
    ActionLine{"new-window", File, QT_TRANSLATE_NOOP("Actions", "New window"), "Ctrl+Shift+N", Needs::Nothing, [](W& w) { emit w.windowWanted(); }},
    ActionLine{"open", File, QT_TRANSLATE_NOOP("Actions", "Open…"), "Ctrl+O", Needs::Nothing, [](W& w) { w.askOpen(); }, true},
    ActionLine{"paste-yaml", File, QT_TRANSLATE_NOOP("Actions", "Paste YAML as a new model"), "Ctrl+Shift+V", Needs::Nothing, [](W& w) { w.pasteModel(); }},
    ActionLine{"save", File, QT_TRANSLATE_NOOP("Actions", "Save"), "Ctrl+S", Needs::Model, [](W& w) { w.askSave(); }, true},
    ActionLine{"save-as", File, QT_TRANSLATE_NOOP("Actions", "Save as…"), "Ctrl+Shift+S", Needs::Model, [](W& w) { w.askSaveAs(); }},
    ActionLine{"compare-with", File, QT_TRANSLATE_NOOP("Actions", "Compare with a file…"), "", Needs::Model, [](W& w) { w.askCompare(); }, true},
    ActionLine{"compare-start", File, QT_TRANSLATE_NOOP("Actions", "Compare with the start"), "Ctrl+Shift+D", Needs::Model, [](W& w) { w.compareWithStart(); }},
    ActionLine{"export", File, QT_TRANSLATE_NOOP("Actions", "Export picture…"), "Ctrl+Shift+E", Needs::Picture, [](W& w) { w.askExport(); }, true},
    ActionLine{"picture-once", File, QT_TRANSLATE_NOOP("Actions", "PNG in its own size"), "", Needs::Picture, ticked, false, pictures},
    ActionLine{"picture-twice", File, QT_TRANSLATE_NOOP("Actions", "PNG twice as large"), "", Needs::Picture, ticked, false, pictures},
    ActionLine{"picture-thrice", File, QT_TRANSLATE_NOOP("Actions", "PNG three times as large"), "", Needs::Picture, ticked, false, pictures},
    ActionLine{"picture-four-times", File, QT_TRANSLATE_NOOP("Actions", "PNG four times as large"), "", Needs::Picture, ticked, false, pictures},
    ActionLine{"picture-transparent", File, QT_TRANSLATE_NOOP("Actions", "Pictures without a background"), "", Needs::Picture, ticked, false, pictures},
    ActionLine{"picture-outlines", File, QT_TRANSLATE_NOOP("Actions", "Text of pictures as outlines"), "", Needs::Picture, ticked, false, pictures},
    ActionLine{"picture-dark", File, QT_TRANSLATE_NOOP("Actions", "Pictures in dark colours"), "", Needs::Picture, ticked, false, pictures},
    ActionLine{"export-review", File, QT_TRANSLATE_NOOP("Actions", "Export review document…"), "Ctrl+Shift+R", Needs::Model, [](W& w) { w.askReview(); }},
    ActionLine{"copy-picture", File, QT_TRANSLATE_NOOP("Actions", "Copy as picture"), "Ctrl+Shift+C", Needs::Picture, [](W& w) { w.copyPicture(); }},
    ActionLine{"close", File, QT_TRANSLATE_NOOP("Actions", "Close window"), "Ctrl+W", Needs::Nothing, [](W& w) { w.close(); }, true},
    ActionLine{"quit", File, QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", Needs::Nothing, [](W& w) { emit w.quitWanted(); }},

    ActionLine{"undo", Edit, QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z", Needs::Model, [](W& w) { w.undo(); }},
    ActionLine{"redo", Edit, QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z; Ctrl+Y", Needs::Model, [](W& w) { w.redo(); }},
    ActionLine{"rename", Edit, "", "", Needs::Model, nullptr, true},
    ActionLine{"duplicate", Edit, "", ""},
    ActionLine{"delete", Edit, "", ""},
    ActionLine{"select-all", Edit, "", ""},
    ActionLine{"jump", Edit, QT_TRANSLATE_NOOP("Actions", "Jump to anything"), "Ctrl+P", Needs::Model, [](W& w) { w.jump(); }, true},
    ActionLine{"earlier", Edit, QT_TRANSLATE_NOOP("Actions", "Earlier selection"), "Alt+Left", Needs::Model, [](W& w) { w.trail().back(); }},
    ActionLine{"later", Edit, QT_TRANSLATE_NOOP("Actions", "Later selection"), "Alt+Right", Needs::Model, [](W& w) { w.trail().forward(); }},

    ActionLine{"zoom-in", View, "", "Ctrl++; Ctrl+="},
    ActionLine{"zoom-out", View, "", "Ctrl+-"},
    ActionLine{"fit", View, "", "Ctrl+0"},
    ActionLine{"zoom-100", View, "", ""},
    ActionLine{"zoom-selection", View, "", ""},
    ActionLine{"focus", View, "", ""},
    ActionLine{"path-next", View, "", ""},
    ActionLine{"path-back", View, "", ""},
    ActionLine{"present", View, QT_TRANSLATE_NOOP("Actions", "Present"), "F5", Needs::Model, [](W& w) { w.togglePresentation(); }, true},
    ActionLine{"palette", View, QT_TRANSLATE_NOOP("Actions", "All actions"), "Ctrl+Shift+P", Needs::Nothing, [](W& w) { w.showPalette(); }, true},
    ActionLine{"fold-panels", View, QT_TRANSLATE_NOOP("Actions", "Fold or unfold the panels below"), Yielding::foldKeys, Needs::Model, [](W& w) { w.docks().toggleFold(); }},
    ActionLine{"reset-layout", View, QT_TRANSLATE_NOOP("Actions", "Reset layout"), "", Needs::Model, [](W& w) { w.docks().reset(); }},
    ActionLine{"theme-system", View, QT_TRANSLATE_NOOP("Actions", "System theme"), "", Needs::Nothing, [](W& w) { w.chooseTheme(ThemeChoice::System); }, true, themes},
    ActionLine{"theme-light", View, QT_TRANSLATE_NOOP("Actions", "Light theme"), "", Needs::Nothing, [](W& w) { w.chooseTheme(ThemeChoice::Light); }, false, themes},
    ActionLine{"theme-dark", View, QT_TRANSLATE_NOOP("Actions", "Dark theme"), "", Needs::Nothing, [](W& w) { w.chooseTheme(ThemeChoice::Dark); }, false, themes},
    ActionLine{"language-system", View, QT_TRANSLATE_NOOP("Actions", "System language"), "", Needs::Nothing, [](W& w) { w.chooseLanguage({}); }, false, languages},
    ActionLine{"language-en", View, QT_TRANSLATE_NOOP("Actions", "English"), "", Needs::Nothing, [](W& w) { w.chooseLanguage(QStringLiteral("en")); }, false, languages},
    ActionLine{"language-de", View, QT_TRANSLATE_NOOP("Actions", "Deutsch"), "", Needs::Nothing, [](W& w) { w.chooseLanguage(QStringLiteral("de")); }, false, languages},

    ActionLine{"quick-insert", Model, "", ""},
    ActionLine{"add-context", Model, "", "", Needs::Model, nullptr, true},
    ActionLine{"add-fact", Model, "", ""},
    ActionLine{"add-event", Model, "", ""},
    ActionLine{"add-view", Model, "", ""},
    ActionLine{"add-policy", Model, "", ""},
    ActionLine{"add-decision", Model, "", ""},
    ActionLine{"add-hotspot", Model, "", ""},
    ActionLine{"declare", Model, "", ""},
    ActionLine{"link", Model, "", "", Needs::Model, nullptr, true},
    ActionLine{"move-to-context", Model, "", ""},
    ActionLine{"arrange", Model, "", "", Needs::Model, nullptr, true},
    ActionLine{"arrange-selection", Model, "", ""},
    ActionLine{"arrange-cancel", Model, "", ""},
    ActionLine{"what-if", Model, QT_TRANSLATE_NOOP("Actions", "What if"), "Ctrl+Shift+W", Needs::Model, [](W& w) { w.whatIf().setOn(!w.whatIf().isOn()); }, true},

    ActionLine{"generate", Generate, QT_TRANSLATE_NOOP("Actions", "Generate code"), "", Needs::Model, [](W& w) { w.docks().show("generate"); }},
    ActionLine{"generate-help", Generate, QT_TRANSLATE_NOOP("Actions", "How generating works"), "", Needs::Nothing, [](W& w) { w.showPage(QStringLiteral("help/generating")); }},

    ActionLine{"first-steps", Help, QT_TRANSLATE_NOOP("Actions", "First steps"), "F1", Needs::Nothing, [](W& w) { w.showPage(QStringLiteral("help/first-steps")); }},
    ActionLine{"language", Help, QT_TRANSLATE_NOOP("Actions", "The contract language"), "", Needs::Nothing, [](W& w) { w.showPage(QStringLiteral("help/contract-language")); }},
    ActionLine{"rules", Help, QT_TRANSLATE_NOOP("Actions", "Rules"), "", Needs::Nothing, [](W& w) { w.showPage(QStringLiteral("rules")); }},
    ActionLine{"shortcuts", Help, QT_TRANSLATE_NOOP("Actions", "The window and its keys"), "", Needs::Nothing, [](W& w) { w.showPage(QStringLiteral("help/window")); }},
    ActionLine{"about", Help, QT_TRANSLATE_NOOP("Actions", "About Factline"), "", Needs::Nothing, [](W& w) { w.showPage(QStringLiteral("about")); }, true},
};
// clang-format on

} // namespace

std::span<const ActionLine> actionLines() {
    return lines;
}

} // namespace factline::shell
