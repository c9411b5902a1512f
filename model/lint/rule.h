// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "base/finding.h"
#include "domain/lookup.h"
#include "lint/fix.h"

namespace factline::lint {

class Report;
class Survey;
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
/// only what may have changed is looked at again. A function for elements reads the element, what its context
/// says of itself, and whatever it asks the Lookup or the Survey for: names that are asked for are noted, and
/// it is called again when an element of that name, or one that refers to it, has changed. Only a function
/// for the model may walk through all of it; it is called after every edit of what it looks at (Sight), so
/// prefer the others. Each is pure: it adds its findings to the report and does nothing else.
using CheckModel = void (*)(const Survey&, Report&);
using CheckContext = void (*)(const Context&, const Survey&, Report&);
using CheckClaim = void (*)(const Claim&, const Survey&, Report&);
using CheckFact = void (*)(const Fact&, const Context&, const Survey&, Report&);
using CheckChannel = void (*)(const Channel&, const Context&, const Survey&, Report&);
using CheckEvent = void (*)(const Event&, const Context&, const Survey&, Report&);
using CheckView = void (*)(const View&, const Context&, const Survey&, Report&);
using CheckSubscription = void (*)(const Subscriber&, const Survey&, Report&);
using CheckDecision = void (*)(const Decision&, const Context&, const Survey&, Report&);
using CheckElement = void (*)(const Located&, const Survey&, Report&); ///< of whatever kind
/// Waivers are looked at when all other rules have spoken: only then is it known what each has settled.
using CheckWaiver = void (*)(const PlacedWaiver&, const Survey&, Report&);
using Check = std::variant<CheckModel, CheckContext, CheckClaim, CheckFact, CheckChannel, CheckEvent,
                           CheckView, CheckSubscription, CheckDecision, CheckElement, CheckWaiver>;

/// Kinds of element, a bit each.
using Kinds = std::uint32_t;
template<typename... Kind>
constexpr Kinds kinds(Kind... each) {
    return ((Kinds(1) << static_cast<unsigned>(each)) | ... | Kinds(0));
}
inline constexpr Kinds everyKind = ~Kinds(0);

/// What a function for the model looks at. After an edit it is asked again only where some of that may have
/// changed; who says nothing is asked after each.
struct Sight {
    Kinds elements = everyKind; ///< all but the words of elements of these kinds, and whether they are there
    Kinds words = everyKind;    ///< what elements of these kinds mean, assert, rely on and carry in payloads
    bool dangling = true;       ///< references that lead nowhere, and all names, which they may mean
};
/// Of which kind the step is that mends what a rule finds (Fix::isSafe).
enum class FixKind : std::uint8_t {
    None,    ///< only people can mend it
    Safe,    ///< it only declares what is so
    Changes, ///< it changes what the model means
    Either,  ///< of the one kind or of the other, by what is found
};

/// One thing that can be wrong with a model. Its page is resources/rules/<id>.md.
struct Rule {
    std::string_view id;                   ///< names the defect: "fact-unowned"
    Severity severity = Severity::Warning; ///< in the preset `standard`; a check may raise it for a finding
    RuleBasis basis = RuleBasis::Structural;
    Topic topic = Topic::Ownership;
    std::string_view summary; ///< what it finds, one line
    Check check;
    std::vector<Check> also = {}; ///< further ways to look, where one is not enough
    bool insideOnly =
        false;        ///< about the inside of a context, hence off for external ones: nobody here can mend it
    Sight sight = {}; ///< of a function for the model
    bool isAboutTime = false; ///< looks at what is promised about time; says nothing of claims and words
    MakeFix fix = nullptr;    ///< null: only people can mend what it finds
    FixKind fixKind = FixKind::Changes; ///< of the fix, where there is one
};

/// The rule's page, Markdown; empty where there is none.
std::string_view pageOf(const Rule& rule);

} // namespace factline::lint
