// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/dials.h"

#include <algorithm>
#include <cmath>

#include "contract/set_path.h"
#include "freshness/dial.h"
#include "freshness/journey.h"
#include "viewmodels/hop_words.h"

namespace factline::viewmodels {

namespace {

using freshness::Row;
using freshness::Step;

const Step* stepAt(const Row& row, const std::string& place) {
    const auto found = std::ranges::find(row.hops, place, [](const Step* step) { return step->place; });
    return found == row.hops.end() ? nullptr : *found;
}

std::optional<double> limitOf(const Row& row, const Step* step, std::optional<double> now) {
    if (!row.answer || !row.verdict || !step || !now) return std::nullopt;
    const auto index = static_cast<std::size_t>(std::ranges::find(row.hops, step) - row.hops.begin());
    const freshness::HopAnswer& hop = row.answer->hops().at(index);
    if (*row.verdict == freshness::Verdict::AtRisk || *row.verdict == freshness::Verdict::Impossible)
        return hop.would && freshness::workOf(*hop.would) == freshness::workOf(step->hop) ? hop.shrinkTo
                                                                                          : std::nullopt;
    return hop.slack ? std::optional(*hop.slack * *now) : std::nullopt;
}

} // namespace

double Dial::shareOf(double seconds) const {
    return std::clamp(std::log(std::max(seconds, low) / low) / std::log(high / low), 0.0, 1.0);
}

double Dial::secondsAt(double share) const {
    return low * std::pow(high / low, share);
}

std::vector<Dial> dialsOf(const Row& usual, const Row& now) {
    std::vector<Dial> dials;
    for (std::size_t number = 0; number < usual.hops.size(); ++number) {
        const Step* step = usual.hops[number];
        if (!step->place.empty() && std::ranges::find(dials, step->place, &Dial::place) != dials.end())
            continue;
        Dial dial{.place = step->place, .from = step->from, .to = step->to};
        dial.hop = hopWords(usual, number).name;
        dial.what = shrinkableWords(step->missing.empty() ? step->hop : Hop{.form = QuantileLag{}});
        dial.usual = dial.now = freshness::dialOf(*step);
        const Step* tried = step->place.empty() ? nullptr : stepAt(now, step->place);
        if (tried) {
            dial.now = freshness::dialOf(*tried);
            dial.isChanged = !(tried->distribution == step->distribution) || tried->missing != step->missing;
        }
        if (dial.usual && *dial.usual > 0) {
            dial.low = std::max(1e-4, *dial.usual / 100);
            dial.high = std::max(*dial.usual * 10, dial.low * 100);
        }
        dial.limit = limitOf(now, tried, dial.now);
        if (dial.limit && (*dial.limit < dial.low || *dial.limit > dial.high)) dial.limit.reset();
        dials.push_back(std::move(dial));
    }
    return dials;
}

std::string valueOf(const Row& usual, const std::string& place, double seconds) {
    const Step* step = stepAt(usual, place);
    return step ? contract::writtenLag({freshness::turned(*step, seconds)}) : std::string();
}

const Row* findRow(const freshness::Analysis& analysis, const Ref& view, const Ref& change) {
    const auto found = std::ranges::find_if(analysis.rows, [&](const auto& row) {
        return row->route.viewRef == view && row->route.change == change;
    });
    return found == analysis.rows.end() ? nullptr : found->get();
}

} // namespace factline::viewmodels
