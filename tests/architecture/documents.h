// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "architecture/source_tree.h"

namespace factline::architecture {

/// Links and pictures in Markdown files (README.md, CONTRIBUTING.md and everything below resources/ and
/// examples/) that lead to no file of the tree. Links to elsewhere (https:) are not followed.
Offences linkOffences(const std::filesystem::path& root);

} // namespace factline::architecture
