// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tests of panels include, read once for all of them.
#include "app/panels/desk.h"
