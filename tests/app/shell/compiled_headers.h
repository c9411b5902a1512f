// SPDX-License-Identifier: Apache-2.0
#pragma once

// What most tests of the window include, read once for all of them.
#include "app/shell/place.h"
