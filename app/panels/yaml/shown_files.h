// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "base/finding.h"
#include "panels/yaml/line_mark.h"
#include "viewmodels/line_diff.h"
#include "viewmodels/text_places.h"

namespace factline::panels {

/// The model's files as the editor has them, or would, one of them open; and where the elements stand in
/// them, going by the text that was understood last.
class ShownFiles {
public:
    const std::vector<contract::SourceFile>& all() const { return m_files; }
    const std::string& path() const { return m_path; }
    void open(std::string path) { m_path = std::move(path); }
    /// Null: there is none of that path, or none is open.
    const contract::SourceFile* find(const std::string& path) const;
    const contract::SourceFile* current() const { return find(m_path); }

    /// Other files; gives those before.
    std::vector<contract::SourceFile> take(std::vector<contract::SourceFile> files) {
        return std::exchange(m_files, std::move(files));
    }
    /// What was typed into the open one.
    void type(const Shared<std::string>& text);
    void takePlaces(viewmodels::TextPlaces places) { m_places = std::move(places); }
    const viewmodels::TextPlaces& places() const { return m_places; }

    /// The element at a line of the open file.
    ElementId at(int line) const;
    /// The file an element stands in; null: not known.
    const std::string* fileOf(ElementId id) const;
    /// Its first and last line in the open file, which has to be the one it stands in.
    std::pair<int, int> linesOf(ElementId id) const;
    /// A mark in the open file.
    LineMark mark(const SourceRange& place, const QString& text, Severity severity) const;
    /// What could not be read and what the rules say, in the open file.
    std::vector<LineMark> marks(const std::vector<contract::Problem>& problems,
                                const std::vector<Finding>& findings) const;

private:
    std::optional<std::uint32_t> fileNumber() const;
    std::vector<viewmodels::Hunk> readToShown(std::uint32_t file) const;

    std::vector<contract::SourceFile> m_files;
    std::string m_path;
    viewmodels::TextPlaces m_places;
};

} // namespace factline::panels
