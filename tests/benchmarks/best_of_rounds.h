// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

namespace factline::benchmarks {

/// Keeps the best round of each benchmark, in milliseconds of processor time, and prints each, as a multiple
/// of the benchmark `bareParse` where that ran too. The rounds of all take turns, so that whatever else the
/// machine does hits all alike.
class BestOfRounds final : public benchmark::ConsoleReporter {
public:
    BestOfRounds()
        : ConsoleReporter(OO_None) {}

    /// Takes the options of Google Benchmark from the words of the command line; gives the others.
    std::vector<std::string> takeOptions(int count, char** arguments) {
        std::vector<char*> words{arguments[0]};
        for (std::string& option : m_defaults)
            words.push_back(option.data());
        words.insert(words.end(), arguments + 1, arguments + count);
        int given = static_cast<int>(words.size());
        benchmark::Initialize(&given, words.data());
        return {words.begin() + 1, words.begin() + given};
    }

    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Iteration) continue;
            const std::string name = run.run_name.args.empty()
                                         ? run.run_name.function_name
                                         : run.run_name.function_name + "/" + run.run_name.args;
            const auto place = m_best.try_emplace(name, run.GetAdjustedCPUTime()).first;
            place->second = std::min(place->second, run.GetAdjustedCPUTime());
        }
    }

    /// `order`: the names, in the order to print them in; those that did not run are left out.
    void print(const std::vector<std::string>& order) const {
        const auto bare = m_best.find("bareParse");
        for (const std::string& name : order) {
            const auto found = m_best.find(name);
            if (found == m_best.end()) continue;
            std::printf("%-18s %9.1f ms", name.c_str(), found->second);
            if (bare != m_best.end()) std::printf(" %6.2f x bare parse", found->second / bare->second);
            std::printf("\n");
        }
    }

private:
    std::vector<std::string> m_defaults{"--benchmark_repetitions=3",
                                        "--benchmark_enable_random_interleaving=true",
                                        "--benchmark_min_time=0.2"};
    std::map<std::string, double> m_best;
};

} // namespace factline::benchmarks
