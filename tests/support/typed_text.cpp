// SPDX-License-Identifier: Apache-2.0
#include "support/typed_text.h"

#include <algorithm>
#include <tuple>

#include <rapidcheck.h>

#include "support/model_generator.h"

namespace factline::testing {

using contract::NodeIndex;
using contract::SyntaxTree;

bool areSame(const SyntaxTree& one, const SyntaxTree& other) {
    if (one.text() != other.text() || one.size() != other.size()) return false;
    for (NodeIndex i = 0; i < one.size(); ++i) {
        const auto shape = [i](const SyntaxTree& tree) {
            const contract::SyntaxNode& node = tree[i];
            return std::tuple(node.begin, node.parent, node.first, node.next, node.kind, node.style,
                              tree.scalar(i), tree.end(i));
        };
        if (shape(one) != shape(other)) return false;
    }
    return true;
}

std::string typedInto(std::string text) {
    static constexpr const char* pieces[] = {"x",
                                             "\n",
                                             " ",
                                             "\n  ",
                                             "  a:\n",
                                             "\n  orders: {}\n",
                                             "'",
                                             "\"",
                                             "{",
                                             "}",
                                             "# no\n",
                                             "\n---\n",
                                             "\n...\n",
                                             "- ",
                                             "|\n",
                                             ": ",
                                             "facts: {y: }",
                                             "\n    facts:\n",
                                             "means: z",
                                             "\n      f: {}\n",
                                             "\t",
                                             "\"\\u0041\"",
                                             "\n\n",
                                             "&a *a",
                                             "\nhotspots: [a]\n",
                                             "  formerly: [orders]\n",
                                             "%",
                                             "\xC3\xA4"};
    const auto at = number<std::size_t>(0, text.size() + 1);
    const auto gone = rarely(2) ? number<std::size_t>(0, 30) : 0;
    text.replace(at, std::min(gone, text.size() - at), oneOf(pieces));
    return text;
}

} // namespace factline::testing
