// SPDX-License-Identifier: Apache-2.0
#include "architecture/item_models.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace factline::architecture {

namespace {

struct Declared {
    std::string base, file;
    std::size_t line = 0;
};

/// Every class below app/ with its first public base.
std::map<std::string, Declared> classesOf(const SourceTree& tree) {
    static const std::regex head(R"(\bclass\s+(\w+)(?:\s+final)?\s*:\s*public\s+(?:\w+::)*(\w+))");
    std::map<std::string, Declared> classes;
    for (const SourceFile& file : tree.sources) {
        if (file.top() != "app") continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            if (std::smatch found; std::regex_search(file.lines[i], found, head))
                classes.emplace(found[1], Declared{found[2], file.path, i + 1});
    }
    return classes;
}

bool isItemModel(const std::string& name, const std::map<std::string, Declared>& classes) {
    static const std::set<std::string> ofQt{
        "QAbstractItemModel", "QAbstractListModel",    "QAbstractTableModel", "QAbstractProxyModel",
        "QStandardItemModel", "QSortFilterProxyModel", "QIdentityProxyModel", "QStringListModel"};
    const auto found = classes.find(name);
    return ofQt.contains(name) || (found != classes.end() && isItemModel(found->second.base, classes));
}

bool isTested(const std::string& model, const SourceTree& tree) {
    const std::regex word("\\b" + model + "\\b");
    const auto says = [](const SourceFile& file, const auto& is) {
        return std::ranges::any_of(file.lines, is);
    };
    return std::ranges::any_of(tree.sources, [&](const SourceFile& file) {
        return file.top() == "tests" &&
               says(file,
                    [](const auto& line) { return line.find("QAbstractItemModelTester") != line.npos; }) &&
               says(file, [&](const auto& line) { return std::regex_search(line, word); });
    });
}

} // namespace

Offences itemModelOffences(const SourceTree& tree) {
    const auto classes = classesOf(tree);
    std::set<std::string> bases;
    for (const auto& [name, declared] : classes)
        bases.insert(declared.base);
    Offences offences;
    for (const auto& [name, declared] : classes)
        if (!bases.contains(name) && isItemModel(name, classes) && !isTested(name, tree))
            offences.push_back(declared.file + ":" + std::to_string(declared.line) + ": no test has " + name +
                               " looked at by QAbstractItemModelTester");
    return offences;
}

} // namespace factline::architecture
