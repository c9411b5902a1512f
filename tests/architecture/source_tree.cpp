// SPDX-License-Identifier: Apache-2.0
#include "architecture/source_tree.h"

#include <algorithm>
#include <fstream>
#include <regex>

namespace factline::architecture {

namespace fs = std::filesystem;

namespace {

SourceFile readSource(const fs::path& root, const fs::path& file) {
    SourceFile source{fs::relative(file, root).generic_string(), {}};
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);)
        source.lines.push_back(line);
    return source;
}

bool isData(const std::string& path) {
    return path.starts_with("tests/cases/") || path.find("/data/") != std::string::npos;
}

} // namespace

std::string SourceFile::top() const {
    return path.substr(0, path.find('/'));
}

std::string SourceFile::room() const {
    const auto first = path.find('/');
    if (first == std::string::npos) return {};
    const auto second = path.find('/', first + 1);
    return second == std::string::npos ? std::string() : path.substr(first + 1, second - first - 1);
}

std::vector<Include> SourceFile::includes() const {
    static const std::regex pattern(R"re(^\s*#\s*include\s*(["<])([^">]+)[">].*)re");
    std::vector<Include> found;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::smatch match;
        if (std::regex_match(lines[i], match, pattern)) found.push_back({match[2], match[1] == "\"", i + 1});
    }
    return found;
}

SourceTree readTree(const fs::path& root) {
    SourceTree tree{root, {}, {}};
    for (const char* top : {"model", "app", "tests"}) {
        if (!fs::is_directory(root / top)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const fs::path& file = entry.path();
            if (!entry.is_regular_file() || isData(fs::relative(file, root).generic_string())) continue;
            if (file.extension() == ".h" || file.extension() == ".cpp")
                tree.sources.push_back(readSource(root, file));
            else if (file.filename() == "CMakeLists.txt")
                tree.cmakeLists.push_back(readSource(root, file));
        }
    }
    const auto byPath = [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; };
    std::sort(tree.sources.begin(), tree.sources.end(), byPath);
    std::sort(tree.cmakeLists.begin(), tree.cmakeLists.end(), byPath);
    return tree;
}

} // namespace factline::architecture
