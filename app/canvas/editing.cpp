// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMouseEvent>

#include "canvas/diagram_view.h"
#include "canvas/hit.h"
#include "canvas/name_hints.h"
#include "domain/lookup.h"
#include "edit/link.h"
#include "picture/text.h"
#include "viewmodels/kind_words.h"
#include "workspace/addition.h"
#include "workspace/linking.h"

namespace factline::canvas {

namespace {

using picture::toQString;

constexpr double belowShape = 8;

QString nameOf(const Located& located) {
    return toQString(located.base().name);
}

QString placeholderFor(ElementKind kind) {
    return Editing::tr("Name of the %1").arg(viewmodels::kindWord(kind));
}

/// What stands in the way of linking to the element of exactly that name; empty where nothing does.
QString refusal(const Model& model, ElementId from, const QString& typed) {
    const std::string name = typed.toStdString();
    const Lookup lookup(model);
    for (const Located& located : lookup.all()) {
        if (located.consumer || (nameOf(located) != typed && located.key.name != name)) continue;
        const auto link = edit::link(model, from, located.id());
        return link ? QString() : toQString(link.error().message);
    }
    return {};
}

} // namespace

Editing::Editing(DiagramView& view, const workspace::Workspace& around)
    : m_view(view)
    , m_around(around)
    , m_names(new NameEditor(view.theme(), &view))
    , m_kinds(new QuickInsert(view.theme(), &view)) {
    view.installEventFilter(this);
    connect(m_names, &NameEditor::named, this, [this](const QString& name, bool more) {
        if (const auto act = m_named) act(name, more); // it may ask the next question
    });
    connect(m_names, &NameEditor::chosen, this, [this](ElementId id) {
        if (m_chosen) m_chosen(id);
    });
    connect(m_names, &NameEditor::created, this, [this](ElementKind kind, const QString& name) {
        if (m_created) m_created(kind, name);
    });
    connect(m_kinds, &QuickInsert::chosen, this, [this](const Insertable& kind, bool more) {
        m_pointer = m_wanted; // wherever the mouse has gone meanwhile, onto the list for one
        add(kind, more);
    });
    connect(m_kinds, &QuickInsert::givenUp, this, [this] { m_linkFrom = {}; });
    connect(m_names, &NameEditor::givenUp, this, [this] { m_linkFrom = {}; });
    // What is asked about may be gone.
    connect(&around.document, &document::Document::changed, this, [this] {
        m_names->dismiss();
        m_kinds->dismiss();
        m_linkFrom = {};
    });
}

void Editing::setTheme(const picture::Theme& theme) {
    m_names->setTheme(theme);
    m_kinds->setTheme(theme);
}

bool Editing::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonPress ||
        event->type() == QEvent::MouseButtonDblClick)
        m_pointer = static_cast<QMouseEvent*>(event)->position();
    if (event->type() == QEvent::Leave) m_pointer.reset();
    return QObject::eventFilter(watched, event);
}

std::optional<QRectF> Editing::shapeOf(ElementId id) const {
    if (!id || !m_view.hasDiagram() || !m_around.document.isOpen()) return std::nullopt;
    const Lookup lookup(m_around.document.snapshot()->model);
    const Located* located = lookup.find(id);
    const auto rect = located ? rectOf(m_view.diagram(), located->key) : std::nullopt;
    if (!rect) return std::nullopt;
    const QRectF shown(m_view.viewport().toScreen(rect->topLeft()),
                       m_view.viewport().toScreen(rect->bottomRight()));
    return shown.intersects(QRectF(m_view.rect())) ? std::optional(shown) : std::nullopt;
}

/// Of what is not drawn yet, below the context that it will stand in; else below the middle, where the first
/// of all will stand.
QRectF Editing::placeBelow(ElementId id) const {
    auto shape = shapeOf(id);
    if (!shape && id && m_around.document.isOpen()) {
        const auto lookup = m_around.document.lookup();
        const Located* located = lookup->find(id);
        if (located && located->context) shape = shapeOf(located->context->id);
    }
    if (shape) return {shape->bottomLeft() + QPointF(0, belowShape), QSizeF(shape->width(), 0)};
    return {m_view.width() / 2.0 - 120, m_view.height() * 2 / 3.0, 240, 0};
}

ElementId Editing::contextAt(const QPointF& point) const {
    if (!m_view.hasDiagram()) return {};
    const QPointF at = m_view.viewport().toDiagram(point);
    for (const auto& context : m_view.diagram().contexts)
        if (QRectF(context.rect.x, context.rect.y, context.rect.width, context.rect.height).contains(at))
            return context.id;
    return {};
}

void Editing::ask(NameQuestion question, const QRectF& place, double scale) {
    m_kinds->dismiss();
    m_names->ask(std::move(question), place, scale);
}

void Editing::add(const Insertable& kind, bool more) {
    if (!m_around.document.isOpen()) return;
    if (!kind) return addHotspot(more);
    const auto pointer = std::exchange(m_pointer, std::nullopt); // the next one needs a place of its own
    ElementId context = pointer ? contextAt(*pointer) : ElementId{};
    if (!context) context = workspace::sensibleContext(m_around);
    if (!context && *kind != ElementKind::Context) { // says what to do first
        (void)workspace::add(m_around, *kind, {});
        return;
    }
    std::optional<diagram::Point> at;
    if (pointer && m_view.hasDiagram()) {
        const QPointF point = m_view.viewport().toDiagram(*pointer);
        at = diagram::Point{point.x(), point.y()};
    }
    const ElementId from = std::exchange(m_linkFrom, {});
    onNamed([this, kind = *kind, context, at, from, more](const QString& name, bool another) {
        const auto added = from ? workspace::addLinked(m_around, from, kind, name.toStdString(), context, at)
                                : workspace::add(m_around, kind, name.toStdString(), context, at);
        if (added && another) add(kind, more);
    });
    if (more) onNamed([act = std::move(m_named)](const QString& name, bool) { act(name, true); });
    const QRectF place = pointer ? QRectF(*pointer, QSizeF(0, 0)) : placeBelow(m_around.selection.current());
    ask({.placeholder = placeholderFor(*kind),
         .hint =
             [this, kind = *kind, context](const QString& typed) {
                 return nameHint(m_around.document.snapshot()->model, kind, typed, context);
             }},
        place);
}

void Editing::quickInsert(std::optional<QPointF> at) {
    if (!m_around.document.isOpen()) return;
    m_names->dismiss();
    if (at) m_pointer = at;
    // Where nothing is, a context; in one, what was added to it last.
    const bool outside = at ? !contextAt(*at) : !workspace::sensibleContext(m_around);
    m_wanted = m_pointer;
    m_kinds->ask(m_pointer.value_or(placeBelow(m_around.selection.current()).topLeft()), {}, {},
                 outside ? std::optional(ElementKind::Context) : std::nullopt);
}

void Editing::addLinked(ElementId from, const QPointF& at) {
    const Lookup lookup(m_around.document.snapshot()->model);
    const Located* located = lookup.find(from);
    if (!located) return;
    std::vector<InsertKind> legal;
    const auto kinds = edit::legalKinds(located->key.kind);
    for (const InsertKind& each : insertKinds())
        for (const edit::LinkKind& kind : kinds)
            if (each.kind == kind.kind) legal.push_back({each.kind, each.name, toQString(kind.word)});
    if (legal.empty()) return;
    m_names->dismiss();
    m_linkFrom = from;
    m_wanted = at;
    m_kinds->ask(at, std::move(legal), tr("%1 can be linked to these").arg(nameOf(*located)));
}

void Editing::rename() {
    const ElementId id = m_around.selection.current();
    if (!id || !m_around.document.isOpen()) return;
    const Lookup lookup(m_around.document.snapshot()->model);
    const Located* located = lookup.find(id);
    if (!located || located->consumer) return;
    const ElementKind kind = located->key.kind;
    const ElementId context = located->context ? located->context->id : ElementId{};
    const QString old = nameOf(*located);
    onNamed([this, id, old](const QString& name, bool) {
        if (name == old) return;
        const auto done = m_around.document.apply(edit::Rename{id, name.toStdString()});
        if (!done) m_around.prompts.notice(toQString(done.error().message));
    });
    ask({.text = old,
         .placeholder = placeholderFor(kind),
         .hint =
             [this, kind, context, id](const QString& typed) {
                 return nameHint(m_around.document.snapshot()->model, kind, typed, context, id);
             }},
        shapeOf(id).value_or(placeBelow(id)), m_view.hasDiagram() ? m_view.viewport().scale : 1);
}

void Editing::link() {
    const ElementId from = m_around.selection.current();
    if (!m_around.document.isOpen()) return;
    const Model& model = m_around.document.snapshot()->model;
    const Lookup lookup(model);
    const Located* located = lookup.find(from);
    if (!located || located->consumer)
        return m_around.prompts.toast(tr("Select what the line starts at, then press L."));
    const std::string home = located->context ? located->context->name : std::string{};
    NameQuestion question{.placeholder = tr("Link %1 to").arg(nameOf(*located))};
    for (const edit::LinkTarget& target : edit::legalTargets(model, from)) {
        const Located& end = *lookup.find(target.id);
        const bool own = end.context && end.context->name == home;
        const QString name =
            own && end.key.kind != ElementKind::Context ? nameOf(end) : toQString(end.key.name);
        question.choices.push_back({target.id, end.key.kind, name, toQString(target.word)});
    }
    for (const edit::LinkKind& kind : edit::legalKinds(located->key.kind))
        question.creates.push_back({kind.kind, toQString(kind.word)});
    question.hint = [this, from](const QString& typed) {
        return typed.isEmpty() ? QString() : refusal(m_around.document.snapshot()->model, from, typed);
    };
    m_chosen = [this, from](ElementId to) { (void)workspace::link(m_around, from, to); };
    const ElementId context = located->context ? located->context->id : ElementId{};
    m_created = [this, from, context](ElementKind kind, const QString& name) {
        (void)workspace::addLinked(m_around, from, kind, name.toStdString(), context);
    };
    ask(std::move(question), placeBelow(from));
}

void Editing::moveToContext() {
    const auto ids = m_around.selection.ids();
    if (ids.empty() || !m_around.document.isOpen()) return;
    const Model& model = m_around.document.snapshot()->model;
    NameQuestion question{.placeholder = tr("Move to the context")};
    question.choices.reserve(model.contexts.size());
    for (const auto& context : model.contexts)
        question.choices.push_back({context->id, ElementKind::Context, toQString(context->name), {}});
    m_chosen = [this, ids](ElementId context) { (void)workspace::moveTo(m_around, ids, context); };
    if (question.choices.empty()) return;
    ask(std::move(question), placeBelow(ids.back()));
}

void Editing::addHotspot(bool more) {
    if (!m_around.document.isOpen()) return;
    const ElementId about = m_around.selection.current();
    onNamed([this, about, more](const QString& text, bool another) {
        workspace::addHotspot(m_around, about, text);
        if (more || another) addHotspot(more);
    });
    ask({.placeholder = tr("What is not clear yet?"),
         .hint =
             [](const QString&) { return tr("What is not clear yet, one line; it is kept in the model"); }},
        placeBelow(about));
}

void Editing::duplicate() {
    if (m_around.document.isOpen()) workspace::duplicate(m_around, m_around.selection.ids());
}

void Editing::paste() {
    if (!m_around.document.isOpen()) return;
    const Lookup lookup(m_around.document.snapshot()->model);
    const Located* selected = lookup.find(m_around.selection.current());
    const bool isNode =
        selected && !selected->consumer && selected->context && selected->key.kind != ElementKind::Context;
    const ElementKind kind = isNode ? selected->key.kind : ElementKind::Event;
    workspace::pasteLines(m_around, QGuiApplication::clipboard()->text(), kind,
                          m_pointer ? contextAt(*m_pointer) : ElementId{});
}

} // namespace factline::canvas
