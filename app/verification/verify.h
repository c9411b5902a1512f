// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/lookup.h"

namespace factline::verification {

/// Which database, of which context.
struct Request {
    std::string url; ///< postgresql://user@host/database?schema=name, or sqlite:path
    ContextName context;
    std::string password;      ///< where it is not in the URL, which is better
    int secondsAStatement = 5; ///< after which the database gives up (PostgreSQL)
    std::stop_token stop = {}; ///< between two statements
};

/// What waits to be published.
struct Outbox {
    std::size_t waiting = 0;
    std::optional<double> oldest;    ///< seconds since it happened
    double limit = 60;               ///< seconds from which on that is too old
    double lag = 0;                  ///< and more seconds, until an event that went out is known to have
    std::vector<std::string> parked; ///< aggregates that wait for somebody to look, the first 20
};

/// How old a projection is.
struct Projection {
    std::string name;
    std::optional<double> age;      ///< seconds; nothing: it was never caught up, or nobody wrote down
    std::optional<double> promised; ///< seconds; nothing: nothing is promised
    bool isStale() const { return promised && (!age || *age > *promised); }
};

/// What a live database is like.
struct Verified {
    std::vector<std::string> deviations; ///< from the contract
    std::optional<Outbox> outbox;        ///< nothing: the context publishes nothing
    std::vector<std::string> parked;     ///< streams that consumers have parked, the first 20
    std::vector<Projection> projections;
    std::vector<std::string> objections() const; ///< all that is not as it should be, in sentences
};

/// Compares a database with what `generate` writes for the context, and asks how it is. Reads only. Errors:
/// an unknown context, a context that has nothing to be stored, a URL that cannot be understood, a database
/// that cannot be reached or read, Cancelled; none of them holds a password.
Result<Verified> verify(const Lookup& lookup, const Request& request);

} // namespace factline::verification
