// SPDX-License-Identifier: Apache-2.0
// What a form shows of an element and puts into it: the canonical writer one way, the reader the other.
#include "contract/canonical/special.h"
#include "contract/form/form.h"
#include "contract/reading/special.h"
#include "contract/yaml.h"

namespace factline::contract {

namespace {

template<typename M>
inline constexpr bool isElements = false;
template<typename T>
inline constexpr bool isElements<std::vector<Shared<T>>> = true;

/// Calls `visit(field)` for T's field of that key; false where there is none.
template<Structured T, typename Visit>
bool withKey(std::string_view key, Visit&& visit) {
    return std::apply(
        [&](const auto&... field) { return ((field.key == key && (visit(field), true)) || ...); },
        Fields<T>::table);
}

Error noSuchField(std::string_view key) {
    return {ErrorCode::InvalidArgument, Phrase::of("There is no field {}.", key)};
}

/// Reads a value by `read(Reading&, NodeIndex)`, as it would be read from a file.
template<typename Read>
Result<void> readAs(std::string_view key, const Tree& value, std::string_view context, Read read) {
    std::vector<Problem> problems;
    const auto tree = parseYaml({{}, std::string(key) + ": " + onOneLine(value) + "\n"}, problems);
    const auto children = tree->root() == noNode ? std::vector<NodeIndex>{} : tree->children(tree->root());
    if (problems.empty() && children.size() != 2)
        return failure(ErrorCode::Unreadable,
                       Phrase::of("This is more than one value; put text with : or , in quotes."));
    if (problems.empty()) {
        SourceMap sources;
        sources.addFile(tree);
        std::uint32_t nextId = 1;
        Reading in(*tree, 0, problems, sources, nextId);
        in.context = context;
        in.key = key;
        read(in, children[1]);
    }
    if (!problems.empty()) return failure(ErrorCode::Unreadable, problems.front().message);
    return {};
}

} // namespace

template<typename T>
std::optional<Tree> fieldOf(const T& element, std::string_view key, std::string_view context) {
    if constexpr (std::same_as<T, TypeDefinition>) {
        if (key != "fields" || element.fields.empty()) return std::nullopt;
        return treeOf(element.fields, context);
    } else {
        if constexpr (std::same_as<T, Subscription>)
            if (key == "event")
                return element.event.empty() ? std::nullopt : std::optional(treeOf(element.event, context));
        static const T standard{};
        std::optional<Tree> tree;
        withKey<T>(key, [&]<typename F>(const F& field) {
            if constexpr (!isElements<typename F::MemberType>)
                if (element.*(field.member) != standard.*(field.member))
                    tree = treeOf(element.*(field.member), context);
        });
        return tree;
    }
}

template<typename T>
Result<T> withField(T element, std::string_view key, const std::optional<Tree>& value,
                    std::string_view context) {
    Result<void> done;
    const auto set = [&]<typename M>(M& member, const M& standard) {
        member = standard;
        if (value)
            done =
                readAs(key, *value, context, [&](Reading& in, NodeIndex at) { readValue(in, at, member); });
    };
    if constexpr (std::same_as<T, TypeDefinition>) {
        if (key != "fields") return tl::unexpected<Error>(noSuchField(key));
        set(element.fields, {});
    } else {
        static const T standard{};
        bool known = false;
        if constexpr (std::same_as<T, Subscription>)
            if (key == "event") {
                known = true;
                set(element.event, Ref{});
            }
        known = known || withKey<T>(key, [&]<typename F>(const F& field) {
                    if constexpr (isElements<typename F::MemberType>)
                        done = tl::unexpected<Error>(noSuchField(key));
                    else
                        set(element.*(field.member), standard.*(field.member));
                });
        if (!known) return tl::unexpected<Error>(noSuchField(key));
    }
    if (!done) return tl::unexpected<Error>(done.error());
    return element;
}

#define FACTLINE_FORM_OF(T)                                                                                  \
    template std::optional<Tree> fieldOf(const T&, std::string_view, std::string_view);                      \
    template Result<T> withField(T, std::string_view, const std::optional<Tree>&, std::string_view);
FACTLINE_FORM_OF(Model)
FACTLINE_FORM_OF(Claim)
FACTLINE_FORM_OF(Context)
FACTLINE_FORM_OF(Fact)
FACTLINE_FORM_OF(Channel)
FACTLINE_FORM_OF(Event)
FACTLINE_FORM_OF(TypeDefinition)
FACTLINE_FORM_OF(View)
FACTLINE_FORM_OF(Subscription)
FACTLINE_FORM_OF(Policy)
FACTLINE_FORM_OF(Decision)
FACTLINE_FORM_OF(Audience)
#undef FACTLINE_FORM_OF

} // namespace factline::contract
