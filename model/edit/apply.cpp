// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "domain/name.h"
#include "edit/steps.h"

namespace factline::edit {

namespace {

/// Hands an edit to its step.
struct Dispatch {
    const Model& model;
    const Model& opened;
    LatestLookup& known;

    Result<Applied> operator()(const AddElement& edit) const { return add(model, edit); }
    Result<Applied> operator()(const Paste& edit) const { return paste(model, edit); }
    Result<Applied> operator()(const RemoveElements& edit) const { return remove(known, model, edit); }
    Result<Applied> operator()(const Rename& edit) const { return rename(known, model, edit, opened); }
    Result<Applied> operator()(const RenameStage& edit) const { return renameStage(model, edit); }
    Result<Applied> operator()(const ReplaceElement& edit) const { return replace(model, edit); }
    Result<Applied> operator()(const MoveToContext& edit) const { return moveToContext(known, model, edit); }
    Result<Applied> operator()(const ChangeRoot& edit) const { return changeRoot(model, edit); }

    Result<Applied> operator()(const Several& several) const {
        Applied all{.model = model, .label = several.label};
        for (const SingleEdit& single : several.edits) {
            auto step = std::visit(Dispatch{all.model, opened, known}, single);
            if (!step) return step;
            all.model = std::move(step->model);
            all.references += step->references;
            all.added.insert(all.added.end(), step->added.begin(), step->added.end());
        }
        return all;
    }
};

} // namespace

Result<Applied> apply(const Model& model, const Edit& edit, const Model& opened, LatestLookup& known) {
    return std::visit(Dispatch{model, opened, known}, edit);
}

Result<Applied> apply(const Model& model, const Edit& edit, const Model& opened) {
    LatestLookup known;
    return apply(model, edit, opened, known);
}

Result<Applied> apply(const Model& model, const Edit& edit) {
    return apply(model, edit, model);
}

Phrase called(const Element& element, ElementKind kind, const Ref& event) {
    const std::string& name = kind == ElementKind::Subscription ? event.name : element.name;
    return name.empty() ? Phrase::of("a {} without a name", nounOf(kind))
                        : Phrase::of("{} {}", nounOf(kind), name);
}

std::optional<Error> objectionToName(ElementKind kind, const std::string& name) {
    if (kind == ElementKind::Channel || canBeName(name)) return std::nullopt;
    return Error{ErrorCode::InvalidArgument,
                 Phrase::of("`{}` cannot be a name: a / stands between a context and what is in it, and no "
                            "name holds one, nor a \\. Leave it away.",
                            name)};
}

tl::unexpected<Error> unknownId() {
    return failure(ErrorCode::NotFound,
                   Phrase::of("The element to edit is no longer in the model. Select it again."));
}

} // namespace factline::edit
