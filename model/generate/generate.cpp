// SPDX-License-Identifier: Apache-2.0
#include "generate/generate.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace factline::generate {

namespace {

Result<std::vector<const Target*>> chosenTargets(const std::vector<std::string>& ids) {
    std::vector<const Target*> chosen;
    for (const Target& target : targets())
        if (ids.empty() || std::ranges::find(ids, target.id) != ids.end()) chosen.push_back(&target);
    for (const std::string& id : ids)
        if (!findTarget(id)) {
            std::vector<std::string_view> known;
            for (const Target& target : targets())
                known.push_back(target.id);
            return failure(ErrorCode::NotFound, fmt::format("There is no target \"{}\". Choose from: {}.", id,
                                                            fmt::join(known, ", ")));
        }
    return chosen;
}

Result<std::vector<const Context*>> chosenContexts(const Lookup& lookup, const std::string& name) {
    std::vector<const Context*> chosen;
    for (const auto& context : lookup.model().contexts) {
        if (lookup.findContext(context->name) != context.get())
            continue; // a name given twice means the first
        if (name.empty() ? context->kind != ContextKind::External : context->name == name)
            chosen.push_back(context.get());
    }
    if (chosen.empty() && !name.empty()) {
        std::vector<std::string_view> known;
        for (const auto& context : lookup.model().contexts)
            known.push_back(context->name);
        return failure(ErrorCode::NotFound, fmt::format("There is no context \"{}\". Choose from: {}.", name,
                                                        fmt::join(known, ", ")));
    }
    return chosen;
}

bool takesPart(const Context& context) {
    return !context.events.empty() ||
           std::ranges::any_of(context.views, [](const auto& view) { return !view->fedBy.empty(); }) ||
           std::ranges::any_of(context.policies, [](const auto& policy) { return !policy->when.empty(); });
}

} // namespace

Result<Output> generate(const Lookup& lookup, const Options& options, const Templates& templates) {
    const auto chosen = chosenTargets(options.targets);
    if (!chosen) return tl::unexpected(chosen.error());
    const auto contexts = chosenContexts(lookup, options.context);
    if (!contexts) return tl::unexpected(contexts.error());

    const WireIndex wires(lookup);
    Output all;
    for (const auto& context : lookup.model().contexts)
        if (lookup.findContext(context->name) != context.get())
            all.omitted.push_back({{ElementKind::Context, context->name},
                                   {},
                                   "another context before it has the same name; give it a name of its own"});
    for (const Context* context : *contexts) {
        bool any = false;
        for (const Target* target : *chosen) {
            if (options.targets.empty() && !target->byDefault(lookup, *context)) continue;
            any = true;
            const std::string folder = fmt::format("{}/{}/", pathComponent(context->name), target->id);
            auto output = target->render({lookup, *context, wires, templates, folder});
            if (!output) return tl::unexpected(output.error());
            std::ranges::move(output->files, std::back_inserter(all.files));
            for (Omission& omission : output->omitted) {
                omission.context = context->name;
                all.omitted.push_back(std::move(omission));
            }
        }
        if (!any && takesPart(*context))
            all.omitted.push_back(
                {{ElementKind::Context, context->name},
                 {},
                 context->store == Store::None
                     ? std::string(
                           "it names no store and consumes nothing; say `store:` to get the tables it needs")
                     : fmt::format(
                           "no target writes for the store {}; ask for one by name to get it all the same",
                           word(context->store))});
    }
    std::ranges::sort(all.files, {}, &GeneratedFile::path);
    return all;
}

std::vector<std::string> scope(const Options& options) {
    if (options.targets.empty() && options.context.empty()) return {};
    std::vector<std::string> folders;
    if (options.targets.empty())
        folders.push_back(pathComponent(options.context) + '/');
    else
        for (const std::string& target : options.targets)
            folders.push_back((options.context.empty() ? "*" : pathComponent(options.context)) + '/' +
                              target + '/');
    return folders;
}

} // namespace factline::generate
