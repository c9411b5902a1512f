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

/// One node, known by what it is called: where the picture changes it stays the same for who listens.
class AccessibleNode : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleNode(const Speech& speech, ElementKey key)
        : m_speech(speech)
        , m_key(std::move(key)) {}

    bool isValid() const override { return index().has_value(); }
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
        const auto node = index();
        if (!node) return {};
        if (what == QAccessible::Name) return spokenName(canvas().diagram(), *node);
        if (what == QAccessible::Description) return spokenBadges(canvas().diagram().nodes[*node]);
        return {};
    }
    QRect rect() const override {
        const auto node = index();
        if (!node) return {};
        const QRectF place = picture::toQt(canvas().diagram().nodes[*node].rect);
        const QRectF seen(canvas().viewport().toScreen(place.topLeft()),
                          canvas().viewport().toScreen(place.bottomRight()));
        const QRect pixels = seen.toAlignedRect();
        return {canvas().mapToGlobal(pixels.topLeft()), pixels.size()};
    }
    QAccessible::State state() const override {
        QAccessible::State state;
        const auto node = index();
        if (!node) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        const auto& chosen = m_speech.selection().ids();
        state.selected = std::ranges::find(chosen, canvas().diagram().nodes[*node].id) != chosen.end();
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
        const auto node = index();
        if (!node || action != setFocusAction()) return;
        canvas().setFocus();
        const auto& shape = canvas().diagram().nodes[*node];
        if (shape.id)
            m_speech.selection().select(shape.id);
        else
            m_speech.selection().selectUndeclared(shape.key);
    }

private:
    Canvas& canvas() const { return m_speech.canvas(); }
    std::optional<std::size_t> index() const {
        return canvas().hasDiagram() ? nodeOf(canvas().diagram(), m_key) : std::nullopt;
    }

    const Speech& m_speech;
    ElementKey m_key;
};

/// The canvas with its nodes as its first children, the widgets on it behind them.
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

    int childCount() const override { return nodes() + QAccessibleWidget::childCount(); }
    QAccessibleInterface* child(int index) const override {
        if (index < 0) return nullptr;
        if (index >= nodes()) return QAccessibleWidget::child(index - nodes());
        const ElementKey& key = m_canvas.diagram().nodes[static_cast<std::size_t>(index)].key;
        const auto known = m_known.find(key);
        if (known != m_known.end()) return QAccessible::accessibleInterface(known->second);
        auto* made = new AccessibleNode(m_speech, key);
        m_known.emplace(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        for (int i = 0; i < nodes(); ++i) {
            const auto known = m_known.find(m_canvas.diagram().nodes[static_cast<std::size_t>(i)].key);
            if (known != m_known.end() && QAccessible::accessibleInterface(known->second) == child) return i;
        }
        const int widget = QAccessibleWidget::indexOfChild(child);
        return widget < 0 ? widget : nodes() + widget;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        for (int i = nodes(); i-- > 0;)
            if (child(i)->rect().contains(x, y)) return child(i);
        return QAccessibleWidget::childAt(x, y);
    }
    QAccessibleInterface* focusChild() const override {
        const auto node = m_canvas.hasFocus() ? current() : std::nullopt;
        return node ? child(static_cast<int>(*node)) : QAccessibleWidget::focusChild();
    }
    std::optional<std::size_t> current() const {
        const auto key = m_canvas.selected();
        return key ? nodeOf(m_canvas.diagram(), *key) : std::nullopt;
    }

private:
    int nodes() const {
        return m_canvas.hasDiagram() ? static_cast<int>(m_canvas.diagram().nodes.size()) : 0;
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
    const auto node = key ? nodeOf(m_canvas.diagram(), *key) : std::nullopt;
    if (!node) return;
    QAccessibleEvent event(&m_canvas, QAccessible::Focus);
    event.setChild(static_cast<int>(*node));
    QAccessible::updateAccessibility(&event);
}

} // namespace factline::canvas
