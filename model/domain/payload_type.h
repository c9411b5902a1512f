// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace factline {

/// The type of a payload field: `decimal(12,2)`, `list<OrderLine>`, `enum[A, B]`, `uuid`.
struct PayloadType {
    enum class Kind : std::uint8_t {
        String,
        Integer,
        Long,
        Decimal,
        Boolean,
        Uuid,
        Date,
        Timestamp,
        TimeSpan, ///< `duration` in the language
        Bytes,
        Enum,
        List,
        Map,
        Named,
    };
    Kind kind = Kind::String;
    std::uint8_t precision = 0;       ///< Decimal: digits in all
    std::uint8_t scale = 0;           ///< Decimal: digits after the point
    std::vector<std::string> options; ///< Enum: its words, in order
    std::vector<PayloadType> of;      ///< List, Map: exactly one, the element's type
    std::string name;                 ///< Named: a name under `types:` of the same context
    bool operator==(const PayloadType&) const = default;
};

/// Reads a type expression; an unknown word is a Named type. The error names the accepted forms. Nesting is
/// limited to 16 levels.
Result<PayloadType> parsePayloadType(std::string_view text);

/// The expression in its canonical form (`decimal(12,2)`, `enum[A, B]`).
std::string toString(const PayloadType& type);

} // namespace factline
