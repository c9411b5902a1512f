// SPDX-License-Identifier: Apache-2.0
#include "cli/report/pruning.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "lint/registry.h"

namespace factline::cli {

namespace {

/// The model with every rule on, as strong as it is.
Model withoutSettings(Model model) {
    model.lint.reset();
    for (auto& context : model.contexts) {
        if (!context->lint) continue;
        Context bare = *context;
        bare.lint.reset();
        context = std::move(bare);
    }
    return model;
}

/// All that is found in any stage, each as often as in the stage where there is most of it.
Baseline everythingIn(const Input& input) {
    Input bare = input;
    bare.read.model = withoutSettings(std::move(bare.read.model));
    std::vector<std::string> stages{{}};
    if (input.read.model.migration) stages = input.read.model.migration->stages;
    Baseline all;
    for (const auto& stage : stages) {
        auto cut = atStage(bare.read.model, stage);
        if (!cut) continue;
        bare.model = *std::move(cut);
        for (const auto& [print, entry] : baselineOf(judge(bare)).entries) {
            auto& most = all.entries[print];
            if (most.count < entry.count) most = entry;
        }
    }
    return all;
}

/// The elements of a model, as a baseline tells of them.
class Elements {
public:
    explicit Elements(const Model& everyStage) {
        const Lookup lookup(everyStage);
        for (const Located& located : lookup.all())
            m_names.insert(toString(located.key));
    }

    /// Whether the entry is about an element, not about the model itself.
    static bool hasOne(const Baseline::Entry& entry) { return entry.element.find(' ') != std::string::npos; }
    [[nodiscard]] bool lack(const Baseline::Entry& entry) const {
        return hasOne(entry) && m_names.count(entry.element) == 0;
    }

private:
    std::set<std::string> m_names;
};

/// Whether most of what the baseline is about is there, mended or not.
bool isBaselineOf(const Baseline& baseline, const Elements& elements) {
    std::size_t about = 0, lacking = 0;
    for (const auto& [print, entry] : baseline.entries) {
        about += Elements::hasOne(entry) ? 1 : 0;
        lacking += elements.lack(entry) ? 1 : 0;
    }
    return 2 * lacking <= about;
}

} // namespace

std::string unreadReason(const Input& input) {
    const std::size_t problems = input.read.problems.size();
    return fmt::format("{} in reading, and what is known may stand in what could not be read. Mend {} first.",
                       counted(problems, "problem"), problems == 1 ? "it" : "them");
}

Result<Pruned> prune(const Baseline& baseline, const Input& input) {
    if (!input.read.problems.empty()) return failure(ErrorCode::Refused, unreadReason(input));
    const Baseline all = everythingIn(input);
    const Elements elements(input.read.model);
    Pruned pruned;
    for (const auto& [print, entry] : baseline.entries) {
        const auto found = all.entries.find(print);
        const bool isJudged = entry.rule.empty() || lint::findRule(entry.rule) != nullptr;
        pruned.unjudged += isJudged ? 0 : entry.count;
        Baseline::Entry left = entry, gone = entry;
        if (isJudged)
            left.count = std::min(entry.count, found == all.entries.end() ? 0 : found->second.count);
        gone.count -= left.count;
        if (gone.count > 0) (elements.lack(entry) ? pruned.lost : pruned.gone).push_back(std::move(gone));
        if (left.count > 0) pruned.left.entries.emplace(print, std::move(left));
    }
    if (pruned.left.entries.empty() && !isBaselineOf(baseline, elements))
        return failure(
            ErrorCode::Refused,
            "nothing in it is found in this model, nor most of what it is about. Is it the baseline "
            "of another model? If all of it is mended, write it anew with --write-baseline.");
    return pruned;
}

} // namespace factline::cli
