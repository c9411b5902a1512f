// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>

#include <QSignalSpy>
#include <QtTest>

#include "canvas/canvas.h"
#include "canvas/hit.h"
#include "support/open_document.h"

namespace factline::testing {

inline const char* shop = R"(factline: 1
model: Shop
contexts:
  orders:
    facts:
      order: {means: What was asked for.}
    events:
      OrderPlaced: {means: Somebody ordered., announces: [order]}
      OrderCancelled: {means: It was taken back., announces: [order]}
  finance:
    views:
      open-orders:
        shows: [orders/order]
        fedBy:
          orders/OrderPlaced: {}
    decisions:
      bill: {means: Whether to bill., reads: {open-orders: {tolerates: 1m}}}
  empty: {}
)";

/// An open document with a canvas on it; every shape stands where the test put it.
struct Easel {
    document::Document document;
    jobs::Judge judge{document};
    jobs::Drawing drawing;
    viewmodels::Selection selection;
    Told told;
    picture::Theme theme = picture::loadTheme("light").value();
    jobs::WhatIf whatIf{document, judge};
    jobs::Exporting exporting{told};
    workspace::Workspace around{document, judge, drawing, selection, told, whatIf, exporting};
    std::unique_ptr<canvas::Canvas> canvas;

    explicit Easel(const std::string& text = shop, const picture::LayoutProcess& layout = {"/nowhere"})
        : drawing(document, judge, layout) {
        document::Opened opened = document::openText(text);
        auto state = std::make_shared<document::State>(*opened.state);
        state->positions = diagram::Positions{.nodes = {{"context orders", {0, 0}},
                                                        {"fact orders/order", {16, 40}},
                                                        {"event orders/OrderPlaced", {16, 120}},
                                                        {"event orders/OrderCancelled", {16, 200}},
                                                        {"context finance", {400, 0}},
                                                        {"view finance/open-orders", {416, 40}},
                                                        {"decision finance/bill", {416, 120}},
                                                        {"context empty", {0, 400}}}};
        opened.state = state;
        document.show(std::move(opened));
        canvas = std::make_unique<canvas::Canvas>(around, theme);
        canvas->resize(900, 640);
        canvas->show();
        QVERIFY(QTest::qWaitForWindowActive(canvas.get()));
        drawn();
        QVERIFY(canvas->hasDiagram());
    }
    /// Waits until the picture of the document as it is now is shown, with what the rules say of it.
    void drawn() {
        QTRY_VERIFY_WITH_TIMEOUT(judge.isAnalysed() && !drawing.isBusy() && drawing.latest() &&
                                     drawing.latest()->revision == document.revision(),
                                 10'000);
    }
    const Model& model() const { return document.snapshot()->model; }
    ElementId id(ElementKind kind, const std::string& name) const {
        const Lookup lookup(model());
        const Located* found = lookup.find(ElementKey{kind, name});
        return found ? found->id() : ElementId{};
    }
    ElementId placed() const { return id(ElementKind::Event, "orders/OrderPlaced"); }
    ElementId order() const { return id(ElementKind::Fact, "orders/order"); }
    QRectF place(ElementKind kind, const std::string& name) const {
        return canvas::rectOf(canvas->diagram(), {kind, name}).value_or(QRectF());
    }
    /// The middle of a shape on the screen; of a context its title.
    QPoint on(ElementKind kind, const std::string& name) const {
        const QRectF rect = place(kind, name);
        const QPointF at = kind == ElementKind::Context ? rect.topLeft() + QPointF(20, 16) : rect.center();
        return canvas->viewport().toScreen(at).toPoint();
    }
    QPoint onOrderPlaced() const { return on(ElementKind::Event, "orders/OrderPlaced"); }
    /// A point of the diagram on the screen.
    QPoint at(double x, double y) const { return canvas->viewport().toScreen(QPointF(x, y)).toPoint(); }
    void click(const QPoint& at, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(canvas.get(), Qt::LeftButton, modifiers, at);
    }
    void drag(const QPoint& from, const QPoint& to, bool release = true,
              Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(canvas.get(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 4; ++i)
            QTest::mouseMove(canvas.get(), from + (to - from) * i / 4);
        if (release) QTest::mouseRelease(canvas.get(), Qt::LeftButton, modifiers, to);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(canvas.get(), static_cast<Qt::Key>(key), modifiers);
    }
    /// Where every shape stands, by its key.
    std::map<std::string, diagram::Point> positions() const { return document.snapshot()->positions->nodes; }
    bool selects(std::vector<ElementId> wanted) const {
        auto ids = selection.ids();
        std::ranges::sort(ids);
        std::ranges::sort(wanted);
        return ids == wanted;
    }
};

} // namespace factline::testing
