// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "edit/lists.h"
#include "edit/renames.h"

namespace factline::edit {

namespace {

constexpr std::array namedKinds{ElementKind::Claim,   ElementKind::Context, ElementKind::Fact,
                                ElementKind::Channel, ElementKind::Event,   ElementKind::Type,
                                ElementKind::View,    ElementKind::Policy,  ElementKind::Decision,
                                ElementKind::Audience};

/// The name at the beginning of `rest`, up to its end or a dot, that is the longest one of `names`.
std::optional<std::string> nameAt(std::string_view rest, const std::vector<std::string>& names) {
    std::optional<std::string> best;
    for (const std::string& name : names) {
        const bool fits = rest.starts_with(name) && (rest.size() == name.size() || rest[name.size()] == '.');
        if (fits && (!best || name.size() > best->size())) best = name;
    }
    return best;
}

template<typename List>
std::vector<std::string> namesOf(const List& list) {
    std::vector<std::string> names;
    names.reserve(list.size());
    for (const auto& element : list)
        names.push_back(element->name);
    return names;
}

/// Takes `prefix` off the front of `text`; false where it does not stand there.
bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

template<typename T>
constexpr std::string_view sectionKey() {
    if constexpr (std::same_as<T, Fact>)
        return ".facts.";
    else if constexpr (std::same_as<T, Channel>)
        return ".channels.";
    else if constexpr (std::same_as<T, Event>)
        return ".events.";
    else if constexpr (std::same_as<T, TypeDefinition>)
        return ".types.";
    else if constexpr (std::same_as<T, View>)
        return ".views.";
    else if constexpr (std::same_as<T, Policy>)
        return ".policies.";
    else
        return ".decisions.";
}

/// What follows an element's name in a path: `.fedBy.EVENT...`, `.when.EVENT...`, `.reads.TARGET...`, or a
/// field.
template<typename T>
std::string insideElement(std::string_view rest, const T& element, const Context& context,
                          const Renames& renames) {
    std::vector<std::pair<RefUse, Ref>> targets;
    std::string_view key;
    if constexpr (Consumer<T>) {
        key = std::same_as<T, View> ? ".fedBy." : ".when.";
        for (const auto& subscription : subscriptionsOf(element))
            targets.emplace_back(RefUse("event", ElementKind::Event), subscription->event);
    } else if constexpr (std::same_as<T, Decision>) {
        key = ".reads.";
        forEachRef(element, Home(context.name), [&](const RefUse& use, const Ref& ref) {
            if (use.field == "reads") targets.emplace_back(use, ref);
        });
    }
    std::string_view after = rest;
    if (key.empty() || !take(after, key)) return std::string(rest);
    const auto newHome = renames.homeOf(&context, element).after;
    for (const auto& [use, ref] : targets)
        for (const std::string& text :
             {toString(ref), ref.context == context.name ? ref.name : toString(ref)}) {
            if (!nameAt(after, {text})) continue;
            const Ref to = renames(use, ref);
            const bool bare = to.context == newHome && text == ref.name;
            return fmt::format("{}{}{}", key, bare ? to.name : toString(to), after.substr(text.size()));
        }
    return std::string(rest);
}

/// What follows a context's name in a path. Gives the whole path, because a moved element takes another
/// context.
std::string insideContext(std::string_view rest, const Context& context, const Renames& renames) {
    std::optional<std::string> result;
    forEachSection(context, [&](const auto& list) {
        using T = ElementOf<decltype(list)>;
        std::string_view after = rest;
        if (result || !take(after, sectionKey<T>())) return;
        const auto name = nameAt(after, namesOf(list));
        if (!name) return;
        const auto found = std::ranges::find_if(list, [&](const auto& e) { return e->name == *name; });
        const Ref to = renames(kindOf<T>(), {context.name, *name});
        result = fmt::format("contexts.{}{}{}{}", to.context, sectionKey<T>(), to.name,
                             insideElement(after.substr(name->size()), **found, context, renames));
    });
    return result.value_or(
        fmt::format("contexts.{}{}", renames(ElementKind::Context, {{}, context.name}).name, rest));
}

} // namespace

std::string rewriteElementText(std::string_view text, const Renames& renames) {
    const Lookup& before = renames.before();
    for (const ElementKind kind : namedKinds) {
        std::string_view rest = text;
        const std::string word = std::string(kindName(kind)) + ' ';
        const bool told = take(rest, word);
        if (!before.find(ElementKey{kind, std::string(rest)})) continue;
        return (told ? word : "") + toString(renames(kind, parseRef(rest, "")));
    }
    const auto arrow = text.find("<-");
    if (arrow == std::string_view::npos) return std::string(text);
    std::string_view consumer = text.substr(0, arrow);
    const std::string word = take(consumer, "subscription ") ? "subscription " : "";
    const Ref by = renames(RefUse("", ElementKind::View, ElementKind::Policy), parseRef(consumer, ""));
    return word + toString(by) + "<-" +
           toString(renames(ElementKind::Event, parseRef(text.substr(arrow + 2), "")));
}

std::string rewritePath(std::string_view path, const Renames& renames) {
    const Model& model = renames.before().model();
    std::string_view rest = path;
    const auto atRoot = [&](std::string_view key, ElementKind kind, const auto& list) {
        const auto name = nameAt(rest, namesOf(list));
        if (!name) return std::string(path);
        return fmt::format("{}{}{}", key, renames(kind, {{}, *name}).name, rest.substr(name->size()));
    };
    if (take(rest, "claims.")) return atRoot("claims.", ElementKind::Claim, model.claims);
    if (take(rest, "audiences.")) return atRoot("audiences.", ElementKind::Audience, model.audiences);
    if (!take(rest, "contexts.")) return std::string(path);
    const auto name = nameAt(rest, namesOf(model.contexts));
    if (!name) return std::string(path);
    return insideContext(rest.substr(name->size()), *renames.before().findContext(*name), renames);
}

} // namespace factline::edit
