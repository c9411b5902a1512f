// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "generate/target.h"

namespace factline::generate {

/// A freshness promise of a view as what watches over it needs it.
struct Promise {
    const View* view = nullptr;
    std::string name;  ///< "billing/completed-orders"
    double within = 0; ///< seconds
    double objective = 0.99;
    Duration window{}; ///< over which the objective holds
    std::string good;  ///< selects the counter of changes in time: `metric_bucket{...}`
    std::string total; ///< selects the counter of all changes
};

/// The promises of a context that can be watched. Those that cannot, and what of the others no counter can
/// see, are added to `omitted` in the name of the target.
std::vector<Promise> promisesOf(const Request& request, std::string_view target,
                                std::vector<Omission>& omitted);

/// What watches over promises is never generated unasked: not everybody runs it.
bool neverByDefault(const Lookup& lookup, const Context& context);

/// One file to render: its path below the request's folder, and its template.
struct WatchFile {
    const char* path;
    const char* source;
};

/// Each file filled with the data, and added to the output.
Result<Output> rendered(const Request& request, std::span<const WatchFile> files,
                        const nlohmann::ordered_json& data, Output output);

/// Text as a quoted string of JSON, YAML and PromQL alike, on one line.
std::string textLiteral(std::string_view text);

/// Seconds as Prometheus writes a bucket: "30", "0.25".
std::string bucketOf(double seconds);

/// A duration in whole units of d, h or m, rounded up to whole minutes: Prometheus and OpenSLO read both.
std::string windowText(Duration duration);

} // namespace factline::generate
