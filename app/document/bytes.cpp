// SPDX-License-Identifier: Apache-2.0
#include "document/bytes.h"

#include <fstream>
#include <iterator>

namespace factline::document {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

bool holds(const fs::path& file, const std::string& bytes) {
    std::error_code error;
    return fs::is_regular_file(file, error) && fs::file_size(file, error) == bytes.size() && !error &&
           bytesOf(file) == bytes;
}

} // namespace factline::document
