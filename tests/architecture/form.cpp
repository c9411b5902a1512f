// SPDX-License-Identifier: Apache-2.0
#include "architecture/form.h"

#include <algorithm>
#include <regex>

namespace factline::architecture {

namespace {

constexpr std::size_t lookAgain = 300;
constexpr std::size_t limit = 500;
constexpr std::size_t top = 10; ///< lines in which a reason for a long file is looked for

bool tellsWhyLong(const SourceFile& file) {
    const auto end = file.lines.begin() + static_cast<std::ptrdiff_t>(std::min(top, file.lines.size()));
    return std::any_of(file.lines.begin(), end,
                       [](const std::string& line) { return line.starts_with("// Long because "); });
}

std::string lengthOf(const SourceFile& file) {
    return file.path + ": " + std::to_string(file.lines.size()) + " lines";
}

} // namespace

Offences headOffences(const SourceTree& tree) {
    Offences offences;
    for (const SourceFile& file : tree.sources) {
        if (file.lines.empty() || file.lines[0] != "// SPDX-License-Identifier: Apache-2.0")
            offences.push_back(file.path + ":1: begin with // SPDX-License-Identifier: Apache-2.0");
        if (file.isHeader() &&
            std::find(file.lines.begin(), file.lines.end(), "#pragma once") == file.lines.end())
            offences.push_back(file.path + ": a header has #pragma once");
    }
    return offences;
}

Offences sizeOffences(const SourceTree& tree) {
    Offences offences;
    for (const SourceFile& file : tree.sources)
        if (file.lines.size() > limit && !tellsWhyLong(file))
            offences.push_back(lengthOf(file) + "; split it, or say at its top \"// Long because ...\"");
    return offences;
}

Offences sizeWarnings(const SourceTree& tree) {
    Offences warnings;
    for (const SourceFile& file : tree.sources)
        if (file.lines.size() > lookAgain && !tellsWhyLong(file))
            warnings.push_back(lengthOf(file) + "; look at it again");
    return warnings;
}

Offences nameOffences(const SourceTree& tree) {
    static const std::regex type(
        R"(^\s*(?:class|struct)\s+(\w*(?:Manager|Helper|Util|Utils|Utilities))\b.*)");
    static const std::regex fileName(R"((^|.*[/_])(manager|helper|helpers|util|utils|utilities)\.(h|cpp)$)");
    Offences offences;
    for (const SourceFile& file : tree.sources) {
        if (std::regex_match(file.path, fileName))
            offences.push_back(file.path + ": name a file after what it is responsible for");
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            std::smatch match;
            if (std::regex_match(file.lines[i], match, type))
                offences.push_back(file.path + ":" + std::to_string(i + 1) + ": " + match[1].str() +
                                   " does not say what it is responsible for");
        }
    }
    return offences;
}

} // namespace factline::architecture
