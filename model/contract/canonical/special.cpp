// SPDX-License-Identifier: Apache-2.0
#include "contract/canonical/special.h"

#include <algorithm>

#include <fmt/format.h>

namespace factline::contract {

namespace {

// A default "as written": numbers and words stay plain, but for the word that says nothing.
Tree asWritten(const std::string& value) {
    const bool nothing = value == "null" || value == "Null" || value == "NULL";
    const bool plain = !value.empty() && !nothing && std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
               c == '-';
    });
    return plain && value.front() != '-' ? wordTree(value) : textTree(value);
}

bool saysNothing(const Subscription& subscription) {
    Tree tree;
    addFields(tree, subscription, {});
    return tree.entries.empty();
}

} // namespace

Tree TreeForm<std::chrono::year_month_day>::make(const std::chrono::year_month_day& value, std::string_view) {
    return wordTree(fmt::format("{:04}-{:02}-{:02}", static_cast<int>(value.year()),
                                static_cast<unsigned>(value.month()), static_cast<unsigned>(value.day())));
}

Tree TreeForm<Hop>::make(const Hop& hop, std::string_view context) {
    Tree tree;
    tree.flow = true;
    std::visit([&](const auto& form) { addFields(tree, form, context); }, hop.form);
    addFields(tree, hop, context);
    return tree;
}

Tree TreeForm<Lag>::make(const Lag& lag, std::string_view context) {
    if (lag.size() == 1) return treeOf(lag.front(), context);
    Tree tree;
    tree.kind = Tree::Kind::Sequence;
    for (const Hop& hop : lag)
        tree.items.push_back(treeOf(hop, context));
    return tree;
}

Tree TreeForm<Reliance>::make(const Reliance& reliance, std::string_view context) {
    if (!reliance.finality) return textTree(reliance.claim);
    Tree tree;
    tree.flow = true;
    addFields(tree, reliance, context);
    return tree;
}

Tree TreeForm<PayloadField>::make(const PayloadField& field, std::string_view context) {
    Tree tree;
    tree.flow = true;
    addFields(tree, field, context);
    if (tree.entries.size() == 1) return std::move(tree.entries.front().value); // the type alone
    for (Tree::Entry& entry : tree.entries)
        if (entry.key == "default") entry.value = asWritten(*field.defaultValue);
    return tree;
}

Tree TreeForm<std::vector<PayloadField>>::make(const std::vector<PayloadField>& fields,
                                               std::string_view context) {
    Tree tree;
    for (const PayloadField& field : fields)
        tree.entries.push_back({field.name, treeOf(field, context), std::nullopt});
    return tree;
}

Tree TreeForm<TypeDefinition>::make(const TypeDefinition& type, std::string_view context) {
    Tree tree = treeOf(type.fields, context);
    tree.id = type.id;
    return tree;
}

Tree TreeForm<std::vector<Shared<Subscription>>>::make(const std::vector<Shared<Subscription>>& subscriptions,
                                                       std::string_view context) {
    Tree tree;
    for (const Shared<Subscription>& subscription : subscriptions)
        tree.entries.push_back(
            {shortest(subscription->event, context), treeOf(*subscription, context), subscription->event});
    return tree;
}

Tree TreeForm<ListOrMap>::make(const Policy& policy, std::string_view context) {
    const bool list = policy.whenForm == WhenForm::List &&
                      std::all_of(policy.when.begin(), policy.when.end(),
                                  [](const Shared<Subscription>& each) { return saysNothing(*each); });
    if (!list) return treeOf(policy.when, context);
    Tree tree;
    tree.kind = Tree::Kind::Sequence;
    tree.flow = true;
    for (const Shared<Subscription>& subscription : policy.when) {
        Tree& item = tree.items.emplace_back(treeOf(subscription->event, context));
        item.id = subscription->id;
    }
    return tree;
}

Tree TreeForm<std::vector<Read>>::make(const std::vector<Read>& reads, std::string_view context) {
    Tree tree;
    for (const Read& read : reads)
        tree.entries.push_back({shortest(read.target, context), treeOf(read, context), read.target});
    return tree;
}

Tree TreeForm<std::vector<Relation>>::make(const std::vector<Relation>& relations, std::string_view context) {
    Tree tree;
    tree.flow = true;
    for (const Relation& relation : relations)
        tree.entries.push_back({relation.with, treeOf(relation.kind, context), std::nullopt});
    return tree;
}

Tree TreeForm<std::vector<Scenario>>::make(const std::vector<Scenario>& scenarios, std::string_view context) {
    Tree tree;
    for (const Scenario& scenario : scenarios)
        tree.entries.push_back({scenario.name, treeOf(scenario, context), std::nullopt});
    return tree;
}

Tree TreeForm<std::vector<Shared<Context>>>::make(const std::vector<Shared<Context>>& contexts,
                                                  std::string_view) {
    Tree tree;
    for (const Shared<Context>& context : contexts)
        tree.entries.push_back({context->name, treeOf(*context, context->name), std::nullopt});
    return tree;
}

} // namespace factline::contract
