// SPDX-License-Identifier: Apache-2.0
// `factline check` and its parts against the bare parse of the same text by the YAML library, in one run:
//   tests/benchmarks/make_model 10000 /tmp/model.factline.yaml && bench_check /tmp/model.factline.yaml
// Options of Google Benchmark go before MODEL.
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include <benchmark/benchmark.h>

#include "benchmarks/bare_parse.h"
#include "benchmarks/best_of_rounds.h"
#include "cli/command.h"
#include "contract/parse_in_parts.h"
#include "contract/read.h"
#include "domain/lookup.h"
#include "lint/run.h"

namespace {

using namespace factline;

std::string path;
std::string text;
Model model;

void bareParse(benchmark::State& state) {
    for (auto _ : state) {
        std::istringstream stream(text);
        benchmark::DoNotOptimize(benchmarks::bareParse(stream));
    }
}

void syntaxTree(benchmark::State& state) {
    for (auto _ : state) {
        std::vector<contract::Problem> problems;
        benchmark::DoNotOptimize(contract::parseInParts({"model.factline.yaml", text}, problems));
    }
}

void parseModel(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(contract::parseModel({{"model.factline.yaml", text}}).model.nextId);
}

void lookup(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(Lookup(model).all().size());
}

void rules(benchmark::State& state) {
    const Lookup byName(model);
    for (auto _ : state)
        benchmark::DoNotOptimize(lint::run(byName).size());
}

/// The command as users call it: from the file on disk to the printed findings, and everything given back.
int checkInto(std::ostream& out) {
    std::istringstream none;
    cli::Console console{none, out, out};
    const std::array<std::string_view, 2> words{"check", path};
    return cli::run(cli::commands(), words, console);
}

void check(benchmark::State& state) {
    for (auto _ : state) {
        std::ostringstream out;
        benchmark::DoNotOptimize(checkInto(out));
    }
}

BENCHMARK(bareParse)->Unit(benchmark::kMillisecond);
BENCHMARK(syntaxTree)->Unit(benchmark::kMillisecond);
BENCHMARK(parseModel)->Unit(benchmark::kMillisecond);
BENCHMARK(lookup)->Unit(benchmark::kMillisecond);
BENCHMARK(rules)->Unit(benchmark::kMillisecond);
BENCHMARK(check)->Unit(benchmark::kMillisecond);

} // namespace

int main(int count, char** arguments) {
    benchmarks::BestOfRounds best;
    const std::vector<std::string> words = best.takeOptions(count, arguments);
    if (words.size() != 1) {
        std::cerr << "usage: bench_check [--benchmark_...] MODEL\n";
        return 2;
    }
    path = words[0];
    std::ifstream stream(path, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(stream), {});
    std::ostringstream out;
    if (const int code = checkInto(out); code != cli::Clean) { // what is wrong is not what is to be timed
        std::cerr << out.str().substr(0, 2000) << "\n" << path << " is to be a model without errors.\n";
        return 2;
    }
    model = contract::parseModel({{"model.factline.yaml", text}}).model;
    benchmark::RunSpecifiedBenchmarks(&best);
    std::printf("%zu bytes\n", text.size());
    best.print({"bareParse", "syntaxTree", "parseModel", "lookup", "rules", "check"});
}
