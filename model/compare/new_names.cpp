// SPDX-License-Identifier: Apache-2.0
#include "compare/new_names.h"

#include "edit/renames.h"

namespace factline::compare {

Model withNewNames(const Lookup& before, const Pairing& pairs) {
    edit::Renames renames(before);
    for (const auto& context : before.model().contexts)
        if (const Located* is = pairs.after(context->id); is && elementOf(*is).name != context->name)
            renames.context(*context, elementOf(*is).name);
    for (const Located& was : before.all()) {
        const Located* is = pairs.after(elementOf(was).id);
        if (!is || is->key == was.key || was.key.kind == ElementKind::Subscription ||
            was.key.kind == ElementKind::Context)
            continue;
        const std::string home = is->context ? is->context->name : std::string();
        renames.element(was, {home, elementOf(*is).name});
        renames.home(elementOf(was).id, home);
    }
    Model model = before.model();
    // A payload that cannot say the new name of a type says something else after, too.
    return edit::rewrite(model, renames) ? model : before.model();
}

} // namespace factline::compare
