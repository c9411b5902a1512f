// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "base/phrase.h"
#include "base/source_range.h"

namespace factline {

/// What sort of failure an Error is; programs branch on it, people read the message.
enum class ErrorCode {
    InvalidArgument, ///< the call asked for something that makes no sense
    NotFound,        ///< a file or element that is not there
    Refused,         ///< possible, but it would lose or overwrite something
    Unreadable,      ///< input that could not be understood
    LimitExceeded,   ///< larger, deeper or slower than allowed
    Cancelled,       ///< given up on request
    External,        ///< another program or the operating system failed
};

/// An expected failure: where, what, and (in the message) what to do next.
struct Error {
    ErrorCode code = ErrorCode::InvalidArgument;
    Phrase message;         ///< one or two sentences; the last one names the next step
    SourceRange place = {}; ///< where in the input; empty file where it is about no place in a file

    bool operator==(const Error&) const = default;
};

/// A value, or the reason why there is none.
template<typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning a failure from a function that gives Result<T>.
inline tl::unexpected<Error> failure(ErrorCode code, Phrase message, SourceRange place = {}) {
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(place)});
}

} // namespace factline
