// SPDX-License-Identifier: Apache-2.0
// The whole freshness analysis of a model, on one core, and again after each of its hops was turned:
//   tests/benchmarks/make_model 10000 /tmp/model.factline.yaml && bench_freshness /tmp/model.factline.yaml
//   tests/benchmarks/make_fan_in 10 /tmp/ways.factline.yaml && bench_freshness /tmp/ways.factline.yaml 8
// Prints the best of five rounds in seconds of processor time, and how many pairs of a view and a change;
// with a number also the best of two rounds for the worst of the first so many hops of the slowest pair.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "contract/read.h"
#include "contract/set_path.h"
#include "freshness/analysis.h"
#include "freshness/dial.h"

namespace {

using namespace factline;

double secondsSince(std::clock_t begin) {
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// Asks for what is said of single hops, which is worked out only then: of all rows, or of that one.
void answerHops(const freshness::Analysis& analysis, const freshness::Row* only = nullptr) {
    for (const auto& row : analysis.rows)
        if (row->answer &&
            (!only || (row->route.viewRef == only->route.viewRef && row->route.change == only->route.change)))
            (void)row->answer->hops();
}

/// Prints what it takes to know all verdicts anew after one hop was turned, there and further, and what it
/// takes to know also where the time of that one row goes.
void turn(const Lookup& lookup, std::size_t hops) {
    freshness::Memory memory;
    const auto usual = analyse(lookup, {}, memory);
    const freshness::Row* longest = usual.rows.front().get();
    for (const auto& row : usual.rows)
        if (row->hops.size() > longest->hops.size()) longest = row.get();
    std::vector<std::pair<double, std::string>> verdicts, all; // seconds, each with where the hop is said
    for (const freshness::Step* step : longest->hops) {
        const auto dial = freshness::dialOf(*step);
        if (!dial || step->place.empty() || all.size() == hops) continue;
        double best = 1e9, bestOfAll = 1e9;
        for (const double factor : {0.7, 1.3}) {
            const auto next =
                contract::withValueAt(lookup.model(), step->place,
                                      contract::writtenLag({freshness::turned(*step, *dial * factor)}));
            const Lookup turned(next.value());
            const std::clock_t begin = std::clock();
            const auto analysis = analyse(turned, {}, memory);
            best = std::min(best, secondsSince(begin));
            answerHops(analysis, longest);
            bestOfAll = std::min(bestOfAll, secondsSince(begin));
        }
        verdicts.emplace_back(best, step->place);
        all.emplace_back(bestOfAll, step->place);
    }
    if (all.empty()) return;
    for (const auto& [what, times] :
         {std::pair("a hop turned", &verdicts), {"and where its time goes", &all}}) {
        std::ranges::sort(*times);
        std::printf("%s: median %.1f ms, worst %.1f ms of %zu (%s)\n", what,
                    (*times)[times->size() / 2].first * 1e3, times->back().first * 1e3, times->size(),
                    times->back().second.c_str());
    }
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2 && count != 3) {
        std::cerr << "usage: bench_freshness MODEL [HOPS]\n";
        return 2;
    }
    const auto read = contract::readModel(arguments[1]);
    if (!read || !read->problems.empty()) {
        std::cerr << arguments[1] << " is to be a model without problems.\n";
        return 2;
    }
    const Lookup lookup(read->model);
    double best = 1e9;
    std::size_t rows = 0;
    for (int round = 0; round < 5; ++round) {
        const std::clock_t begin = std::clock();
        const auto analysis = freshness::analyse(lookup);
        answerHops(analysis);
        rows = analysis.rows.size();
        best = std::min(best, secondsSince(begin));
    }
    std::printf("freshness %.3f s, %zu pairs\n", best, rows);
    if (count == 3) turn(lookup, std::stoul(arguments[2]));
}
