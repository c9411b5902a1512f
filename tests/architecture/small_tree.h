// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <map>

#include <QString>
#include <QTemporaryDir>

#include "architecture/source_tree.h"

namespace factline::architecture {

/// A tree of a few files in a temporary folder, gone with the object.
class SmallTree {
public:
    explicit SmallTree(const std::map<std::string, std::string>& files) {
        for (const auto& [path, text] : files) {
            std::filesystem::create_directories((root() / path).parent_path());
            std::ofstream(root() / path) << text;
        }
    }
    std::filesystem::path root() const { return m_folder.path().toStdString(); }
    SourceTree read() const { return readTree(root()); }

private:
    QTemporaryDir m_folder;
};

/// All offences, one a line: what a failed comparison prints.
inline QString joined(const Offences& offences) {
    QString text;
    for (const std::string& offence : offences)
        text += QString::fromStdString(offence) + "\n";
    return text;
}

} // namespace factline::architecture
