// SPDX-License-Identifier: Apache-2.0
#include "base/write_protection.h"

#include <unistd.h>

namespace factline {

namespace fs = std::filesystem;

bool isWriteProtected(const fs::path& file) {
    std::error_code error;
    const auto status = fs::status(file, error);
    if (error || !fs::exists(status)) return false;
    constexpr auto anybody = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    return (status.permissions() & anybody) == fs::perms::none || ::access(file.c_str(), W_OK) != 0;
}

} // namespace factline
