// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>
#include <string>

#include "lint/phrases.h"
#include "lint/report.h"
#include "lint/survey.h"

namespace factline::lint {

/// "orders/OrderCompleted", the event that a judged claim is relied on of.
inline std::string eventName(const Judged& judged) {
    return toString(judged.subscriber->subscription->event);
}

/// "finance/completed-orders", who relies.
inline std::string consumerName(const Judged& judged) {
    return toString(Ref{judged.subscriber->context->name, judged.subscriber->consumerName()});
}

/// What hangs on it, as the end of a message; empty where no decision does.
Phrase atStake(const Survey& survey, const Judged& judged);

/// Adds a finding about a judged claim: element, place, severity, claim and the decisions are filled in.
void reportVerdict(const Survey& survey, const Judged& judged, const Phrase& message,
                   std::vector<std::string> evidence, Report& report);

} // namespace factline::lint
