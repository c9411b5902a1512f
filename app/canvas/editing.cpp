// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing.h"

#include <algorithm>
#include <array>

#include <QClipboard>
#include <QCoreApplication>
#include <QCursor>
#include <QGuiApplication>
#include <QMenu>

#include "canvas/hit.h"
#include "edit/link.h"
#include "picture/shapes.h"
#include "picture/text.h"
#include "workspace/addition.h"
#include "workspace/linking.h"

namespace factline::canvas {

namespace {

using picture::toQString;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

QString kindText(ElementKind kind) {
    switch (kind) {
    case ElementKind::Context:
        return Texts::tr("&Context");
    case ElementKind::Fact:
        return Texts::tr("Fac&t");
    case ElementKind::Event:
        return Texts::tr("&Event");
    case ElementKind::View:
        return Texts::tr("View (&read model)");
    case ElementKind::Policy:
        return Texts::tr("&Policy");
    case ElementKind::Decision:
        return Texts::tr("&Decision");
    default:
        return toQString(kindName(kind));
    }
}

QString nameQuestion(ElementKind kind) {
    return Texts::tr("Name of the new %1").arg(toQString(kindName(kind)));
}

QString bareName(const ElementKey& key) {
    return toQString(key.name.substr(key.kind == ElementKind::Context ? 0 : key.name.find('/') + 1));
}

void say(const workspace::Workspace& around, const Error& error) {
    around.prompts.toast(toQString(error.message));
}

} // namespace

Editing::Editing(DiagramView& view, const workspace::Workspace& around)
    : m_view(view)
    , m_around(around)
    , m_prompt(new LinePrompt(&view)) {}

QPointF Editing::pointer() const {
    return m_view.underMouse() ? m_view.mapFromGlobal(QPointF(QCursor::pos()))
                               : QRectF(m_view.rect()).center();
}

ElementId Editing::contextAt(const QPointF& screen) const {
    if (!m_view.hasDiagram()) return {};
    const QPointF point = m_view.viewport().toDiagram(screen);
    for (const auto& context : m_view.diagram().contexts)
        if (picture::toQt(context.rect).contains(point)) return context.id;
    return {};
}

QPointF Editing::besideCurrent() const {
    if (m_view.hasDiagram())
        if (const auto key = keyOf(m_view.diagram(), m_around.selection.current()))
            if (const auto rect = rectOf(m_view.diagram(), *key)) {
                const double down = key->kind == ElementKind::Context ? 20 : rect->height() / 2;
                return m_view.viewport().toScreen(QPointF(rect->left(), rect->top() + down));
            }
    return QRectF(m_view.rect()).center();
}

void Editing::askName(ElementKind kind, const QPointF& at, ElementId from) {
    const QPointF point = m_view.viewport().toDiagram(at);
    const ElementId context = contextAt(at);
    m_prompt->ask(at, nameQuestion(kind), {}, {}, [this, kind, point, context, from](const QString& name) {
        const auto added =
            workspace::add(m_around, kind, name.toStdString(), context, diagram::Point{point.x(), point.y()});
        if (!added || !from) return;
        // Mostly adding has linked it already, as one step.
        const auto& model = m_around.document.snapshot()->model;
        if (edit::link(model, from, *added)) (void)workspace::link(m_around, from, *added);
    });
}

void Editing::add(ElementKind kind) {
    if (m_around.document.isOpen()) askName(kind, pointer(), {});
}

void Editing::addHotspot() {
    if (!m_around.document.isOpen()) return;
    const ElementId about = m_around.selection.current();
    m_prompt->ask(about ? besideCurrent() : pointer(), Texts::tr("Open question"), {}, {},
                  [this, about](const QString& text) { workspace::addHotspot(m_around, about, text); });
}

void Editing::quickInsert(std::optional<QPointF> at) {
    if (!m_around.document.isOpen()) return;
    const QPointF place = at.value_or(pointer());
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto kind : {ElementKind::Context, ElementKind::Fact, ElementKind::Event, ElementKind::View,
                            ElementKind::Policy, ElementKind::Decision})
        menu->addAction(kindText(kind), &m_view, [this, kind, place] { askName(kind, place, {}); });
    menu->addAction(Texts::tr("&Hotspot"), &m_view, [this] { addHotspot(); });
    menu->setActiveAction(menu->actions().front());
    menu->popup(m_view.mapToGlobal(place.toPoint()));
}

void Editing::addLinked(ElementId from, const QPointF& at) {
    const auto key = keyOf(m_view.diagram(), from);
    if (!key) return;
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const edit::LinkKind& target : edit::legalKinds(key->kind))
        menu->addAction(QStringLiteral("%1 (%2)").arg(kindText(target.kind), toQString(target.word)), &m_view,
                        [this, kind = target.kind, at, from] {
                            m_around.selection.set({from}); // what is added is linked to it
                            askName(kind, at, from);
                        });
    menu->popup(m_view.mapToGlobal(at.toPoint()));
}

void Editing::rename() {
    const ElementId id = m_around.selection.current();
    const auto key = m_view.hasDiagram() ? keyOf(m_view.diagram(), id) : std::nullopt;
    if (!key) return;
    m_prompt->ask(besideCurrent(), Texts::tr("Name"), bareName(*key), {}, [this, id](const QString& name) {
        const auto done = m_around.document.apply(edit::Rename{id, name.toStdString()});
        if (!done) say(m_around, done.error());
    });
}

void Editing::link() {
    const ElementId from = m_around.selection.current();
    if (!from || !m_around.document.isOpen()) return;
    const Lookup lookup(m_around.document.snapshot()->model);
    std::vector<std::pair<QString, ElementId>> targets;
    QStringList words;
    for (const edit::LinkTarget& target : edit::legalTargets(lookup.model(), from))
        if (const Located* found = lookup.find(target.id)) {
            targets.emplace_back(toQString(found->key.name), target.id);
            words += targets.back().first;
        }
    m_prompt->ask(besideCurrent(), Texts::tr("Link to …"), {}, words,
                  [this, from, targets](const QString& name) {
                      const auto found = std::ranges::find_if(targets, [&](const auto& target) {
                          return target.first == name || target.first.section(QLatin1Char('/'), 1) == name;
                      });
                      if (found != targets.end())
                          (void)workspace::link(m_around, from, found->second);
                      else
                          m_around.prompts.toast(
                              Texts::tr("Nothing that this can be linked to is called %1.").arg(name));
                  });
}

void Editing::moveToContext() {
    const auto ids = m_around.selection.ids();
    if (ids.empty() || !m_around.document.isOpen()) return;
    std::vector<std::pair<QString, ElementId>> contexts;
    QStringList words;
    for (const auto& context : m_around.document.snapshot()->model.contexts) {
        contexts.emplace_back(toQString(context->name), context->id);
        words += contexts.back().first;
    }
    m_prompt->ask(besideCurrent(), Texts::tr("Move to context …"), {}, words,
                  [this, ids, contexts](const QString& name) {
                      const auto found =
                          std::ranges::find(contexts, name, [](const auto& c) { return c.first; });
                      if (found != contexts.end())
                          workspace::moveTo(m_around, ids, found->second);
                      else
                          m_around.prompts.toast(Texts::tr("There is no context called %1.").arg(name));
                  });
}

void Editing::duplicate() {
    if (!m_around.selection.ids().empty()) workspace::duplicate(m_around, m_around.selection.ids());
}

void Editing::paste() {
    const QString lines = QGuiApplication::clipboard()->text();
    if (lines.trimmed().isEmpty() || !m_around.document.isOpen()) return;
    ElementKind kind = ElementKind::Event;
    if (m_view.hasDiagram())
        if (const auto key = keyOf(m_view.diagram(), m_around.selection.current()))
            if (key->kind != ElementKind::Context) kind = key->kind;
    workspace::pasteLines(m_around, lines, kind, m_view.underMouse() ? contextAt(pointer()) : ElementId{});
}

} // namespace factline::canvas
