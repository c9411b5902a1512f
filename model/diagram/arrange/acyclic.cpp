// SPDX-License-Identifier: Apache-2.0
#include "diagram/arrange/acyclic.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace factline::diagram {

namespace {

struct Half {
    std::size_t other = 0;
    int weight = 0;
};

/// Rank of every box in the greedy order.
std::vector<std::size_t> greedyOrder(std::size_t boxes, const std::vector<LayoutLink>& links) {
    std::vector<std::vector<Half>> out(boxes);
    std::vector<std::vector<Half>> in(boxes);
    std::vector<long> outWeight(boxes);
    std::vector<long> inWeight(boxes);
    for (const auto& link : links) {
        out[link.from].push_back({link.to, link.weight});
        in[link.to].push_back({link.from, link.weight});
        outWeight[link.from] += link.weight;
        inWeight[link.to] += link.weight;
    }
    // Sinks first, then sources, then whatever gives most more than it takes; ties by index.
    using Entry = std::tuple<int, long, std::size_t>;
    const auto entry = [&](std::size_t box) -> Entry {
        if (outWeight[box] == 0) return {0, 0, box};
        if (inWeight[box] == 0) return {1, 0, box};
        return {2, inWeight[box] - outWeight[box], box};
    };
    std::set<Entry> queue;
    for (std::size_t box = 0; box < boxes; ++box)
        queue.insert(entry(box));

    std::vector<std::size_t> front;
    std::vector<std::size_t> back;
    std::vector<bool> done(boxes);
    while (!queue.empty()) {
        const auto [group, balance, box] = *queue.begin();
        queue.erase(queue.begin());
        done[box] = true;
        (group == 0 ? back : front).push_back(box);
        const auto release = [&](const std::vector<Half>& halves, std::vector<long>& weight) {
            for (const Half& half : halves) {
                if (done[half.other]) continue;
                queue.erase(entry(half.other));
                weight[half.other] -= half.weight;
                queue.insert(entry(half.other));
            }
        };
        release(out[box], inWeight);
        release(in[box], outWeight);
    }
    front.insert(front.end(), back.rbegin(), back.rend());
    std::vector<std::size_t> rank(boxes);
    for (std::size_t i = 0; i < boxes; ++i)
        rank[front[i]] = i;
    return rank;
}

} // namespace

std::vector<LayoutLink> withoutCircles(std::size_t boxes, const std::vector<LayoutLink>& links) {
    std::vector<LayoutLink> proper;
    for (const auto& link : links)
        if (link.from != link.to) proper.push_back(link);
    const auto rank = greedyOrder(boxes, proper);
    std::map<std::pair<std::size_t, std::size_t>, int> gathered;
    for (const auto& link : proper) {
        const bool forward = rank[link.from] < rank[link.to];
        gathered[forward ? std::pair{link.from, link.to} : std::pair{link.to, link.from}] += link.weight;
    }
    std::vector<LayoutLink> result;
    result.reserve(gathered.size());
    for (const auto& [ends, weight] : gathered)
        result.push_back({ends.first, ends.second, weight, 0});
    return result;
}

std::size_t layeredSize(std::size_t boxes, const std::vector<LayoutLink>& links) {
    std::vector<std::vector<std::size_t>> out(boxes);
    std::vector<std::size_t> waiting(boxes);
    for (const auto& link : links) {
        out[link.from].push_back(link.to);
        ++waiting[link.to];
    }
    std::vector<std::size_t> ready;
    for (std::size_t box = 0; box < boxes; ++box)
        if (waiting[box] == 0) ready.push_back(box);
    std::vector<std::size_t> layer(boxes);
    for (std::size_t next = 0; next < ready.size(); ++next)
        for (const std::size_t to : out[ready[next]]) {
            layer[to] = std::max(layer[to], layer[ready[next]] + 1);
            if (--waiting[to] == 0) ready.push_back(to);
        }
    std::size_t size = boxes;
    for (const auto& link : links)
        size += layer[link.to] > layer[link.from] ? layer[link.to] - layer[link.from] : 1;
    return size;
}

} // namespace factline::diagram
