// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "base/finding.h"
#include "domain/lookup.h"
#include "lint/fix.h"

namespace factline::lint {

class Report;
struct Survey;
struct PlacedWaiver;

/// What a rule compares: the shape of the model (structural), what both sides have declared to mean
/// (declared), or the words of names and texts (lexical). A lexical rule is never an error.
enum class RuleBasis : std::uint8_t { Structural, Declared, Lexical };
std::string_view basisName(RuleBasis basis); ///< "structural", "declared", "lexical"

/// What a rule is about; presets switch by it.
enum class Topic : std::uint8_t {
    References, ///< names that lead nowhere, or to two things
    Naming,     ///< the form of names
    Ownership,  ///< who may say so
    Meaning,    ///< what is asserted and what is relied on
    Delivery,   ///< publishing, order, duplicates, failures
    Views,      ///< what a read model promises, and what repairs it
    Coupling,   ///< who depends on whom, and in which circles
    Waivers,    ///< findings that somebody has decided to live with
};

/// How a rule looks at a model: the function's parameters say what it needs at a time, so that after an edit
/// only what may have changed needs to be looked at again. Everything that an element names may be looked up.
/// Each function is pure: it adds its findings to the report and does nothing else.
using CheckModel = void (*)(const Survey&, Report&);
using CheckContext = void (*)(const Context&, const Survey&, Report&);
using CheckClaim = void (*)(const Claim&, const Survey&, Report&);
using CheckFact = void (*)(const Fact&, const Context&, const Survey&, Report&);
using CheckChannel = void (*)(const Channel&, const Context&, const Survey&, Report&);
using CheckEvent = void (*)(const Event&, const Context&, const Survey&, Report&);
using CheckView = void (*)(const View&, const Context&, const Survey&, Report&);
using CheckSubscription = void (*)(const Subscriber&, const Survey&, Report&);
using CheckDecision = void (*)(const Decision&, const Context&, const Survey&, Report&);
/// Waivers are looked at when all other rules have spoken: only then is it known what each has settled.
using CheckWaiver = void (*)(const PlacedWaiver&, const Survey&, Report&);
using Check = std::variant<CheckModel, CheckContext, CheckClaim, CheckFact, CheckChannel, CheckEvent,
                           CheckView, CheckSubscription, CheckDecision, CheckWaiver>;

/// One thing that can be wrong with a model. Its page is resources/rules/<id>.md.
struct Rule {
    std::string_view id;                   ///< names the defect: "fact-unowned"
    Severity severity = Severity::Warning; ///< in the preset `standard`; a check may raise it for a finding
    RuleBasis basis = RuleBasis::Structural;
    Topic topic = Topic::Ownership;
    std::string_view summary; ///< what it finds, one line
    Check check;
    bool insideOnly =
        false; ///< about the inside of a context, hence off for external ones: nobody here can mend it
    MakeFix fix = nullptr; ///< null: only people can mend what it finds
};

/// The rule's page, Markdown; empty where there is none.
std::string_view pageOf(const Rule& rule);

} // namespace factline::lint
