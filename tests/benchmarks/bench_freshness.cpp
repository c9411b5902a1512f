// SPDX-License-Identifier: Apache-2.0
// The whole freshness analysis of a model, on one core:
//   tests/benchmarks/make_model 10000 /tmp/model.factline.yaml && bench_freshness /tmp/model.factline.yaml
// Prints the best of five rounds in seconds of processor time, and how many pairs of a view and a change.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iostream>

#include "contract/read.h"
#include "freshness/analysis.h"

int main(int count, char** arguments) {
    using namespace factline;
    if (count != 2) {
        std::cerr << "usage: bench_freshness MODEL\n";
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
        rows = freshness::analyse(lookup).rows.size();
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    std::printf("freshness %.3f s, %zu pairs\n", best, rows);
}
