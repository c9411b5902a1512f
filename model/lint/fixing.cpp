// SPDX-License-Identifier: Apache-2.0
#include "lint/fixing.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "domain/references.h"
#include "lint/phrases.h"
#include "lint/registry.h"

namespace factline::lint {

namespace {

/// The number in "waivers[2]".
std::optional<std::size_t> numberIn(const std::string& field) {
    const auto open = field.find('[');
    if (open == std::string::npos) return std::nullopt;
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(field.data() + open + 1, field.data() + field.size(), number);
    if (problem != std::errc() || *end != ']') return std::nullopt;
    return number;
}

/// A reference that leads nowhere, as its holder makes it.
struct Broken {
    RefUse use;
    Ref ref;
};

std::optional<Broken> brokenReference(const Located& holder, const std::string& name, const Lookup& lookup) {
    std::optional<Broken> found;
    forEachRef(holder, [&](const RefUse& use, const Ref& ref) {
        if (!found && toString(ref) == name && !resolves(lookup, use, ref)) found = Broken{use, ref};
    });
    return found;
}

/// The element with the reference changed wherever it makes it, as an edit; nothing where it does not.
std::optional<edit::SingleEdit> retargeted(const Located& holder, const Broken& broken, const Ref& to) {
    const Home home(holder.context ? std::string_view(holder.context->name) : std::string_view{});
    return std::visit(
        [&]<typename T>(const T* element) -> std::optional<edit::SingleEdit> {
            T changed = *element;
            forEachRef(changed, home, [&](const RefUse& use, Ref& ref) {
                if (use.target == broken.use.target && ref == broken.ref) ref = to;
            });
            if (changed == *element) return std::nullopt;
            return edit::ReplaceElement{std::move(changed)};
        },
        holder.element);
}

using Key = std::vector<std::string>;

/// What the facts that an event announces are identified by, each way once.
std::vector<Key> keysOf(const Event& event, const Lookup& lookup) {
    std::vector<Key> keys;
    for (const Ref& ref : event.announces)
        if (const Fact* fact = lookup.findFact(ref);
            fact && !fact->key.empty() && std::ranges::find(keys, fact->key) == keys.end())
            keys.push_back(fact->key);
    return keys;
}

} // namespace

std::optional<Fix> fixOf(const Finding& finding, const Lookup& lookup) {
    const Rule* rule = findRule(finding.rule);
    return rule && rule->fix ? rule->fix(finding, lookup) : std::nullopt;
}

std::optional<Fix> withoutWaiver(const Finding& finding, const Lookup& lookup, bool isSafe) {
    const auto number = numberIn(finding.field);
    if (!number) return std::nullopt;
    const auto take = [&](std::vector<Waiver>& waivers) {
        if (*number < waivers.size()) waivers.erase(waivers.begin() + static_cast<std::ptrdiff_t>(*number));
    };
    Phrase title = Phrase::of("Take the waiver out");
    if (!finding.at) {
        edit::Root root = edit::rootOf(lookup.model());
        if (*number >= root.waivers.size()) return std::nullopt;
        take(root.waivers);
        edit::Several step{title, {edit::ChangeRoot{std::move(root)}}};
        return Fix{std::move(title), isSafe, std::move(step)};
    }
    const Located* located = lookup.find(finding.at);
    if (!located) return std::nullopt;
    return std::visit(
        [&]<typename T>(const T*) {
            return changing<T>(finding, lookup, isSafe, title, [&](T& element) { take(element.waivers); });
        },
        located->element);
}

std::optional<Fix> spelledRight(const Finding& finding, const Lookup& lookup, const std::string& name,
                                bool everywhere) {
    const Located* holder = lookup.find(finding.at);
    if (!holder) return std::nullopt;
    const auto broken = brokenReference(*holder, name, lookup);
    if (!broken) return std::nullopt;
    const std::string nearest = Suggestions(lookup).nearestTo(broken->use, broken->ref, holder);
    if (nearest.empty()) return std::nullopt;
    const bool isBare = broken->use.target == ElementKind::Claim ||
                        broken->use.target == ElementKind::Context ||
                        broken->use.target == ElementKind::Stage;
    const Ref to = isBare ? Ref{{}, nearest} : parseRef(nearest, {});
    edit::Several step{Phrase::of("Write {} for {}", nearest, name), {}};
    for (const Located& located : lookup.all())
        if (everywhere || &located == holder)
            if (auto edit = retargeted(located, *broken, to)) step.edits.push_back(*std::move(edit));
    if (step.edits.empty()) return std::nullopt;
    return Fix{step.label, false, std::move(step)};
}

std::optional<Fix> keyedAsItsFacts(const Finding& finding, const Lookup& lookup) {
    const auto* channel = pointedAt<Channel>(finding, lookup);
    if (!channel) return std::nullopt;
    std::optional<std::vector<Key>> common; // by what is announced, as it is written there
    for (const auto& context : lookup.model().contexts)
        for (const auto& event : context->events) {
            if (event->announces.empty() || lookup.findChannel(event->channel) != channel) continue;
            std::vector<Key> keys = keysOf(*event, lookup);
            if (common)
                std::erase_if(*common, [&](const Key& key) {
                    return std::ranges::none_of(
                        keys, [&](const Key& other) { return std::ranges::is_permutation(key, other); });
                });
            else
                common = std::move(keys);
        }
    if (!common || common->size() != 1) return std::nullopt;
    return changing<Channel>(
        finding, lookup, false,
        Phrase::of("Key {} by {}", channel->name, fmt::format("{}", fmt::join(common->front(), ", "))),
        [&](Channel& changed) { changed.key = common->front(); });
}

} // namespace factline::lint
