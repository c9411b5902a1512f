// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::sqlite {

/// The outbox and the consumer's tables of one context on SQLite.
extern const Target target;

} // namespace factline::generate::sqlite
