// SPDX-License-Identifier: Apache-2.0
#include "canvas/accessible.h"

#include <algorithm>
#include <map>

#include <QAccessibleWidget>

#include "canvas/canvas.h"
#include "canvas/hit.h"
#include "canvas/spoken.h"
#include "picture/shapes.h"

namespace factline::canvas {

namespace {

/// One shape, known by what it is called: where the picture changes it stays the same for who listens.
class AccessibleShape : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleShape(const Speech& speech, ElementKey key)
        : m_speech(speech)
        , m_key(std::move(key)) {}

    bool isValid() const override { return place().has_value(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return canvas().window()->windowHandle(); }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&canvas()); }
    int childCount() const override { return 0; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text what) const override {
        if (!canvas().hasDiagram()) return {};
        const auto& diagram = canvas().diagram();
        if (const auto node = nodeOf(diagram, m_key)) {
            if (what == QAccessible::Name) return spokenName(diagram, diagram.nodes[*node]);
            if (what == QAccessible::Description) return spokenBadges(diagram.nodes[*node].badges);
        }
        const auto context = std::ranges::find(diagram.contexts, m_key, &diagram::ContextShape::key);
        if (context == diagram.contexts.end()) return {};
        if (what == QAccessible::Name) return spokenName(*context);
        return what == QAccessible::Description ? spokenBadges(context->badges) : QString();
    }
    QRect rect() const override {
        const auto shown = place();
        if (!shown) return {};
        const QRect pixels = canvas().viewport().toScreen(*shown).toAlignedRect();
        return {canvas().mapToGlobal(pixels.topLeft()), pixels.size()};
    }
    QAccessible::State state() const override {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        const auto& chosen = m_speech.selection().ids();
        state.selected = std::ranges::find(chosen, id()) != chosen.end();
        state.focused = canvas().hasFocus() && canvas().selected() == m_key;
        state.offscreen = !rect().intersects(QRect(canvas().mapToGlobal(QPoint()), canvas().size()));
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& action) override {
        if (!isValid() || action != setFocusAction()) return;
        canvas().setFocus();
        if (const ElementId known = id())
            m_speech.selection().select(known);
        else
            m_speech.selection().selectUndeclared(m_key);
    }

private:
    Canvas& canvas() const { return m_speech.canvas(); }
    std::optional<QRectF> place() const {
        return canvas().hasDiagram() ? rectOf(canvas().diagram(), m_key) : std::nullopt;
    }
    /// None: it is declared nowhere.
    ElementId id() const {
        const auto& diagram = canvas().diagram();
        if (const auto node = nodeOf(diagram, m_key)) return diagram.nodes[*node].id;
        const auto context = std::ranges::find(diagram.contexts, m_key, &diagram::ContextShape::key);
        return context == diagram.contexts.end() ? ElementId{} : context->id;
    }

    const Speech& m_speech;
    ElementKey m_key;
};

/// What the diagram shows of that name is its n-th shape, nodes before contexts.
std::optional<int> shapeOf(const diagram::Diagram& diagram, const ElementKey& key) {
    if (const auto node = nodeOf(diagram, key)) return static_cast<int>(*node);
    const auto context = std::ranges::find(diagram.contexts, key, &diagram::ContextShape::key);
    if (context == diagram.contexts.end()) return std::nullopt;
    return static_cast<int>(diagram.nodes.size()) + static_cast<int>(context - diagram.contexts.begin());
}

/// The canvas with its nodes and contexts as its first children, the widgets on it behind them.
class AccessibleCanvas : public QAccessibleWidget {
public:
    AccessibleCanvas(Canvas& canvas, const Speech& speech)
        : QAccessibleWidget(&canvas, QAccessible::List, Canvas::tr("Canvas"))
        , m_canvas(canvas)
        , m_speech(speech) {}
    ~AccessibleCanvas() override {
        for (const auto& [key, id] : m_known)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return shapes() + QAccessibleWidget::childCount(); }
    QAccessibleInterface* child(int index) const override {
        if (index < 0) return nullptr;
        if (index >= shapes()) return QAccessibleWidget::child(index - shapes());
        const ElementKey& key = keyOf(index);
        const auto known = m_known.find(key);
        if (known != m_known.end()) return QAccessible::accessibleInterface(known->second);
        auto* made = new AccessibleShape(m_speech, key);
        m_known.emplace(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        for (int i = 0; i < shapes(); ++i) {
            const auto known = m_known.find(keyOf(i));
            if (known != m_known.end() && QAccessible::accessibleInterface(known->second) == child) return i;
        }
        const int widget = QAccessibleWidget::indexOfChild(child);
        return widget < 0 ? widget : shapes() + widget;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        for (int i = 0; i < shapes(); ++i) // a node lies on its context
            if (child(i)->rect().contains(x, y)) return child(i);
        return QAccessibleWidget::childAt(x, y);
    }
    QAccessibleInterface* focusChild() const override {
        const auto key = m_canvas.hasFocus() ? m_canvas.selected() : std::nullopt;
        const auto shape = key ? shapeOf(m_canvas.diagram(), *key) : std::nullopt;
        return shape ? child(*shape) : QAccessibleWidget::focusChild();
    }

private:
    int shapes() const {
        if (!m_canvas.hasDiagram()) return 0;
        return static_cast<int>(m_canvas.diagram().nodes.size() + m_canvas.diagram().contexts.size());
    }
    const ElementKey& keyOf(int shape) const {
        const auto& diagram = m_canvas.diagram();
        const auto index = static_cast<std::size_t>(shape), nodes = diagram.nodes.size();
        return index < nodes ? diagram.nodes[index].key : diagram.contexts[index - nodes].key;
    }

    Canvas& m_canvas;
    const Speech& m_speech;
    mutable std::map<ElementKey, QAccessible::Id> m_known;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* canvas = qobject_cast<Canvas*>(object);
    const auto* speech = canvas ? canvas->findChild<Speech*>() : nullptr;
    return speech ? new AccessibleCanvas(*canvas, *speech) : nullptr;
}

} // namespace

Speech::Speech(Canvas& canvas, viewmodels::Selection& selection)
    : QObject(&canvas)
    , m_canvas(canvas)
    , m_selection(selection) {
    [[maybe_unused]] static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    connect(&selection, &viewmodels::Selection::changed, this, &Speech::tellFocus);
}

void Speech::tellFocus() {
    if (!QAccessible::isActive() || !m_canvas.hasFocus() || !m_canvas.hasDiagram()) return;
    const auto key = m_canvas.selected();
    const auto shape = key ? shapeOf(m_canvas.diagram(), *key) : std::nullopt;
    if (!shape) return;
    QAccessibleEvent event(&m_canvas, QAccessible::Focus);
    event.setChild(*shape);
    QAccessible::updateAccessibility(&event);
}

} // namespace factline::canvas
