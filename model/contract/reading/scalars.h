// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

#include "contract/reading/forms.h"

namespace factline::contract {

template<>
struct ReadForm<std::string> {
    static void read(Reading& in, NodeIndex at, std::string& into);
};
template<>
struct ReadForm<bool> {
    static void read(Reading& in, NodeIndex at, bool& into);
};
template<>
struct ReadForm<std::uint32_t> {
    static void read(Reading& in, NodeIndex at, std::uint32_t& into);
};
template<>
struct ReadForm<Ref> {
    static void read(Reading& in, NodeIndex at, Ref& into);
};
template<>
struct ReadForm<Duration> {
    static void read(Reading& in, NodeIndex at, Duration& into);
};
template<>
struct ReadForm<Rate> {
    static void read(Reading& in, NodeIndex at, Rate& into);
};
template<>
struct ReadForm<Share> {
    static void read(Reading& in, NodeIndex at, Share& into);
};
template<>
struct ReadForm<PayloadType> {
    static void read(Reading& in, NodeIndex at, PayloadType& into);
};
template<>
struct ReadForm<std::chrono::year_month_day> {
    static void read(Reading& in, NodeIndex at, std::chrono::year_month_day& into);
};
/// `ask: owner`
template<>
struct ReadForm<AskWord> {
    static void read(Reading& in, NodeIndex at, Read& into);
};

/// Words of an enumeration.
template<typename E>
requires std::is_enum_v<E>
struct ReadForm<E> {
    static void read(Reading& in, NodeIndex at, E& into) {
        if (in.node(at).kind == NodeKind::Scalar) {
            if (const auto value = fromWord<E>(in.tree.scalar(at))) {
                into = *value;
                return;
            }
        }
        std::array<std::string_view, Words<E>::list.size()> words;
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i] = Words<E>::list[i].second;
        in.unknownWord(at, words);
    }
};

} // namespace factline::contract
