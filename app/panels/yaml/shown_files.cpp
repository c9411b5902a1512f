// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/shown_files.h"

#include <algorithm>

#include "picture/text.h"

namespace factline::panels {

namespace {

using contract::SourceFile;
using picture::toQString;

constexpr std::size_t mostMarks = 200; ///< waves below the text; the list has all of them

} // namespace

const SourceFile* ShownFiles::find(const std::string& path) const {
    const auto found = std::ranges::find(m_files, path, &SourceFile::path);
    return found == m_files.end() ? nullptr : &*found;
}

void ShownFiles::type(const Shared<std::string>& text) {
    const auto found = std::ranges::find(m_files, m_path, &SourceFile::path);
    if (found != m_files.end()) found->text = text;
}

/// Of the open file among those that were read.
std::optional<std::uint32_t> ShownFiles::fileNumber() const {
    if (!m_places.read()) return std::nullopt;
    const auto& files = m_places.read()->files;
    const auto found = std::ranges::find(files, m_path, &SourceFile::path);
    if (found == files.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - files.begin());
}

/// How lines moved between the text that was understood last and what stands in the editor.
std::vector<viewmodels::Hunk> ShownFiles::readToShown(std::uint32_t file) const {
    const Shared<std::string>& before = m_places.read()->files[file].text;
    const SourceFile* shown = current();
    if (!shown || shown->text == before) return {};
    return viewmodels::textDiff(*before, *shown->text);
}

ElementId ShownFiles::at(int line) const {
    const auto file = fileNumber();
    if (!file) return {};
    return m_places.at(*file, viewmodels::lineBefore(readToShown(*file), static_cast<std::size_t>(line)));
}

const std::string* ShownFiles::fileOf(ElementId id) const {
    const auto place = m_places.find(id);
    return place ? &m_places.read()->files[place->file].path : nullptr;
}

std::pair<int, int> ShownFiles::linesOf(ElementId id) const {
    const auto place = m_places.find(id);
    if (!place) return {-1, -1};
    const auto hunks = readToShown(place->file);
    return {static_cast<int>(viewmodels::lineAfter(hunks, place->first)),
            static_cast<int>(viewmodels::lineAfter(hunks, place->last))};
}

LineMark ShownFiles::mark(const SourceRange& place, const QString& text, Severity severity) const {
    const SourceFile* shown = current();
    return markAt(viewmodels::linesOf(shown ? std::string_view(*shown->text) : std::string_view()), place,
                  text, severity);
}

std::vector<LineMark> ShownFiles::marks(const std::vector<contract::Problem>& problems,
                                        const std::vector<Finding>& findings) const {
    std::vector<LineMark> marks;
    const SourceFile* shown = problems.empty() ? nullptr : current();
    const auto lines = viewmodels::linesOf(shown ? std::string_view(*shown->text) : std::string_view());
    for (const contract::Problem& problem : problems)
        if (problem.place.file == m_path && marks.size() < mostMarks)
            marks.push_back(markAt(lines, problem.place, toQString(problem.message), Severity::Error));
    const auto file = fileNumber();
    if (!file || findings.empty()) return marks;
    const auto hunks = readToShown(*file);
    const auto& sources = m_places.read()->sources;
    for (const Finding& finding : findings) {
        if (!finding.at || !sources.locate(finding.at)) continue;
        const SourceRange place = sources.find(finding.at, finding.field);
        if (place.file != m_path || place.line == 0) continue;
        marks.push_back({.line = static_cast<int>(viewmodels::lineAfter(hunks, place.line - 1)),
                         .severity = finding.severity,
                         .text = toQString(finding.message)});
    }
    return marks;
}

} // namespace factline::panels
