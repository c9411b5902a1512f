// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <memory>
#include <sstream>

#include <QSignalSpy>
#include <QtTest>

#include "panels/panel.h"

namespace factline::testing {

/// What the user was told.
struct Told : document::Prompts {
    void notice(const QString& text) override { notices += text; }
    void toast(const QString& text, const QString&, std::function<void()> act) override {
        toasts += text;
        action = std::move(act);
    }
    void showPage(const QString& page) override { pages += page; }
    QStringList notices, toasts, pages;
    std::function<void()> action;
};

/// An open document with everything that a panel works with, and one panel on it.
struct Desk {
    document::Document document;
    jobs::Judge judge{document};
    jobs::Drawing drawing{document, judge, {"/nowhere"}};
    viewmodels::Selection selection;
    Told told;
    picture::Theme theme = picture::loadTheme("light").value();
    std::unique_ptr<panels::Panel> panel;

    explicit Desk(const std::string& kind, const std::string& text) {
        document.show(document::openText(text));
        for (const panels::PanelKind& each : panels::panelKinds())
            if (each.id == kind)
                panel.reset(each.create({document, judge, drawing, selection, told}, theme, nullptr));
        panel->resize(360, 700);
        panel->show();
        QVERIFY(QTest::qWaitForWindowActive(panel.get()));
    }
    const Model& model() const { return document.snapshot()->model; }
    Lookup lookup() const { return Lookup(model()); }
    template<typename T>
    T* child(const QString& name = {}) const {
        return panel->findChild<T*>(name);
    }
    ElementId id(ElementKind kind, const Ref& ref) const {
        const Lookup found(model());
        const Located* located = found.find(kind, ref);
        return located ? std::visit([](const auto* e) { return e->id; }, located->element) : ElementId{};
    }
    /// Waits until what the rules say of the document as it is has come.
    void judged() {
        if (!judge.isUpToDate()) QVERIFY(QSignalSpy(&judge, &jobs::Judge::judged).wait(10'000));
    }
};

inline std::string retailText() {
    std::ifstream file(FACTLINE_SOURCE_DIR "/examples/retail.factline.yaml");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace factline::testing
