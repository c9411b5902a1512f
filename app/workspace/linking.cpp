// SPDX-License-Identifier: Apache-2.0
#include "workspace/linking.h"

#include <QCoreApplication>

#include "domain/lookup.h"
#include "edit/link.h"
#include "picture/text.h"

namespace factline::workspace {

namespace {

struct Linking {
    Q_DECLARE_TR_FUNCTIONS(Linking)
};

/// The element (or, without one, the model) with one more hotspot; nothing for an id that is gone.
std::optional<edit::SingleEdit> withHotspot(const Model& model, ElementId id, const std::string& text,
                                            std::string& name) {
    if (!id) {
        edit::Root root = edit::rootOf(model);
        name = root.name;
        root.hotspots.push_back(text);
        return edit::ChangeRoot{std::move(root)};
    }
    const Lookup lookup(model);
    const Located* located = lookup.find(id);
    if (!located) return std::nullopt;
    return std::visit(
        [&](const auto* element) -> edit::SingleEdit {
            auto value = *element;
            name = value.name;
            value.hotspots.push_back(text);
            return edit::ReplaceElement{std::move(value)};
        },
        located->element);
}

/// Says in passing why something was not done.
Result<void> refuse(const Workspace& around, const Error& error) {
    around.prompts.toast(picture::toQString(error.message));
    return tl::unexpected(error);
}

} // namespace

Result<void> link(const Workspace& around, ElementId from, ElementId to) {
    const auto edit = edit::link(around.document.snapshot()->model, from, to);
    if (!edit) return refuse(around, edit.error());
    const auto done = around.document.apply(*edit);
    if (!done) return refuse(around, done.error());
    return {};
}

Result<void> moveTo(const Workspace& around, std::vector<ElementId> ids, ElementId context,
                    std::optional<diagram::Point> at) {
    const Lookup lookup(around.document.snapshot()->model);
    std::erase_if(ids, [&](ElementId id) {
        const Located* located = lookup.find(id);
        return !located || (located->context && located->context->id == context);
    });
    if (ids.empty()) return {};
    const auto done = around.document.apply(edit::MoveToContext{std::move(ids), context}, at);
    if (!done) return refuse(around, done.error());
    if (done->references > 0)
        around.prompts.toast(
            Linking::tr("%1. %n reference(s) follow.", nullptr, static_cast<int>(done->references))
                .arg(picture::toQString(done->label)));
    return {};
}

void addHotspot(const Workspace& around, ElementId element, const QString& text) {
    const QString line = text.simplified();
    if (line.isEmpty() || !around.document.isOpen()) return;
    std::string name;
    auto edit = withHotspot(around.document.snapshot()->model, element, line.toStdString(), name);
    if (!edit) return;
    const QString label = name.empty() ? Linking::tr("Add a hotspot")
                                       : Linking::tr("Add a hotspot to %1").arg(picture::toQString(name));
    const auto done = around.document.apply(edit::Several{label.toStdString(), {*std::move(edit)}});
    if (!done) around.prompts.notice(picture::toQString(done.error().message));
}

} // namespace factline::workspace
