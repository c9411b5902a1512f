// SPDX-License-Identifier: Apache-2.0
#include "generate/promises.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

#include "generate/names.h"

namespace factline::generate {

namespace {

/// A matcher for a bucket however a client writes its bound: le="30" and le="30.0".
std::string bucketMatcher(double seconds) {
    std::string text = bucketOf(seconds);
    const bool whole = text.find('.') == std::string::npos;
    if (const auto dot = text.find('.'); dot != std::string::npos) text.replace(dot, 1, "[.]");
    return textLiteral(whole ? text + "([.]0)?" : text);
}

void tellWhatIsNotSeen(const View& view, const ElementKey& key, std::string_view target,
                       std::vector<Omission>& omitted) {
    const auto note = [&](Phrase reason) {
        omitted.push_back({key, std::string(target), std::move(reason), true});
    };
    if (view.loss.value > 0)
        note(Phrase::of(
            "a lost change never arrives and is never counted, so the share in time looks better than it "
            "is; count what reconciliation mends with the age it had"));
    if (!view.freshness->from.empty())
        note(
            Phrase::of("the time counts from {}; every event on the way has to carry when that was committed",
                       toString(view.freshness->from)));
}

} // namespace

std::vector<Promise> promisesOf(const Request& request, std::string_view target,
                                std::vector<Omission>& omitted) {
    std::vector<Promise> promises;
    for (const auto& view : request.context.views) {
        const ElementKey key = keyOf(ElementKind::View, request.context.name, view->name);
        const auto leaveOut = [&](Phrase reason) {
            omitted.push_back({key, std::string(target), std::move(reason), false});
        };
        if (!view->freshness || !view->freshness->within) {
            leaveOut(Phrase::of("it promises nothing about freshness; say `freshness: {within: ...}`"));
            continue;
        }
        if (view->freshness->forShare.value >= 1) {
            leaveOut(Phrase::of("a promise for 100 % leaves no error budget to watch; say a share below"));
            continue;
        }
        tellWhatIsNotSeen(*view, key, target, omitted);
        Promise promise{view.get(), key.name, toSeconds(*view->freshness->within),
                        view->freshness->forShare.value, view->freshness->window};
        const std::string label = textLiteral(key.name);
        promise.good = fmt::format("factline_view_lag_seconds_bucket{{view={},le=~{}}}", label,
                                   bucketMatcher(promise.within));
        promise.total = fmt::format("factline_view_lag_seconds_count{{view={}}}", label);
        promises.push_back(std::move(promise));
    }
    for (const auto& decision : request.context.decisions)
        if (std::ranges::any_of(decision->reads, [](const Read& read) { return read.tolerates.has_value(); }))
            omitted.push_back(
                {keyOf(ElementKind::Decision, request.context.name, decision->name), std::string(target),
                 Phrase::of(
                     "how old what it read was only the decision itself can say; watch the views it reads"),
                 false});
    return promises;
}

bool neverByDefault(const Lookup&, const Context&) {
    return false;
}

Result<Output> rendered(const Request& request, std::span<const WatchFile> files,
                        const nlohmann::ordered_json& data, Output output) {
    for (const WatchFile& file : files) {
        auto text = request.templates.render(file.source, data);
        if (!text) return tl::unexpected(text.error());
        output.files.push_back({request.folder + file.path, std::move(*text), Ownership::Generated});
    }
    return output;
}

std::string textLiteral(std::string_view text) {
    return nlohmann::json(commentText(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string bucketOf(double seconds) {
    return fmt::format("{}", seconds);
}

std::string windowText(Duration duration) {
    using namespace std::chrono;
    const auto whole = std::max(ceil<minutes>(duration), minutes(1));
    if (whole % days(1) == minutes(0)) return fmt::format("{}d", whole / days(1));
    if (whole % hours(1) == minutes(0)) return fmt::format("{}h", whole / hours(1));
    return fmt::format("{}m", whole.count());
}

} // namespace factline::generate
