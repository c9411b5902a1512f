// SPDX-License-Identifier: Apache-2.0
#pragma once

// What all journeys include, read once for all of them.
#include "gui/user.h"
