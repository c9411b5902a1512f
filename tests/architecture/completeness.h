// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "architecture/source_tree.h"

namespace factline::architecture {

/// What an entry of a registry needs elsewhere. In a pattern `{id}` stands for the entry's id and `{id_}` for
/// the id with '_' in place of '-'; a pattern that ends with '*' asks for one file or folder at least that
/// begins so.
struct Needs {
    std::string what;                  ///< "rule"
    std::vector<std::string> patterns; ///< paths below the root
    /// A folder, and how a file in it is called for an entry: what stands there for no entry is left over.
    std::string leftOverFolder;
    std::string leftOverSuffix;
};

/// Entries out of order or there twice, entries without one of the things they need, and things left over for
/// entries that are gone.
Offences completenessOffences(const std::filesystem::path& root, const std::vector<std::string>& ids,
                              const Needs& needs);

} // namespace factline::architecture
