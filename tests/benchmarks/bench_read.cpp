// SPDX-License-Identifier: Apache-2.0
// Reading a model against the bare parse of the same text by the YAML library, in one run:
//   tests/benchmarks/make_model 10000 /tmp/model.yaml && bench_read /tmp/model.yaml
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include <benchmark/benchmark.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include "contract/read.h"
#include "contract/yaml.h"

namespace {

struct Nothing final : YAML::EventHandler {
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {
        ++scalars;
    }
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
    std::size_t scalars = 0;
};

std::string text;

void bareParse(benchmark::State& state) {
    for (auto _ : state) {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        Nothing handler;
        parser.HandleNextDocument(handler);
        benchmark::DoNotOptimize(handler.scalars);
    }
    state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

void syntaxTree(benchmark::State& state) {
    for (auto _ : state) {
        std::vector<factline::contract::Problem> problems;
        benchmark::DoNotOptimize(factline::contract::parseYaml({"model.factline.yaml", text}, problems));
    }
    state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

void readWhole(benchmark::State& state) {
    for (auto _ : state) {
        const auto model = factline::contract::parseModel({{"model.factline.yaml", text}});
        benchmark::DoNotOptimize(model.model.nextId);
    }
    state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

BENCHMARK(bareParse)->Unit(benchmark::kMillisecond);
BENCHMARK(syntaxTree)->Unit(benchmark::kMillisecond);
BENCHMARK(readWhole)->Unit(benchmark::kMillisecond);

} // namespace

int main(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    if (count != 2) {
        std::cerr << "usage: bench_read [--benchmark_...] MODEL\n";
        return 2;
    }
    std::ifstream stream(arguments[1], std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(stream), {});
    const auto model = factline::contract::parseModel({{"model.factline.yaml", text}});
    if (!model.problems.empty()) {
        std::cerr << toString(model.problems.front()) << "\n";
        return 2;
    }
    std::cout << text.size() << " bytes, " << model.model.nextId - 1 << " elements\n";
    benchmark::RunSpecifiedBenchmarks();
}
