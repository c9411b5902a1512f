// SPDX-License-Identifier: Apache-2.0
#include "architecture/documents.h"

#include <algorithm>
#include <fstream>
#include <regex>

namespace factline::architecture {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> documentsBelow(const fs::path& root) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(root))
        if (entry.path().extension() == ".md") files.push_back(entry.path());
    for (const char* folder : {"resources", "examples"}) {
        if (!fs::is_directory(root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder))
            if (entry.path().extension() == ".md") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

Offences linkOffences(const fs::path& root) {
    static const std::regex link(R"(\]\(([^)#\s]+)[^)]*\))");
    Offences offences;
    for (const fs::path& file : documentsBelow(root)) {
        std::ifstream stream(file);
        std::size_t number = 0;
        for (std::string line; std::getline(stream, line);) {
            ++number;
            for (auto at = std::sregex_iterator(line.begin(), line.end(), link); at != std::sregex_iterator();
                 ++at) {
                const std::string target = (*at)[1];
                if (target.find(':') != std::string::npos || fs::exists(file.parent_path() / target))
                    continue;
                offences.push_back(fs::relative(file, root).generic_string() + ":" + std::to_string(number) +
                                   ": " + target + " is not there");
            }
        }
    }
    return offences;
}

} // namespace factline::architecture
