// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "domain/elements.h"

namespace factline::contract {

/// What an item of a list is told from the others by. A list of such items names each once.
inline const std::string& nameOf(const std::string& item) {
    return item;
}
inline std::string nameOf(const Ref& item) {
    return toString(item);
}
/// One claim may be needed in two ways.
inline std::string nameOf(const Reliance& item) {
    return item.finality ? item.claim + (*item.finality == Finality::Final ? ", final" : ", revocable")
                         : item.claim;
}
template<typename T>
concept Named = requires(const T& item) {
    nameOf(item);
};

} // namespace factline::contract
