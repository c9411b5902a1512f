// SPDX-License-Identifier: Apache-2.0
#include "picture/homes.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace factline::picture {

std::vector<std::size_t> homesOf(const diagram::Diagram& diagram) {
    std::unordered_map<std::string, std::vector<std::size_t>> byName;
    for (std::size_t i = 0; i < diagram.contexts.size(); ++i)
        byName[diagram.contexts[i].key.name].push_back(i);
    std::vector<std::size_t> homes;
    homes.reserve(diagram.nodes.size());
    for (const auto& node : diagram.nodes) {
        const auto found = byName.find(node.key.name.substr(0, node.key.name.find('/')));
        if (found == byName.end()) {
            homes.push_back(diagram.contexts.size());
            continue;
        }
        const auto holds = [&](std::size_t i) { return diagram.contexts[i].rect.intersects(node.rect); };
        const auto box = std::ranges::find_if(found->second, holds);
        homes.push_back(box == found->second.end() ? found->second.front() : *box);
    }
    return homes;
}

} // namespace factline::picture
