// SPDX-License-Identifier: Apache-2.0
// From an edit to its findings, as the window judges: random edits of a model, one after another, each judged
// after the one before it.
//   tests/benchmarks/make_model 10000 /tmp/model.factline.yaml && bench_judge /tmp/model.factline.yaml
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <random>
#include <vector>

#include "contract/read.h"
#include "edit/answer.h"
#include "edit/edit.h"
#include "lint/incremental.h"

namespace {

using namespace factline;
constexpr int edits = 400;

/// What people do to a model, roughly as often: words and fields mostly, now and then a name or an element.
class Hand {
public:
    edit::Edit next(const Model& model) {
        const Context& context = *pick(model.contexts);
        switch (number(0, 9)) {
        case 0:
            return edit::Rename{pick(context.events)->id, "Thing" + std::to_string(++m_count) + "Happened"};
        case 1: {
            Event event;
            event.name = "News" + std::to_string(++m_count) + "Came";
            event.announces = {{context.name, pick(context.facts)->name}};
            return edit::AddElement{std::move(event), context.id, {}};
        }
        case 2:
            return edit::RemoveElements{{pick(context.events)->id}};
        case 3: {
            Claim claim = *pick(model.claims);
            claim.text += " Indeed.";
            claim.excludes = {pick(model.claims)->name};
            return edit::ReplaceElement{std::move(claim)};
        }
        case 4: {
            Fact fact = *pick(context.facts);
            fact.means += " Indeed.";
            return edit::ReplaceElement{std::move(fact)};
        }
        case 5:
            if (!context.views.empty()) {
                View view = *pick(context.views);
                view.tellsFreshness = !view.tellsFreshness;
                return edit::ReplaceElement{std::move(view)};
            }
            [[fallthrough]];
        case 6:
        case 7: {
            const auto said = edit::say(model, pick(context.events)->id, pick(model.claims)->name,
                                        number(0, 1) == 0 ? edit::Saying::Asserts : edit::Saying::Denies);
            if (said) return *said;
            [[fallthrough]];
        }
        default: {
            Event event = *pick(context.events);
            event.means += " Indeed.";
            return edit::ReplaceElement{std::move(event)};
        }
        }
    }

private:
    int number(int from, int to) { return std::uniform_int_distribution<int>(from, to)(m_chance); }
    template<typename T>
    const Shared<T>& pick(const std::vector<Shared<T>>& list) {
        return list[static_cast<std::size_t>(number(0, static_cast<int>(list.size()) - 1))];
    }

    std::mt19937 m_chance{20261123};
    int m_count = 0;
};

/// Milliseconds of processor time.
template<typename Work>
double timed(const Work& work) {
    const std::clock_t start = std::clock();
    work();
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void print(const char* what, std::vector<double> times) {
    std::ranges::sort(times);
    std::printf("%s: p50 %.2f ms, p99 %.2f ms, max %.2f ms\n", what, times[times.size() / 2],
                times[times.size() * 99 / 100], times.back());
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: bench_judge MODEL\n";
        return 2;
    }
    std::ifstream stream(arguments[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    Model model = contract::parseModel({{"model.factline.yaml", text}}).model;
    lint::Incremental incremental;
    std::shared_ptr<const Lookup> lookup;
    LatestLookup known; // as the document keeps it
    std::size_t findings = 0, lookedAt = 0;
    const auto judge = [&] {
        lookup = known.of(model);
        findings = incremental.inspect(lookup).findings.size();
        lookedAt += incremental.lookedAt();
    };
    judge();
    lookedAt = 0;
    Hand hand;
    std::vector<double> applied, judged, whole;
    const Model opened = model;
    for (int i = 0; i < edits; ++i) {
        const edit::Edit edit = hand.next(model);
        applied.push_back(timed([&] { model = edit::apply(model, edit, opened, known)->model; }));
        judged.push_back(timed(judge));
        whole.push_back(applied.back() + judged.back());
    }
    print("applied", applied);
    print("judged", judged);
    print("both", whole);
    std::printf("%.0f elements looked at an edit, %zu findings at the end\n",
                static_cast<double>(lookedAt) / edits, findings);
}
