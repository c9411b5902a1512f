// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lint/rule.h"
#include "lint/run.h"
#include "lint/survey.h"
#include "lint/waivers.h"

namespace factline::lint {

/// Something a rule objects to, before it is weighed.
struct Objection {
    const Rule* rule = nullptr;
    Finding finding;
};

/// Shows one element to every rule that looks at elements of its kind.
void lookAt(const Located& located, const Survey& survey, std::vector<Objection>& objections);

/// The subscription at this place as rules look at it.
Subscriber subscriberOf(const Located& located);

/// Shows the model as a whole to every rule that looks at it so, either to those about time or to all others;
/// survey.dangling is filled in.
void lookAtModel(const Survey& survey, bool isAboutTime, std::vector<Objection>& objections);

/// Weighs objections, sets apart what is waived, and lets the rules about waivers speak.
Outcome settle(std::vector<Objection> objections, const Survey& survey, const Options& options);

} // namespace factline::lint
