// SPDX-License-Identifier: Apache-2.0
// Drawing maps in circles, each context consuming what two or three others announce, step by step:
//   bench_picture [CONTEXTS...]   (default: 300 1000; with a first argument --keep FOLDER the files are kept)
// Prints seconds, the best of three, for the layout program, for routing and for each format.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <random>
#include <string>
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

double seconds(const std::function<void()>& work, int times = 3) {
    double best = 1e9;
    for (int time = 0; time < times; ++time) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
}

void measure(unsigned contexts, const std::string& keep) {
    const auto read = contract::parseModel({{"map.factline.yaml", mapInCircles(contexts)}});
    const Lookup lookup(read.model);
    const picture::QtTextMeasure texts(picture::typography());
    const auto graph = propagation::build(lookup);
    diagram::Sketch sketch;
    diagram::Positions positions;
    diagram::Diagram drawn;
    const double sketched = seconds([&] { sketch = diagram::sketch(lookup, graph, texts); });
    const double laidOut = seconds([&] {
        const auto request = diagram::layoutRequest(sketch);
        const auto answer = picture::runLayout(diagram::renderRequest(request), {}, {}).value();
        positions = diagram::arrange(sketch, diagram::parseResult(answer, request.boxes.size()).value());
    });
    const double routed = seconds([&] { drawn = diagram::build(sketch, positions, {"A map", "", ""}); });
    fmt::print("{} contexts, {} nodes, {} lines, {:.0f} x {:.0f} units\n", drawn.contexts.size(),
               drawn.nodes.size(), drawn.edges.size(), drawn.bounds.width, drawn.bounds.height);
    fmt::print("  {:<8}{:>8.3f} s\n  {:<8}{:>8.3f} s\n  {:<8}{:>8.3f} s\n", "sketch", sketched, "layout",
               laidOut, "routing", routed);
    for (const auto& format : picture::pictureFormats()) {
        std::string bytes;
        const double taken = seconds([&] { bytes = format.render(drawn, {}).value().bytes; });
        fmt::print("  {:<8}{:>8.3f} s{:>10.1f} MB\n", format.extension, taken,
                   static_cast<double>(bytes.size()) / 1e6);
        if (!keep.empty())
            std::ofstream(fmt::format("{}/map-{}.{}", keep, contexts, format.extension), std::ios::binary)
                << bytes;
    }
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    std::vector<std::string> arguments(argv + 1, argv + argc);
    std::string keep;
    if (arguments.size() > 1 && arguments[0] == "--keep") {
        keep = arguments[1];
        arguments.erase(arguments.begin(), arguments.begin() + 2);
    }
    if (arguments.empty()) arguments = {"300", "1000"};
    for (const auto& count : arguments)
        measure(static_cast<unsigned>(std::max(1, std::atoi(count.c_str()))), keep);
}
