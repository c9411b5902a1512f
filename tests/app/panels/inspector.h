// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

#include "app/panels/desk.h"
#include "panels/inspector/element_form.h"
#include "panels/inspector/inspector_panel.h"

namespace factline::testing {

/// The inspector with a document of its own.
struct Inspector : Desk {
    explicit Inspector(const std::string& text = retailText())
        : Desk("inspector", text) {}
    panels::ElementForm* form() const { return static_cast<panels::InspectorPanel*>(panel.get())->form(); }
    /// The widget of a field that takes keys; `inside` picks one of several.
    template<typename W>
    W* field(const std::string& key) const {
        auto* editor = form()->find(key);
        return editor ? editor->findChild<W*>() : nullptr;
    }
    const Event& event(const std::string& name) const {
        static Event none;
        for (const auto& context : model().contexts)
            for (const auto& each : context->events)
                if (each->name == name) return *each;
        return none;
    }
    void selectEvent(const std::string& name) { selection.select(event(name).id); }
    int steps() const { return document.history().count(); }
};

inline void retype(QLineEdit* line, const QString& text) {
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

} // namespace factline::testing
