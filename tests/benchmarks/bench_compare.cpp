// SPDX-License-Identifier: Apache-2.0
// Comparing two states of a model of about 2,000 elements, of which every tenth is renamed, gone, new or
// changed:
//   bench_compare [CONTEXTS]   (default: 400, of five elements each)
// Prints milliseconds from the two models to the one picture, the best of five rounds on the wall clock.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <QGuiApplication>

#include <fmt/format.h>

#include "contract/read.h"
#include "picture/compared.h"

using namespace factline;

namespace {

std::string modelOf(unsigned contexts, bool later) {
    std::string text = "factline: 1\nmodel: Compared\ncontexts:\n";
    for (unsigned i = 0; i < contexts; ++i) {
        const unsigned turn = later ? i % 10 : 5;
        const unsigned of = (i + 1) % contexts;
        const auto nameOf = [&](unsigned n) { return later && n % 10 == 1 ? "Revised" : "Changed"; };
        text += fmt::format("  context-{0}:\n    facts:\n      record-{0}: {{means: {1}}}\n", i,
                            turn == 2 ? "another" : "m");
        text += fmt::format("    events:\n      Record{0}{1}: {{announces: [record-{0}]}}\n", i, nameOf(i));
        if (turn == 3) text += fmt::format("      Record{0}Added: {{announces: [record-{0}]}}\n", i);
        if (turn == 4) continue; // its view and decision are gone
        text += fmt::format("    views:\n      known-{0}: {{shows: [context-{1}/record-{1}], fedBy: "
                            "{{context-{1}/Record{1}{2}: {{}}}}}}\n"
                            "    decisions:\n      decide-{0}: {{reads: {{known-{0}: {{}}}}}}\n",
                            i, of, nameOf(of));
    }
    return text;
}

Model read(const std::string& text) {
    auto model = contract::parseModel({{"model.factline.yaml", text}});
    if (!model.problems.empty()) {
        std::fprintf(stderr, "%s\n", contract::toString(model.problems.front()).c_str());
        std::exit(1);
    }
    return std::move(model.model);
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const unsigned contexts = argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 400;
    picture::DrawOptions options;
    options.process = {std::filesystem::path(QCoreApplication::applicationDirPath().toStdString()) /
                       "factline-layout"};
    options.promises = picture::Promises{};
    picture::Side before{read(modelOf(contexts, false)), {}};
    picture::Side after{read(modelOf(contexts, true)), {}};
    const auto placed = picture::drawPlaced(before.model, options);
    if (!placed) return std::fprintf(stderr, "%s\n", placed.error().message.english().c_str()), 1;
    before.positions = placed->positions;
    options.kept = placed->positions;
    const auto now = picture::drawPlaced(after.model, options);
    if (!now) return std::fprintf(stderr, "%s\n", now.error().message.english().c_str()), 1;
    after.positions = now->positions;
    double best = 1e9;
    std::size_t changes = 0;
    for (int round = 0; round < 5; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        const auto compared = picture::drawCompared(before, after, compare::Ids::Unrelated, options);
        if (!compared) return std::fprintf(stderr, "%s\n", compared.error().message.english().c_str()), 1;
        changes = compared->changes.size();
        best = std::min(
            best,
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    const std::size_t elements = Lookup(before.model).all().size();
    std::printf("compare: %zu elements, %zu changes, best %.1f ms\n", elements, changes, best);
}
