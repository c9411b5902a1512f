// SPDX-License-Identifier: Apache-2.0
// `factline check` and its parts against the bare parse of the same text by the YAML library, in one run:
//   tests/benchmarks/make_model 10000 /tmp/model.factline.yaml && bench_check /tmp/model.factline.yaml
// The rounds of all of them take turns, so that whatever else the machine does hits all alike; the ratio is
// that of the best rounds. Options of Google Benchmark go before MODEL.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>

#include <benchmark/benchmark.h>

#include "benchmarks/bare_parse.h"
#include "cli/command.h"
#include "contract/read.h"
#include "contract/yaml.h"
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
        benchmark::DoNotOptimize(contract::parseYaml({"model.factline.yaml", text}, problems));
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
    return cli::run(words, console);
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

/// Keeps the best round of each benchmark, in milliseconds of processor time, and prints each as a multiple
/// of the bare parse.
class BestOfRounds final : public benchmark::ConsoleReporter {
public:
    BestOfRounds()
        : ConsoleReporter(OO_None) {}

    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Iteration) continue;
            const auto place = m_best.try_emplace(run.run_name.function_name, run.GetAdjustedCPUTime()).first;
            place->second = std::min(place->second, run.GetAdjustedCPUTime());
        }
    }

    void print() const {
        const auto bare = m_best.find("bareParse");
        for (const char* name : {"bareParse", "syntaxTree", "parseModel", "lookup", "rules", "check"})
            if (const auto found = m_best.find(name); found != m_best.end() && bare != m_best.end())
                std::printf("%-12s %9.1f ms %6.2f x bare parse\n", name, found->second,
                            found->second / bare->second);
    }

private:
    std::map<std::string, double> m_best;
};

} // namespace

int main(int count, char** arguments) {
    std::vector<char*> words{arguments[0]};
    std::string defaults[]{"--benchmark_repetitions=3", "--benchmark_enable_random_interleaving=true",
                           "--benchmark_min_time=0.2"};
    for (std::string& option : defaults)
        words.push_back(option.data());
    words.insert(words.end(), arguments + 1, arguments + count);
    int given = static_cast<int>(words.size());
    benchmark::Initialize(&given, words.data());
    if (given != 2) {
        std::cerr << "usage: bench_check [--benchmark_...] MODEL\n";
        return 2;
    }
    path = words[1];
    std::ifstream stream(path, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(stream), {});
    std::ostringstream out;
    if (const int code = checkInto(out); code != cli::Clean) { // what is wrong is not what is to be timed
        std::cerr << out.str().substr(0, 2000) << "\n" << path << " is to be a model without errors.\n";
        return 2;
    }
    model = contract::parseModel({{"model.factline.yaml", text}}).model;
    BestOfRounds best;
    benchmark::RunSpecifiedBenchmarks(&best);
    std::printf("%zu bytes\n", text.size());
    best.print();
}
