// SPDX-License-Identifier: Apache-2.0
#include "contract/set_path.h"

#include <charconv>

#include "contract/form/form.h"
#include "domain/sections.h"

namespace factline::contract {

namespace {

/// What a path says after `key` and a dot; nothing where it does not begin so.
std::optional<std::string_view> after(std::string_view path, std::string_view key) {
    if (!path.starts_with(key)) return std::nullopt;
    path.remove_prefix(key.size());
    if (path.empty()) return path;
    return path.front() == '.' ? std::optional(path.substr(1)) : std::nullopt;
}

/// The element of a list that the path names, the longest name first: names may hold dots.
template<typename List, typename NameOf>
auto named(List& list, std::string_view path, NameOf nameOf)
    -> std::pair<decltype(&list[0]), std::string_view> {
    std::pair<decltype(&list[0]), std::string_view> found{nullptr, {}};
    std::size_t longest = 0;
    for (auto& element : list) {
        const std::string name = nameOf(*element);
        const auto rest = after(path, name);
        if (!rest || name.size() <= longest) continue;
        longest = name.size();
        found = {&element, *rest};
    }
    return found;
}

/// `path`: the whole of it, as it was given.
Error nowhere(std::string_view path) {
    return {ErrorCode::NotFound,
            Phrase::of("'{}' leads nowhere. Write the keys down to a value as the model nests them, as in "
                       "contexts.orders.publishing.lag.poll.",
                       path)};
}

/// What stands on the command line, as YAML: a text that begins with `*` is a schedule, never an alias.
std::string written(const std::string& value) {
    return value.starts_with('*') ? "'" + value + "'" : value;
}

/// Puts a value into a tree, below the keys of a path.
bool put(Tree& tree, std::string_view path, const std::string& value) {
    if (path.empty()) {
        tree = typed(written(value));
        return true;
    }
    const std::size_t dot = path.starts_with("p99.9") ? path.find('.', 5) : path.find('.');
    const std::string_view key = path.substr(0, dot);
    const std::string_view rest = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    if (tree.kind == Tree::Kind::Sequence) {
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), index);
        const bool fits = error == std::errc() && end == key.data() + key.size() && index < tree.items.size();
        return fits && put(tree.items[index], rest, value);
    }
    if (tree.kind != Tree::Kind::Mapping) return false;
    Tree::Entry* longest = nullptr; // p99.9 before p99
    for (auto& entry : tree.entries)
        if (after(path, entry.key) && (!longest || entry.key.size() > longest->key.size())) longest = &entry;
    if (longest) return put(longest->value, *after(path, longest->key), value);
    Tree::Entry added{std::string(key), {}, {}};
    added.value.flow = true;
    if (!put(added.value, rest, value)) return false;
    tree.entries.push_back(std::move(added));
    return true;
}

template<typename T>
Result<T> withPart(const T& element, std::string_view path, const std::string& value,
                   std::string_view context) {
    for (const FormField& field : formOf(kindOf<T>())) {
        const auto rest = after(path, field.key);
        if (!rest || field.key.empty() || field.notation == Notation::Elements) continue;
        Tree tree = fieldOf(element, field.key, context).value_or(Tree{});
        tree.flow = true;
        if (put(tree, *rest, value)) return withField(element, field.key, tree, context);
    }
    return tl::unexpected(nowhere(path));
}

template<typename T>
Result<T> within(T element, std::string_view path, const std::string& value, std::string_view context) {
    if constexpr (Consumer<T>) {
        constexpr std::string_view key = std::same_as<T, View> ? "fedBy" : "when";
        if (const auto rest = after(path, key)) {
            const auto [found, below] = named(subscriptionsOf(element), *rest, [&](const Subscription& s) {
                return after(*rest, toString(s.event)) ? toString(s.event) : unparseRef(s.event, context);
            });
            if (!found) return tl::unexpected(nowhere(path));
            auto changed = withPart(**found, below, value, context);
            if (!changed) return tl::unexpected(changed.error());
            *found = *std::move(changed);
            return element;
        }
    }
    return withPart(element, path, value, context);
}

template<typename T>
constexpr std::string_view sectionKey() {
    if constexpr (std::same_as<T, Fact>)
        return "facts";
    else if constexpr (std::same_as<T, Channel>)
        return "channels";
    else if constexpr (std::same_as<T, Event>)
        return "events";
    else if constexpr (std::same_as<T, TypeDefinition>)
        return "types";
    else if constexpr (std::same_as<T, View>)
        return "views";
    else if constexpr (std::same_as<T, Policy>)
        return "policies";
    else
        return "decisions";
}

Result<Context> within(Context context, std::string_view path, const std::string& value) {
    std::optional<Error> error;
    bool done = false;
    forEachSection(context, [&](auto& section) {
        using T = std::remove_cvref_t<decltype(*section.front())>;
        const auto rest = after(path, sectionKey<T>());
        if (!rest || done) return;
        done = true;
        const auto [found, below] = named(section, *rest, [](const T& element) { return element.name; });
        if (!found) {
            error = nowhere(path);
            return;
        }
        auto changed = within(**found, below, value, context.name);
        if (changed)
            *found = *std::move(changed);
        else
            error = changed.error();
    });
    if (error) return tl::unexpected(*std::move(error));
    if (done) return context;
    return withPart(context, path, value, context.name);
}

/// An error that names what is left of a path names the whole of it instead.
Error of(const Error& error, std::string_view path) {
    return error.code == ErrorCode::NotFound ? nowhere(path) : error;
}

} // namespace

Result<Model> withValueAt(const Model& model, std::string_view path, std::string_view value) {
    Model changed = model;
    const auto nameOf = [](const auto& element) { return element.name; };
    if (const auto rest = after(path, "contexts")) {
        if (const auto [found, below] = named(changed.contexts, *rest, nameOf); found) {
            auto context = within(**found, below, std::string(value));
            if (!context) return tl::unexpected(of(context.error(), path));
            *found = *std::move(context);
            return changed;
        }
    }
    if (const auto rest = after(path, "audiences")) {
        if (const auto [found, below] = named(changed.audiences, *rest, nameOf); found) {
            auto audience = withPart(**found, below, std::string(value), {});
            if (!audience) return tl::unexpected(of(audience.error(), path));
            *found = *std::move(audience);
            return changed;
        }
    }
    return tl::unexpected(nowhere(path));
}

Result<Model> withScenario(const Model& model, const Scenario& scenario) {
    Model changed = model;
    for (const auto& [path, value] : scenario.set) {
        auto next = withValueAt(changed, path, value);
        if (!next)
            return failure(next.error().code,
                           Phrase::of("Scenario {}, {}: {}", scenario.name, path, next.error().message));
        changed = *std::move(next);
    }
    return changed;
}

std::string writtenLag(const Lag& lag) {
    const Channel channel{.lag = lag};
    const auto tree = fieldOf(channel, "lag", {});
    return tree ? onOneLine(*tree) : std::string();
}

} // namespace factline::contract
