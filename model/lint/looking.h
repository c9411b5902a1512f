// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
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

/// A rule and one of its ways to look.
struct Look {
    const Rule* rule = nullptr;
    Check check;
};

/// The looks at the model as a whole, by rule; always the same ones.
std::span<const Look> looksAtModel();

/// Shows the model as a whole to one of them; survey.dangling is filled in.
void lookAtModel(const Look& look, const Survey& survey, std::vector<Objection>& objections);

/// Weighs objections, sets apart what is waived, and lets the rules about waivers speak.
Outcome settle(std::vector<Objection> objections, const Survey& survey, const Options& options);

} // namespace factline::lint
