// SPDX-License-Identifier: Apache-2.0
#include "workspace/addition.h"

#include <algorithm>
#include <type_traits>

#include <QCoreApplication>

#include "domain/lookup.h"
#include "edit/link.h"
#include "picture/text.h"
#include "workspace/naming.h"
#include "workspace/new_element.h"

namespace factline::workspace {

namespace {

struct Addition {
    Q_DECLARE_TR_FUNCTIONS(Addition)
};

bool standsInContext(ElementKind kind) {
    return kind != ElementKind::Context && kind != ElementKind::Claim && kind != ElementKind::Audience;
}

template<typename T>
Result<T> refuse(const Workspace& around, Error error) {
    around.prompts.notice(picture::toQString(error.message));
    return tl::unexpected(std::move(error));
}

/// What stands between the wish and an addition; none where `where` is filled in.
std::optional<Error> findPlace(const Workspace& around, ElementKind kind, ElementId& where) {
    if (!standsInContext(kind))
        where = {};
    else if (!where)
        where = sensibleContext(around);
    if (where || !standsInContext(kind)) return std::nullopt;
    return Error{
        ErrorCode::InvalidArgument,
        Addition::tr("There is no context yet to put it in. Press C to add one first.").toStdString()};
}

/// True for what one means by adding `kind` while an element is selected.
bool followsFrom(const Located& selected, ElementKind kind, ElementId context) {
    switch (selected.key.kind) {
    case ElementKind::Fact: // an event of another context would relay what that context owns
    case ElementKind::Policy:
        return kind == ElementKind::Event && selected.context->id == context;
    case ElementKind::Event:
        return kind == ElementKind::View || kind == ElementKind::Policy;
    case ElementKind::View:
        return kind == ElementKind::Decision;
    default:
        return false;
    }
}

/// The addition and the link from an element to what is added, as one step; the addition alone where the two
/// cannot be linked.
edit::Edit withLink(const Model& model, edit::AddElement addition, ElementId from) {
    const auto added = edit::apply(model, addition);
    if (!added) return addition;
    const auto link = edit::link(added->model, from, added->added.front());
    const auto* linking = link ? std::get_if<edit::Several>(&*link) : nullptr;
    if (!linking) return addition;
    edit::Several both{added->label, {std::move(addition)}};
    both.edits.insert(both.edits.end(), linking->edits.begin(), linking->edits.end());
    return both;
}

/// The addition with the link that one means by it, if any.
edit::Edit withSensibleLink(const Workspace& around, edit::AddElement addition, ElementKind kind) {
    const Model& model = around.document.snapshot()->model;
    const Lookup lookup(model);
    const Located* selected = lookup.find(around.selection.current());
    if (!selected || !followsFrom(*selected, kind, addition.where)) return addition;
    return withLink(model, std::move(addition), around.selection.current());
}

/// Those of the added elements that stand in no other added one.
std::vector<ElementId> outermost(const edit::Applied& applied) {
    const Lookup lookup(applied.model);
    const auto isAdded = [&](ElementId id) {
        return std::ranges::find(applied.added, id) != applied.added.end();
    };
    std::vector<ElementId> ids;
    for (const ElementId id : applied.added) {
        const Located* located = lookup.find(id);
        if (!located || located->consumer) continue;
        const bool within = located->context && located->context->id != id && isAdded(located->context->id);
        if (!within) ids.push_back(id);
    }
    return ids;
}

/// Many additions as one step with that label.
void addAll(const Workspace& around, edit::Paste additions, const QString& label) {
    if (additions.elements.empty()) return;
    const auto done = around.document.apply(edit::Several{label.toStdString(), {std::move(additions)}});
    if (!done) return around.prompts.notice(picture::toQString(done.error().message));
    around.selection.set(outermost(*done));
}

} // namespace

ElementId sensibleContext(const Workspace& around) {
    if (!around.document.isOpen()) return {};
    const Model& model = around.document.snapshot()->model;
    const Lookup lookup(model);
    const Located* selected = lookup.find(around.selection.current());
    if (selected && selected->context) return selected->context->id;
    return model.contexts.empty() ? ElementId{} : model.contexts.front()->id;
}

namespace {

/// `from`: what it is linked to; none: what one means by it. "finance/invoice" stands in finance.
Result<ElementId> addOne(const Workspace& around, ElementId from, ElementKind kind, std::string name,
                         ElementId context, std::optional<diagram::Point> at) {
    const auto slash = name.find('/');
    const Context* named = slash == std::string::npos || !standsInContext(kind)
                               ? nullptr
                               : around.document.lookup()->findContext(name.substr(0, slash));
    if (named) {
        if (named->id != context) at.reset(); // a place in another one
        context = named->id;
        name.erase(0, slash + 1);
    }
    auto value = newElement(kind, name);
    if (!value)
        return refuse<ElementId>(
            around,
            {ErrorCode::InvalidArgument,
             Addition::tr("That cannot be added by its name alone. Use the inspector.").toStdString()});
    const bool isOpen = around.document.isOpen();
    if (auto missing = findPlace(around, kind, context); missing && isOpen)
        return refuse<ElementId>(around, *std::move(missing));
    edit::Edit edit = edit::AddElement{*std::move(value), context, {}};
    if (isOpen && from)
        edit = withLink(around.document.snapshot()->model, std::get<edit::AddElement>(std::move(edit)), from);
    else if (isOpen)
        edit = withSensibleLink(around, std::get<edit::AddElement>(std::move(edit)), kind);
    const auto done = around.document.apply(edit, at);
    if (!done) return refuse<ElementId>(around, done.error());
    const ElementId id = done->added.front();
    around.selection.select(id);
    return id;
}

} // namespace

Result<ElementId> add(const Workspace& around, ElementKind kind, const std::string& name, ElementId context,
                      std::optional<diagram::Point> at) {
    return addOne(around, {}, kind, name, context, at);
}

Result<ElementId> addLinked(const Workspace& around, ElementId from, ElementKind kind,
                            const std::string& name, ElementId context, std::optional<diagram::Point> at) {
    return addOne(around, from, kind, name, context, at);
}

Result<ElementId> declare(const Workspace& around, const ElementKey& key) {
    const auto slash = key.name.find('/');
    const std::string home = slash == std::string::npos ? std::string() : key.name.substr(0, slash);
    auto value = newElement(key.kind, slash == std::string::npos ? key.name : key.name.substr(slash + 1));
    if (!around.document.isOpen() || !value)
        return refuse<ElementId>(
            around,
            {ErrorCode::InvalidArgument,
             Addition::tr("That cannot be declared by its name alone. Use the inspector.").toStdString()});
    const Model& model = around.document.snapshot()->model;
    const Lookup lookup(model);
    edit::Several both{Addition::tr("Declare %1").arg(picture::toQString(key.name)).toStdString(), {}};
    ElementId where;
    if (const Context* context = lookup.findContext(home)) {
        where = context->id;
    } else if (!home.empty()) { // nobody declares that either
        edit::AddElement addition{*newElement(ElementKind::Context, home), {}, {}};
        const auto added = edit::apply(model, addition);
        if (!added) return refuse<ElementId>(around, added.error());
        where = added->added.front();
        both.edits.emplace_back(std::move(addition));
    }
    both.edits.emplace_back(edit::AddElement{*std::move(value), where, {}});
    const auto done = around.document.apply(both);
    if (!done) return refuse<ElementId>(around, done.error());
    const ElementId id = done->added.back();
    around.selection.select(id);
    return id;
}

void pasteLines(const Workspace& around, const QString& lines, ElementKind kind, ElementId context) {
    const QStringList names = namesOf(lines, kind);
    if (names.isEmpty() || !around.document.isOpen()) return;
    if (const auto missing = findPlace(around, kind, context))
        return around.prompts.notice(picture::toQString(missing->message));
    edit::Paste additions;
    additions.elements.reserve(static_cast<std::size_t>(names.size()));
    for (const QString& name : names)
        if (auto value = newElement(kind, name.toStdString()))
            additions.elements.push_back({*std::move(value), context, {}});
    const QString label = names.size() == 1 ? Addition::tr("Paste %1").arg(names.front())
                                            : Addition::tr("Paste %1 elements").arg(names.size());
    addAll(around, std::move(additions), label);
}

void duplicate(const Workspace& around, const std::vector<ElementId>& ids) {
    if (!around.document.isOpen()) return;
    const Lookup lookup(around.document.snapshot()->model);
    edit::Paste copies;
    QString last;
    std::set<ElementKey> taken;
    for (const ElementId id : ids) {
        const Located* located = lookup.find(id);
        if (!located || located->consumer) continue; // a subscription has no name of its own to change
        std::visit(
            [&]<typename T>(const T* element) {
                T copy = *element;
                copy.name = freeName(lookup, *located, taken);
                copy.formerly.clear();
                const bool inside = located->context && located->id() != located->context->id;
                last = picture::toQString(element->name);
                copies.elements.push_back({std::move(copy), inside ? located->context->id : ElementId{}, {}});
            },
            located->element);
    }
    const QString label = copies.elements.size() == 1
                              ? Addition::tr("Duplicate %1").arg(last)
                              : Addition::tr("Duplicate %1 elements").arg(copies.elements.size());
    addAll(around, std::move(copies), label);
}

} // namespace factline::workspace
