// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "domain/lookup.h"

namespace factline {

namespace {

/// Decides what exists in one stage of a migration.
class Stage {
public:
    Stage(const Migration& migration, std::size_t now)
        : m_stages(migration.stages)
        , m_now(now) {}

    /// An unknown stage name counts as not said; the rules object to it.
    bool has(const Element& element) const {
        return position(element.since).value_or(0) <= m_now &&
               m_now < position(element.until).value_or(m_stages.size());
    }

    template<typename T>
    std::vector<Shared<T>> keep(const std::vector<Shared<T>>& elements) const {
        std::vector<Shared<T>> kept;
        kept.reserve(elements.size());
        std::ranges::copy_if(elements, std::back_inserter(kept), [this](const auto& e) { return has(*e); });
        return kept;
    }

    Shared<Context> cut(const Context& context) const {
        Context result = context;
        result.facts = keep(context.facts);
        result.channels = keep(context.channels);
        result.events = keep(context.events);
        result.types = keep(context.types);
        result.views.clear();
        for (const auto& view : keep(context.views)) {
            View copy = *view;
            copy.fedBy = keep(view->fedBy);
            result.views.emplace_back(std::move(copy));
        }
        result.policies.clear();
        for (const auto& policy : keep(context.policies)) {
            Policy copy = *policy;
            copy.when = keep(policy->when);
            result.policies.emplace_back(std::move(copy));
        }
        result.decisions = keep(context.decisions);
        return {std::move(result)};
    }

private:
    std::optional<std::size_t> position(const StageName& name) const {
        const auto found = std::ranges::find(m_stages, name);
        if (name.empty() || found == m_stages.end()) return std::nullopt;
        return static_cast<std::size_t>(found - m_stages.begin());
    }

    const std::vector<StageName>& m_stages;
    std::size_t m_now;
};

} // namespace

Result<Model> atStage(const Model& model, std::string_view stage) {
    if (!model.migration || model.migration->stages.empty()) {
        if (stage.empty()) return model;
        return failure(
            ErrorCode::NotFound,
            Phrase::of("The model has no stage '{}': it declares no migration. Leave the stage away, or add "
                       "migration: {stages: [...]}.",
                       stage));
    }
    const auto& stages = model.migration->stages;
    auto found = std::ranges::find(stages, stage.empty() ? std::string_view(model.migration->now) : stage);
    if (found == stages.end()) {
        if (!stage.empty())
            return failure(ErrorCode::NotFound,
                           Phrase::of("The model has no stage '{}'. Its stages are {}.", stage,
                                      fmt::format("{}", fmt::join(stages, ", "))));
        found = stages.begin();
    }
    const Stage now(*model.migration, static_cast<std::size_t>(found - stages.begin()));
    Model result = model;
    result.claims = now.keep(model.claims);
    result.audiences = now.keep(model.audiences);
    result.contexts.clear();
    for (const auto& context : now.keep(model.contexts))
        result.contexts.push_back(now.cut(*context));
    return result;
}

} // namespace factline
