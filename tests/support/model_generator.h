// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidcheck.h>

#include "domain/model.h"

namespace factline::testing {

/// Small to medium models that use every field of the language, odd ones included: names that are taken or
/// empty, references that lead nowhere, texts full of YAML's own characters, empty lists beside absent ones.
/// Ids run from 1 in reading order. What a file cannot say is left out: keys of one mapping given twice, more
/// than one file.
rc::Gen<Model> models();

/// Texts that are hard to write: quotes, brackets, colons, hashes, line breaks, things YAML reads as numbers.
rc::Gen<std::string> oddTexts();

/// A lag of up to three hops in every form.
rc::Gen<Lag> lags();

/// Lengths of time that the language writes exactly.
rc::Gen<Duration> durations();

rc::Gen<Share> shares();

/// A whole number of [from, to), all equally likely. (RapidCheck's own range grows with the size of a case.)
template<typename T>
T number(T from, T to) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(from, to));
}

/// One element of a list of constants.
template<typename T, std::size_t N>
T oneOf(const T (&list)[N]) {
    return list[number<std::size_t>(0, N)];
}

/// True about once in `n` times.
inline bool rarely(int n) {
    return number(0, n) == 0;
}

} // namespace factline::testing
