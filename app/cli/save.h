// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace factline::cli {

/// Writes `text` aside and puts it in place in one step: a failure leaves what was there. The error names the
/// file and the reason.
Result<void> saveText(const std::filesystem::path& file, std::string_view text);

} // namespace factline::cli
