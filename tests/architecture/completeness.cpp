// SPDX-License-Identifier: Apache-2.0
#include "architecture/completeness.h"

#include <algorithm>

namespace factline::architecture {

namespace fs = std::filesystem;

namespace {

void replaceAll(std::string& text, const std::string& what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

std::string filled(std::string pattern, const std::string& id) {
    std::string snake = id;
    std::replace(snake.begin(), snake.end(), '-', '_');
    replaceAll(pattern, "{id}", id);
    replaceAll(pattern, "{id_}", snake);
    return pattern;
}

bool exists(const fs::path& root, const std::string& path) {
    if (!path.ends_with('*')) return fs::exists(root / path);
    const fs::path start = root / path.substr(0, path.size() - 1);
    if (!fs::is_directory(start.parent_path())) return false;
    const std::string beginning = start.filename().string();
    const auto entries = fs::directory_iterator(start.parent_path());
    return std::any_of(begin(entries), end(entries), [&](const fs::directory_entry& entry) {
        return entry.path().filename().string().starts_with(beginning);
    });
}

} // namespace

Offences completenessOffences(const fs::path& root, const std::vector<std::string>& ids, const Needs& needs) {
    Offences offences;
    for (std::size_t i = 1; i < ids.size(); ++i)
        if (ids[i] <= ids[i - 1])
            offences.push_back("the " + needs.what + " registry is to be sorted: " + ids[i] +
                               " stands after " + ids[i - 1]);
    for (const std::string& id : ids)
        for (const std::string& pattern : needs.patterns)
            if (const std::string path = filled(pattern, id); !exists(root, path))
                offences.push_back(needs.what + " " + id + " has no " + path);
    if (needs.leftOverFolder.empty() || !fs::is_directory(root / needs.leftOverFolder)) return offences;
    for (const auto& entry : fs::directory_iterator(root / needs.leftOverFolder)) {
        const std::string name = entry.path().filename().string();
        const std::string id =
            name.substr(0, name.size() - std::min(name.size(), needs.leftOverSuffix.size()));
        if (name.ends_with(needs.leftOverSuffix) && std::find(ids.begin(), ids.end(), id) == ids.end())
            offences.push_back(needs.leftOverFolder + "/" + name + " belongs to no " + needs.what);
    }
    std::sort(offences.begin(), offences.end());
    return offences;
}

} // namespace factline::architecture
