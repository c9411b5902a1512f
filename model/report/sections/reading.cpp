// SPDX-License-Identifier: Apache-2.0
#include "report/sections.h"
#include "report/words.h"

namespace factline::report::sections {

std::optional<Section> reading(const Insight& insight) {
    if (insight.subject.lookup.model().contexts.empty()) return std::nullopt;
    using enum freshness::Verdict;
    const auto line = [](freshness::Verdict verdict, std::string meaning) {
        return Text{verdictSpan(verdict), {": " + std::move(meaning), Tone::Plain}};
    };
    return Section{
        "reading",
        "How to read this",
        {Paragraph{plain("The document is worked out from the model alone: nothing was measured for it, and "
                         "the same model gives the same document. Numbers are as good as what they rest on, "
                         "which the model says of each (measured, vendor, default, guessed).")},
         Bullets{
             {line(Proven, "the promise is kept however the hops depend on one another."),
              line(Expected, "it is kept if the hops do not depend on one another."),
              line(AtRisk, "it is not kept even then, though it may be in a good hour."),
              line(Impossible, "the promised share cannot be there in time, however the hops fall together."),
              line(Unknown, "a number is missing that nobody has declared.")}},
         Paragraph{plain(
             "Of what a reader relies on, guaranteed means that the publisher says so; weaker, that it "
             "says so only until it takes it back; denied, that it says it is not so; contradicted, that "
             "what it says rules it out; foreign, that another context decides about it; unspecified, "
             "that nobody has said.")},
         Paragraph{{{"An error is something that will go wrong, a warning something that may, a hint "
                     "something to know. ",
                     Tone::Plain},
                    name("factline rules ID"),
                    {" explains a rule.", Tone::Plain}}}}};
}

} // namespace factline::report::sections
