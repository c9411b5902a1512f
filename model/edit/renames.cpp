// SPDX-License-Identifier: Apache-2.0
#include "edit/renames.h"

#include <fmt/format.h>

#include "edit/lists.h"

namespace factline::edit {

namespace {

/// Whether references to that kind name a context, be it one without a name.
bool standsInContext(ElementKind kind) {
    return kind != ElementKind::Claim && kind != ElementKind::Context && kind != ElementKind::Audience &&
           kind != ElementKind::Stage;
}

} // namespace

void Renames::element(const Located& located, Ref to) {
    if (m_before.find(located.key) != &located) return;
    m_elements[located.key] = std::move(to);
    m_names.add(located.key.name);
}

void Renames::context(const Context& context, const ContextName& to) {
    home(context.id, to);
    if (m_before.findContext(context.name) == &context) {
        m_elements[{ElementKind::Context, context.name}] = {{}, to};
        m_names.add(context.name);
        m_contexts.emplace(context.name, to);
    }
    for (const Located& located : m_before.all())
        if (located.context == &context && located.key.kind != ElementKind::Context)
            std::visit([&](const auto* inner) { element(located, {to, inner->name}); }, located.element);
}

Ref Renames::operator()(const RefUse& use, const Ref& ref) const {
    if (const Located* meant = resolve(m_before, use, ref)) {
        const auto found = m_elements.find(meant->key);
        return found == m_elements.end() ? ref : found->second;
    }
    const auto context = standsInContext(use.target) ? m_contexts.find(ref.context) : m_contexts.end();
    return context == m_contexts.end() ? ref : Ref{context->second, ref.name};
}

bool Renames::changes(const RefUse& use, const Ref& ref) const {
    return (m_contexts.contains(ref.context) || m_names.contains(ref.name)) && (*this)(use, ref) != ref;
}

Ref Renames::operator()(ElementKind kind, const Ref& ref) const {
    return (*this)(RefUse("", kind), ref);
}

Home Renames::homeOf(const Context* around, const Element& element) const {
    if (!around) return Home(std::string_view{});
    if (const auto found = m_homes.find(element.id); found != m_homes.end())
        return {around->name, found->second};
    if (const auto found = m_homes.find(around->id); found != m_homes.end())
        return {around->name, found->second};
    return Home(around->name);
}

namespace {

/// Rewrites the references of one model; copies only what changes.
class Rewriting {
public:
    explicit Rewriting(const Renames& renames)
        : m_renames(renames) {}

    template<typename List>
    void list(List& elements, const Context* around) {
        for (auto& shared : elements) {
            const auto before = shared; // keeps the context alive whose name the homes look at
            if (!concerns(*before, contextOf(*before, around))) continue;
            change(shared, [&](auto& element) { this->element(element, contextOf(*before, around)); });
        }
    }

    void root(Model& model) {
        forEachRootRef(model, [this](const RefUse& use, Ref& ref) { rename(use, ref); });
        for (Waiver& waiver : model.waivers)
            text(waiver.element, rewriteElementText(waiver.element, m_renames));
        for (Scenario& scenario : model.scenarios) {
            for (auto& [path, value] : scenario.set)
                text(path, rewritePath(path, m_renames));
            eraseRepeated(scenario.set, &std::pair<std::string, std::string>::first);
            eraseRepeated(scenario.outage, &std::pair<ContextName, Duration>::first);
        }
    }

    std::size_t count = 0;
    std::optional<std::string> unsayable; ///< what a payload would have to call a type, but cannot

private:
    template<typename T>
    static const Context* contextOf(const T& element, const Context* around) {
        if constexpr (std::same_as<T, Context>)
            return &element;
        else
            return around;
    }

    template<typename T>
    bool concerns(const T& element, const Context* around) const {
        const Home home = m_renames.homeOf(around, element);
        bool found = home.before != home.after; // bare names inside may have to be qualified
        forEachRef(element, home,
                   [&](const RefUse& use, const Ref& ref) { found = found || m_renames.changes(use, ref); });
        if (!found)
            forEachInnerList(element, [&](const auto& inner) {
                found =
                    found || std::ranges::any_of(inner, [&](const auto& e) { return concerns(*e, around); });
            });
        return found;
    }

    template<typename T>
    void element(T& copy, const Context* around) {
        forEachRef(copy, m_renames.homeOf(around, copy),
                   [this](const RefUse& use, Ref& ref) { rename(use, ref); });
        if constexpr (std::same_as<T, Event>) checkTypes(copy.payload);
        if constexpr (std::same_as<T, TypeDefinition>) checkTypes(copy.fields);
        if constexpr (std::same_as<T, Context>) eraseRepeated(copy.relations, &Relation::with);
        if constexpr (std::same_as<T, Decision>) eraseRepeated(copy.reads, &Read::target);
        forEachInnerList(copy, [&](auto& inner) { list(inner, around); });
    }

    void checkTypes(const std::vector<PayloadField>& fields) {
        for (const PayloadField& field : fields) {
            const PayloadType* type = &field.type;
            while (!type->of.empty())
                type = &type->of.front();
            if (type->kind == PayloadType::Kind::Named && !canBeSaid(type->name)) unsayable = type->name;
        }
    }

    /// Names that become one (a rename to a name that is taken) cannot both be keys of a mapping: the first
    /// counts.
    template<typename List, typename Key>
    static void eraseRepeated(List& list, Key key) {
        for (std::size_t i = 0; i < list.size(); ++i)
            list.erase(std::remove_if(list.begin() + static_cast<std::ptrdiff_t>(i) + 1, list.end(),
                                      [&](const auto& later) { return later.*key == list[i].*key; }),
                       list.end());
    }

    void rename(const RefUse& use, Ref& ref) {
        Ref to = m_renames(use, ref);
        if (to == ref) return;
        ref = std::move(to);
        ++count;
    }

    void text(std::string& old, std::string now) {
        if (now == old) return;
        old = std::move(now);
        ++count;
    }

    const Renames& m_renames;
};

} // namespace

bool canBeSaid(const std::string& typeName) {
    const auto type = parsePayloadType(typeName);
    return type && type->kind == PayloadType::Kind::Named && type->name == typeName;
}

Result<std::size_t> rewrite(Model& model, const Renames& renames) {
    Rewriting rewriting(renames);
    forEachRootList(model, [&](auto& list) { rewriting.list(list, nullptr); });
    rewriting.root(model);
    if (rewriting.unsayable)
        return failure(ErrorCode::InvalidArgument,
                       Phrase::of("A payload would have to name a type '{}', and cannot: there is room for "
                                  "letters, digits, '-', '_' and '.' only. Choose another name for the "
                                  "context, or do without the type in that payload first.",
                                  *rewriting.unsayable));
    return rewriting.count;
}

} // namespace factline::edit
