// SPDX-License-Identifier: Apache-2.0
#include "lint/change.h"

#include <unordered_map>

#include "domain/references.h"
#include "domain/sections.h"
#include "lint/survey.h"
#include "lint/words/tokens.h"

namespace factline::lint {

namespace {

/// A context without what stands in it: what it says of itself.
Context shell(const Context& context) {
    Context own = context;
    forEachSection(own, [](auto& list) { list.clear(); });
    return own;
}

/// An element without its words: what it means, asserts and relies on, and what people say about it.
template<typename T>
T wordless(T element) {
    element.hotspots.clear();
    element.waivers.clear();
    element.formerly.clear();
    if constexpr (std::same_as<T, Fact> || std::same_as<T, Decision>) element.means.clear();
    if constexpr (std::same_as<T, Event>) {
        element.means.clear();
        element.asserts.reset();
        element.denies.reset();
        element.finality = {};
        element.payload.clear();
    }
    if constexpr (std::same_as<T, Subscription>) {
        element.understoodAs.clear();
        element.reliesOn.reset();
    }
    if constexpr (Consumer<T>)
        for (auto& subscription : subscriptionsOf(element))
            subscription = Shared<Subscription>(wordless(*subscription));
    return element;
}

/// Compares two models; `isClear` turns false where that cannot be done element by element.
class Comparison {
public:
    Change change;
    bool isClear = true;

    void compareModels(const Model& before, const Model& after) {
        change.isRoot = before.lint != after.lint || before.scenarios != after.scenarios;
        compare(before.claims, after.claims, nullptr, nullptr);
        compare(before.contexts, after.contexts, nullptr, nullptr);
        compare(before.audiences, after.audiences, nullptr, nullptr);
    }

private:
    template<typename T>
    void compare(const std::vector<Shared<T>>& before, const std::vector<Shared<T>>& after,
                 const Context* contextBefore, const Context* contextAfter) {
        std::size_t same = 0;
        while (same < before.size() && same < after.size() && before[same].same(after[same]))
            ++same;
        std::unordered_map<ElementId, std::size_t> places; // of what is left of the old ones
        for (std::size_t i = same; i < before.size(); ++i)
            isClear = places.try_emplace(before[i]->id, i).second && before[i]->id && isClear;
        std::size_t last = 0;
        std::unordered_set<ElementId> kept;
        for (std::size_t i = same; i < after.size(); ++i) {
            const T& now = *after[i];
            isClear = isClear && now.id && kept.insert(now.id).second;
            const auto found = places.find(now.id);
            if (found == places.end()) {
                touch(now, contextAfter);
                change.isOther = true;
                continue;
            }
            isClear = isClear && found->second >= last; // else they have changed their order
            last = found->second;
            if (!before[found->second].same(after[i]))
                compare(*before[found->second], now, contextBefore, contextAfter);
        }
        for (std::size_t i = same; i < before.size(); ++i)
            if (!kept.contains(before[i]->id)) {
                leave(*before[i], contextBefore);
                change.isOther = true;
            }
    }

    template<typename T>
    void compare(const T& before, const T& after, const Context* contextBefore, const Context* contextAfter) {
        if constexpr (std::same_as<T, Context>) {
            if (shell(before) == shell(after)) {
                change.touched.insert(after.id); // what looks at a context reads what stands in it
                compareSections(before, after);
                return;
            }
        }
        const Kinds elements = change.elements;
        leave(before, contextBefore);
        touch(after, contextAfter);
        change.isOther = change.isOther || std::same_as<T, Context> || before.name != after.name;
        if constexpr (!std::same_as<T, Context>)
            if (wordless(before) == wordless(after)) {
                change.elements = elements;
                change.words |= kinds(kindOf<T>());
                if constexpr (Consumer<T>) change.words |= kinds(ElementKind::Subscription);
            }
    }

    void compareSections(const Context& before, const Context& after) {
        compare(before.facts, after.facts, &before, &after);
        compare(before.channels, after.channels, &before, &after);
        compare(before.events, after.events, &before, &after);
        compare(before.types, after.types, &before, &after);
        compare(before.views, after.views, &before, &after);
        compare(before.policies, after.policies, &before, &after);
        compare(before.decisions, after.decisions, &before, &after);
    }

    /// All of an element that is there now, and what it refers to.
    template<typename T>
    void touch(const T& element, const Context* context) {
        change.touched.insert(element.id);
        name(element, context);
        if constexpr (std::same_as<T, Context>)
            forEachSection(element, [&](const auto& list) {
                for (const auto& inner : list)
                    touch(*inner, &element);
            });
        else if constexpr (Consumer<T>)
            for (const auto& subscription : subscriptionsOf(element))
                touch(*subscription, context);
    }

    /// The same of one that was there before.
    template<typename T>
    void leave(const T& element, const Context* context) {
        change.gone.push_back(element.id);
        name(element, context);
        if constexpr (std::same_as<T, Context>)
            forEachSection(element, [&](const auto& list) {
                for (const auto& inner : list)
                    leave(*inner, &element);
            });
        else if constexpr (Consumer<T>)
            for (const auto& subscription : subscriptionsOf(element))
                leave(*subscription, context);
    }

    template<typename T>
    void name(const T& element, const Context* context) {
        const std::string_view home = context ? std::string_view(context->name) : std::string_view{};
        change.elements |= kinds(kindOf<T>());
        change.names.insert(askedName(kindOf<T>(), home, element.name));
        if constexpr (std::same_as<T, Fact>) change.names.insert(Survey::askedWords(wordsOf(element.name)));
        forEachRef(element, Home(home), [&](const RefUse& use, const Ref& ref) {
            for (const ElementKind kind : {use.target, use.orElse})
                change.names.insert(askedName(kind, ref.context, ref.name));
        });
    }
};

} // namespace

std::optional<Change> changeBetween(const Model& before, const Model& after) {
    if (before.migration || after.migration) return std::nullopt;
    Comparison comparison;
    comparison.compareModels(before, after);
    if (!comparison.isClear) return std::nullopt;
    return std::move(comparison.change);
}

} // namespace factline::lint
