// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace factline::architecture {

/// What is wrong with a tree, one sentence each, beginning with file and line where there is one.
using Offences = std::vector<std::string>;

/// One `#include` of a source file.
struct Include {
    std::string target;  ///< between the quotes or angles
    bool quoted = false; ///< "..." and not <...>
    std::size_t line = 0;
};

/// One text file of the tree.
struct SourceFile {
    std::string path; ///< relative to the root, '/' separated
    std::vector<std::string> lines;

    /// "app" of "app/cli/main.cpp"
    std::string top() const;
    /// "cli" of "app/cli/main.cpp"; empty where the file lies directly in its top folder.
    std::string room() const;
    bool isHeader() const { return path.ends_with(".h"); }
    std::vector<Include> includes() const;
};

/// The C++ sources and CMake files of a tree, sorted by path, read once.
struct SourceTree {
    std::filesystem::path root;
    std::vector<SourceFile> sources;    ///< *.h and *.cpp below model/, app/ and tests/
    std::vector<SourceFile> cmakeLists; ///< every CMakeLists.txt below the same folders
    bool has(const std::string& path) const { return std::filesystem::exists(root / path); }
};

/// Reads the tree below `root`. Folders of test data (tests/cases, any data/) are no sources.
SourceTree readTree(const std::filesystem::path& root);

} // namespace factline::architecture
