// SPDX-License-Identifier: Apache-2.0
// Generating everything that a model gives, as a multiple of the bare parse of the model's text, and from one
// context that holds ten and forty thousand events:
//   tests/benchmarks/make_model 10000 /tmp/model.factline.yaml && bench_generate /tmp/model.factline.yaml
// Options of Google Benchmark go before MODEL.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "benchmarks/bare_parse.h"
#include "benchmarks/best_of_rounds.h"
#include "contract/read.h"
#include "domain/lookup.h"
#include "generate/generate.h"

namespace {

using namespace factline;

const generate::Templates templates;
std::string text;
Model model;

/// One context whose events are all consumed by one view of another.
Model crowded(std::int64_t events) {
    Context source;
    source.name = "source";
    source.store = Store::PostgreSql;
    Channel channel;
    channel.name = "source.all";
    source.channels.push_back(channel);
    Context other;
    other.name = "other";
    other.store = Store::PostgreSql;
    View view;
    view.name = "everything";
    for (std::int64_t i = 0; i < events; ++i) {
        Fact fact;
        fact.name = fmt::format("thing-{}", i);
        fact.key = {"id"};
        source.facts.push_back(fact);
        Event event;
        event.name = fmt::format("Thing{}Changed", i);
        event.announces = {{"source", fact.name}};
        event.channel = {"source", "source.all"};
        event.payload = {{.name = "id", .type = {}}};
        source.events.push_back(event);
        Subscription subscription;
        subscription.event = {"source", event.name};
        view.fedBy.push_back(subscription);
    }
    other.views.push_back(view);
    Model result;
    result.contexts.push_back(source);
    result.contexts.push_back(other);
    return result;
}

std::size_t bytesFor(const Lookup& lookup) {
    const auto output = generate::generate(lookup, {}, templates);
    std::size_t bytes = 0;
    for (const auto& file : output.value().files)
        bytes += file.content.size();
    return bytes;
}

void bareParse(benchmark::State& state) {
    for (auto _ : state) {
        std::istringstream stream(text);
        benchmark::DoNotOptimize(benchmarks::bareParse(stream));
    }
}

void generateAll(benchmark::State& state) {
    const Lookup lookup(model);
    for (auto _ : state)
        benchmark::DoNotOptimize(bytesFor(lookup));
}

void oneContext(benchmark::State& state) {
    const Lookup lookup(crowded(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(bytesFor(lookup));
}

BENCHMARK(bareParse)->Unit(benchmark::kMillisecond);
BENCHMARK(generateAll)->Unit(benchmark::kMillisecond);
BENCHMARK(oneContext)->Arg(10'000)->Arg(40'000)->Unit(benchmark::kMillisecond);

} // namespace

int main(int count, char** arguments) {
    benchmarks::BestOfRounds best;
    const std::vector<std::string> words = best.takeOptions(count, arguments);
    if (words.size() != 1) {
        std::cerr << "usage: bench_generate [--benchmark_...] MODEL\n";
        return 2;
    }
    std::ifstream stream(words[0], std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(stream), {});
    model = contract::parseModel({{"model.factline.yaml", text}}).model;
    if (model.contexts.empty()) {
        std::cerr << words[0] << " holds no context.\n";
        return 2;
    }
    std::printf("%zu bytes of files\n", bytesFor(Lookup(model)));
    benchmark::RunSpecifiedBenchmarks(&best);
    best.print({"bareParse", "generateAll", "oneContext/10000", "oneContext/40000"});
}
