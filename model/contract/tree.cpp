// SPDX-License-Identifier: Apache-2.0
#include "contract/tree.h"

#include "contract/canonical/special.h"

namespace factline::contract {

Tree toTree(const Model& model) {
    Tree tree;
    addFields(tree, model, {});
    return tree;
}

Tree toTree(const Claim& claim) {
    return treeOf(claim, {});
}

Tree toTree(const Context& context) {
    return treeOf(context, context.name);
}

Tree toTree(const Audience& audience) {
    return treeOf(audience, {});
}

Tree toTree(const Fact& fact, std::string_view context) {
    return treeOf(fact, context);
}

Tree toTree(const Channel& channel, std::string_view context) {
    return treeOf(channel, context);
}

Tree toTree(const Event& event, std::string_view context) {
    return treeOf(event, context);
}

Tree toTree(const TypeDefinition& type, std::string_view context) {
    return treeOf(type, context);
}

Tree toTree(const View& view, std::string_view context) {
    return treeOf(view, context);
}

Tree toTree(const Subscription& subscription, std::string_view context) {
    return treeOf(subscription, context);
}

Tree toTree(const Policy& policy, std::string_view context) {
    return treeOf(policy, context);
}

Tree toTree(const Decision& decision, std::string_view context) {
    return treeOf(decision, context);
}

} // namespace factline::contract
