// SPDX-License-Identifier: Apache-2.0
// All rules on models made to be hard for them, in two sizes each: whoever compares all with all shows here.
// Options are those of Google Benchmark.
#include <cstdio>

#include <benchmark/benchmark.h>

#include "benchmarks/best_of_rounds.h"
#include "domain/lookup.h"
#include "lint/run.h"
#include "model/lint/large_models.h"

namespace {

using namespace factline;

void judge(benchmark::State& state, const Model& model) {
    const Lookup lookup(model);
    for (auto _ : state)
        benchmark::DoNotOptimize(lint::run(lookup).size());
}

std::size_t sizeOf(const benchmark::State& state) {
    return static_cast<std::size_t>(state.range(0));
}

void chain(benchmark::State& state) {
    judge(state, testing::chainOfClaims(sizeOf(state)));
}

void circle(benchmark::State& state) {
    judge(state, testing::circleOfEvents(sizeOf(state)));
}

/// Twice the claims, each excluding as many others: the events say and the views need twice as much.
void exclusions(benchmark::State& state) {
    judge(state, testing::crowdOfExclusions(sizeOf(state), 100, 20));
}

BENCHMARK(chain)->Arg(20'000)->Arg(40'000)->Unit(benchmark::kMillisecond);
BENCHMARK(circle)->Arg(20'000)->Arg(40'000)->Unit(benchmark::kMillisecond);
BENCHMARK(exclusions)->Arg(1'000)->Arg(2'000)->Unit(benchmark::kMillisecond);

} // namespace

int main(int count, char** arguments) {
    benchmarks::BestOfRounds best;
    if (!best.takeOptions(count, arguments).empty()) return 2;
    benchmark::RunSpecifiedBenchmarks(&best);
    best.print(
        {"chain/20000", "chain/40000", "circle/20000", "circle/40000", "exclusions/1000", "exclusions/2000"});
}
