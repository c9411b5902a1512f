// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::mariadb {

/// The outbox and the consumer's tables of one context on MariaDB or MySQL.
extern const Target target;

} // namespace factline::generate::mariadb
