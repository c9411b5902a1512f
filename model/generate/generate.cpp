// SPDX-License-Identifier: Apache-2.0
#include "generate/generate.h"

#include <algorithm>
#include <atomic>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/in_parallel.h"

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
            return failure(ErrorCode::NotFound, Phrase::of("There is no target \"{}\". Choose from: {}.", id,
                                                           fmt::format("{}", fmt::join(known, ", "))));
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
        return failure(ErrorCode::NotFound, Phrase::of("There is no context \"{}\". Choose from: {}.", name,
                                                       fmt::format("{}", fmt::join(known, ", "))));
    }
    return chosen;
}

bool takesPart(const Context& context) {
    return !context.events.empty() ||
           std::ranges::any_of(context.views, [](const auto& view) { return !view->fedBy.empty(); }) ||
           std::ranges::any_of(context.policies, [](const auto& policy) { return !policy->when.empty(); });
}

/// What all contexts have in common while a model is generated.
struct Run {
    const Lookup& lookup;
    const Options& options;
    const std::vector<const Target*>& targets;
    const WireIndex& wires;
};

Omission nothingFor(const Context& context) {
    return {
        {ElementKind::Context, context.name},
        {},
        context.store == Store::None
            ? Phrase::of("it names no store and consumes nothing; say `store:` to get the tables it needs")
            : Phrase::of("no target writes for the store {}; ask for one by name to get it all the same",
                         word(context.store))};
}

Result<Output> generateContext(const Run& run, const Context& context, const Templates& templates) {
    Output all;
    bool any = false;
    for (const Target* target : run.targets) {
        if (run.options.targets.empty() && !target->byDefault(run.lookup, context)) continue;
        any = true;
        const std::string folder = fmt::format("{}/{}/", pathComponent(context.name), target->id);
        auto output = target->render({run.lookup, context, run.wires, templates, folder});
        if (!output) return output;
        std::ranges::move(output->files, std::back_inserter(all.files));
        for (Omission& omission : output->omitted) {
            omission.context = context.name;
            all.omitted.push_back(std::move(omission));
        }
    }
    if (!any && takesPart(context)) all.omitted.push_back(nothingFor(context));
    return all;
}

/// The output of each context, by its place in `contexts`; those after a cancelled one are empty.
std::vector<Result<Output>> generateEach(const Run& run, const std::vector<const Context*>& contexts,
                                         const Templates& templates, const Watch& watch) {
    std::vector<Result<Output>> outputs(contexts.size());
    std::vector<Templates> copies; // filling a template is for one thread at a time
    copies.reserve(workersFor(contexts.size()));
    for (std::size_t worker = 0; worker < workersFor(contexts.size()); ++worker)
        copies.push_back(templates.another());
    std::atomic<std::size_t> done = 0;
    inParallel(contexts.size(), [&](std::size_t piece, std::size_t worker) {
        if (watch.stop.stop_requested()) return;
        outputs[piece] = generateContext(run, *contexts[piece], copies[worker]);
        if (watch.progress) watch.progress(++done, contexts.size());
    });
    return outputs;
}

} // namespace

Result<Output> generate(const Lookup& lookup, const Options& options, const Templates& templates,
                        const Watch& watch) {
    const auto chosen = chosenTargets(options.targets);
    if (!chosen) return tl::unexpected(chosen.error());
    const auto contexts = chosenContexts(lookup, options.context);
    if (!contexts) return tl::unexpected(contexts.error());

    Output all;
    for (const auto& context : lookup.model().contexts)
        if (lookup.findContext(context->name) != context.get())
            all.omitted.push_back(
                {{ElementKind::Context, context->name},
                 {},
                 Phrase::of("another context before it has the same name; give it a name of its own")});
    const WireIndex wires(lookup);
    auto outputs = generateEach({lookup, options, *chosen, wires}, *contexts, templates, watch);
    if (watch.stop.stop_requested())
        return failure(ErrorCode::Cancelled, Phrase::of("Generating was cancelled."));
    for (auto& output : outputs) {
        if (!output) return output;
        std::ranges::move(output->files, std::back_inserter(all.files));
        std::ranges::move(output->omitted, std::back_inserter(all.omitted));
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
