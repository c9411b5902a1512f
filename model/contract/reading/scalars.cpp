// SPDX-License-Identifier: Apache-2.0
#include "contract/reading/scalars.h"

#include <charconv>

namespace factline::contract {

namespace {

// Reads a scalar by a parser of base or domain, whose error names the accepted forms.
template<typename T, typename Parse>
void readBy(Reading& in, NodeIndex at, Phrase::Words wanted, T& into, Parse parse) {
    std::string_view text;
    if (!in.text(at, wanted, text)) return;
    if (auto value = parse(text))
        into = std::move(*value);
    else
        in.report(at, Phrase::of("`{}`: {}", in.key, value.error().message));
}

template<typename T>
bool number(std::string_view text, T& into) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return error == std::errc() && end == text.data() + text.size();
}

} // namespace

void ReadForm<std::string>::read(Reading& in, NodeIndex at, std::string& into) {
    std::string_view text;
    if (in.text(at, Phrase::words("a text"), text)) into = text;
}

void ReadForm<bool>::read(Reading& in, NodeIndex at, bool& into) {
    const bool plain = in.node(at).kind == NodeKind::Scalar && in.node(at).style == NodeStyle::Plain;
    const std::string_view text = in.tree.scalar(at);
    if (plain && (text == "true" || text == "false"))
        into = text == "true";
    else
        in.wrong(at, Phrase::words("true or false"));
}

void ReadForm<std::uint32_t>::read(Reading& in, NodeIndex at, std::uint32_t& into) {
    std::uint32_t value = 0;
    const bool plain = in.node(at).kind == NodeKind::Scalar && in.node(at).style == NodeStyle::Plain;
    if (plain && number(in.tree.scalar(at), value) && value > 0)
        into = value;
    else
        in.wrong(at, Phrase::words("a whole number of 1 or more"));
}

void ReadForm<Ref>::read(Reading& in, NodeIndex at, Ref& into) {
    std::string_view text;
    if (in.text(at, Phrase::words("a name, or context/name for one of another context"), text))
        into = parseRef(text, in.context);
}

void ReadForm<Duration>::read(Reading& in, NodeIndex at, Duration& into) {
    readBy(in, at, Phrase::words("a duration, as 500ms, 30s or 1h30m"), into, parseDuration);
}

void ReadForm<Rate>::read(Reading& in, NodeIndex at, Rate& into) {
    readBy(in, at, Phrase::words("a rate, as 20/s or 300/min"), into, parseRate);
}

void ReadForm<Share>::read(Reading& in, NodeIndex at, Share& into) {
    readBy(in, at, Phrase::words("a share, as 99%"), into, parseShare);
}

void ReadForm<PayloadType>::read(Reading& in, NodeIndex at, PayloadType& into) {
    readBy(in, at, Phrase::words("a type, as uuid or decimal(12,2)"), into, parsePayloadType);
}

void ReadForm<std::chrono::year_month_day>::read(Reading& in, NodeIndex at,
                                                 std::chrono::year_month_day& into) {
    std::string_view text;
    if (!in.text(at, Phrase::words("a date, as 2027-03-31"), text)) return;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    if (text.size() == 10 && text[4] == '-' && text[7] == '-' && number(text.substr(0, 4), year) &&
        year > 0 && number(text.substr(5, 2), month) && number(text.substr(8, 2), day)) {
        const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                               std::chrono::day(day)};
        if (date.ok()) {
            into = date;
            return;
        }
    }
    in.wrong(at, Phrase::words("a date that exists, as 2027-03-31"));
}

void ReadForm<AskWord>::read(Reading& in, NodeIndex at, Read& into) {
    if (in.tree.scalar(at) == "owner")
        into.askOwner = true;
    else
        in.wrong(at, Phrase::words("the word owner"));
}

} // namespace factline::contract
