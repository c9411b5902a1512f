// SPDX-License-Identifier: Apache-2.0
#include "edit/waive.h"

#include <fmt/format.h>

#include "domain/lookup.h"

namespace factline::edit {

Result<Edit> waive(const Model& model, const ElementKey& element, Waiver waiver) {
    if (waiver.rule.empty() || waiver.reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return failure(
            ErrorCode::InvalidArgument,
            Phrase::of("A waiver without a reason is a defect of its own. Say why it may stay as it is."));
    Several step{Phrase::of("Waive {} for {}", waiver.rule, element.name), {}};
    const Result<Model> today =
        atStage(model, {}); // what is not there today cannot be waived where it stands
    const Lookup lookup(today ? *today : model);
    if (const Located* located = lookup.find(element)) {
        waiver.element.clear();
        std::visit(
            [&](const auto* one) {
                auto changed = *one;
                changed.waivers.push_back(std::move(waiver));
                step.edits.emplace_back(ReplaceElement{std::move(changed)});
            },
            located->element);
    } else {
        Root root = rootOf(model);
        waiver.element = element.name;
        root.waivers.push_back(std::move(waiver));
        step.edits.emplace_back(ChangeRoot{std::move(root)});
    }
    return Edit(std::move(step));
}

} // namespace factline::edit
