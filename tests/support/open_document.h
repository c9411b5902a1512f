// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSignalSpy>
#include <QtTest>

#include "domain/lookup.h"
#include "workspace/workspace.h"

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

/// An open document with everything that is done with it, and nothing to look at.
struct OpenDocument {
    document::Document document;
    jobs::Judge judge{document};
    jobs::Drawing drawing{document, judge, {"/nowhere"}};
    viewmodels::Selection selection;
    Told told;
    jobs::WhatIf whatIf{document, judge};
    jobs::Exporting exporting{told};
    workspace::Workspace around{document, judge, drawing, selection, told, whatIf, exporting};

    explicit OpenDocument(const std::string& text) { document.show(document::openText(text)); }
    const Model& model() const { return document.snapshot()->model; }
    Lookup lookup() const { return Lookup(model()); }
    ElementId id(ElementKind kind, const Ref& ref) const {
        const Lookup found(model());
        const Located* located = found.find(kind, ref);
        return located ? located->id() : ElementId{};
    }
    /// What a save would write.
    QString text() const {
        const auto& text = document.text();
        return QString::fromStdString(text ? *text->files.front().text : text.error().message.english());
    }
    /// Waits until what the rules say of the document as it is has come.
    void judged() {
        if (!judge.isUpToDate()) QVERIFY(QSignalSpy(&judge, &jobs::Judge::judged).wait(10'000));
    }
    /// And until it is known what its promises come to.
    void analysed() const { QTRY_VERIFY_WITH_TIMEOUT(judge.isAnalysed(), 10'000); }
};

} // namespace factline::testing
