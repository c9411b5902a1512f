// SPDX-License-Identifier: Apache-2.0
#include "canvas/name_hints.h"

#include <QCoreApplication>

#include "domain/lookup.h"

namespace factline::canvas {

namespace {

struct NameHints {
    Q_DECLARE_TR_FUNCTIONS(NameHints)
};

QString custom(ElementKind kind) {
    switch (kind) {
    case ElementKind::Context:
        return NameHints::tr("A context is named after its business: order-handling");
    case ElementKind::Fact:
        return NameHints::tr("A fact is a thing that one context decides about: delivery-address");
    case ElementKind::Event:
        return NameHints::tr("An event is named in the past: OrderPlaced");
    case ElementKind::View:
        return NameHints::tr("A view is named by what it shows: open-orders");
    case ElementKind::Policy:
        return NameHints::tr("A policy is named by what it does: cancel-unpaid-order");
    case ElementKind::Decision:
        return NameHints::tr("A decision is named by what is decided: issue-invoice");
    default:
        return {};
    }
}

} // namespace

QString nameHint(const Model& model, ElementKind kind, const QString& typed, ElementId context,
                 ElementId except) {
    const Lookup lookup(model);
    const Located* around = lookup.find(context);
    const bool inside = around && kind != ElementKind::Context;
    const Located* same = lookup.find(keyOf(
        kind, inside ? std::string_view(around->context->name) : std::string_view{}, typed.toStdString()));
    if (!same || typed.isEmpty()) return custom(kind);
    const ElementId id = same->id();
    return id == except ? custom(kind) : NameHints::tr("There is one of that name already");
}

} // namespace factline::canvas
