// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "verification/verify.h"

namespace factline::verification {

/// Something said about a live database.
struct Sentence {
    bool isObjection = false;
    std::string text;
    bool operator==(const Sentence&) const = default;
};

/// What a live database is like, the same for the command line and the window, where it is in the language of
/// its user: what is objected to, how it is otherwise, and last what it comes to.
std::vector<Sentence> sentencesOf(const Verified& verified);

} // namespace factline::verification
