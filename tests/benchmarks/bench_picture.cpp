// SPDX-License-Identifier: Apache-2.0
// Drawing maps in circles, each context consuming what two or three others announce, step by step:
//   bench_picture [--keep FOLDER] [--format EXTENSION] [--rounds N] [CONTEXTS...]   (default: 300 1000)
// Prints seconds, the best of five rounds, for the layout program, for routing and for each format: on the
// wall clock, and of processor time in all threads, which says more where the machine has other work too.
// --keep writes the files into the folder; --format draws in one format only.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QGuiApplication>

#include <fmt/format.h>

#include "contract/read.h"
#include "diagram/build.h"
#include "diagram/layout.h"
#include "picture/export.h"
#include "picture/layout_process.h"
#include "picture/text.h"

using namespace factline;

namespace {

/// A model in which everyone depends on a few others at random; the same every time.
std::string mapInCircles(unsigned contexts) {
    std::mt19937 dice(7);
    std::string text = fmt::format("factline: 1\nmodel: A map of {} contexts\ncontexts:\n", contexts);
    for (unsigned i = 0; i < contexts; ++i) {
        text += fmt::format("  context-{0}:\n    team: team-{1}\n    facts:\n      record-{0}: {{means: m}}\n"
                            "    events:\n      Record{0}Changed: {{version: 1, means: m, announces: "
                            "[record-{0}]}}\n    views:\n",
                            i, i / 5);
        for (unsigned feed = 2 + dice() % 2; feed > 0; --feed) {
            const auto of = static_cast<unsigned>(dice() % contexts);
            text +=
                fmt::format("      known-{0}-{1}:\n        shows: [context-{1}/record-{1}]\n        fedBy:\n"
                            "          context-{1}/Record{1}Changed: {{lag: {{p99: {2}s}}}}\n",
                            feed, of, 1 + dice() % 9);
        }
    }
    return text;
}

/// What to measure and what to keep of it.
struct Plan {
    std::vector<unsigned> sizes;
    std::string folder; ///< for the files; empty: none are kept
    std::string format; ///< the only one; empty: all
    int rounds = 5;
};

struct Taken {
    double wall = 1e9;      ///< seconds
    double processor = 1e9; ///< seconds, in all threads of this process
};

double processorTime() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

Taken bestOf(int rounds, const std::function<void()>& work) {
    Taken best;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        const double before = processorTime();
        work();
        const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
        best = {std::min(best.wall, wall.count()), std::min(best.processor, processorTime() - before)};
    }
    return best;
}

void print(std::string_view step, const Taken& taken) {
    fmt::print("  {:<8}{:>8.3f} s{:>9.3f} s cpu", step, taken.wall, taken.processor);
}

void measure(unsigned contexts, const Plan& plan) {

    const auto read = contract::parseModel({{"map.factline.yaml", mapInCircles(contexts)}});
    const Lookup lookup(read.model);
    const picture::QtTextMeasure texts(picture::typography());
    const auto graph = propagation::build(lookup);
    diagram::Sketch sketch;
    diagram::Positions positions;
    diagram::Diagram drawn;
    const int before = plan.format.empty() ? plan.rounds : 1;
    const Taken sketched = bestOf(before, [&] { sketch = diagram::sketch(lookup, graph, texts); });
    const Taken laidOut = bestOf(before, [&] {
        const auto request = diagram::layoutRequest(sketch);
        const auto answer = picture::runLayout(diagram::renderRequest(request), {}, {}).value();
        positions = diagram::arrange(sketch, diagram::parseResult(answer, request.boxes.size()).value());
    });
    const Taken routed = bestOf(before, [&] {
        drawn = diagram::build(sketch, positions, {"A map", "", ""});
    });
    fmt::print("{} contexts, {} nodes, {} lines, {:.0f} x {:.0f} units\n", drawn.contexts.size(),
               drawn.nodes.size(), drawn.edges.size(), drawn.bounds.width, drawn.bounds.height);
    for (const auto& [step, taken] :
         {std::pair("sketch", sketched), {"layout", laidOut}, {"routing", routed}}) {
        print(step, taken);
        fmt::print("\n");
    }
    for (const auto& format : picture::pictureFormats()) {
        if (!plan.format.empty() && format.extension != plan.format) continue;
        std::string bytes;
        print(format.extension, bestOf(plan.rounds, [&] { bytes = format.render(drawn, {}).value().bytes; }));
        fmt::print("{:>8.1f} MB\n", static_cast<double>(bytes.size()) / 1e6);
        if (!plan.folder.empty())
            std::ofstream(fmt::format("{}/map-{}.{}", plan.folder, contexts, format.extension),
                          std::ios::binary)
                << bytes;
    }
}

Plan planOf(const std::vector<std::string>& words) {
    Plan plan;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--keep" && i + 1 < words.size())
            plan.folder = words[++i];
        else if (words[i] == "--rounds" && i + 1 < words.size())
            plan.rounds = std::max(1, std::atoi(words[++i].c_str()));
        else if (words[i] == "--format" && i + 1 < words.size())
            plan.format = words[++i];
        else
            plan.sizes.push_back(static_cast<unsigned>(std::max(1, std::atoi(words[i].c_str()))));
    }
    if (plan.sizes.empty()) plan.sizes = {300, 1000};
    return plan;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const Plan plan = planOf({argv + 1, argv + argc});
    for (const unsigned contexts : plan.sizes)
        measure(contexts, plan);
}
