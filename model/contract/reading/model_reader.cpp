// SPDX-License-Identifier: Apache-2.0
#include "contract/reading/model_reader.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "contract/encoding.h"
#include "contract/include.h"
#include "contract/parse_in_parts.h"
#include "contract/reading/special.h"
#include "contract/yaml.h"

namespace factline::contract {

namespace {

// What is found in lines that are no valid YAML, or about a word with bytes that are no text, follows from
// that, and says nothing new.
void addTrusted(const SyntaxTree& tree, std::vector<Problem> found, std::vector<Problem>& problems) {
    const bool allText = !findBadBytes(tree.text(), 0);
    const auto garbled = [&](const SourceRange& place) {
        if (allText) return false;
        const auto bad = findBadBytes(tree.text(), place.begin);
        return bad && bad->begin < place.end;
    };
    for (Problem& problem : found)
        if ((!tree.brokenFrom() || problem.place.begin < *tree.brokenFrom()) && !garbled(problem.place))
            problems.push_back(std::move(problem));
}

} // namespace

void ModelReader::add(SourceFile file) {
    const bool root = m_result.files.empty();
    m_result.files.push_back(file);
    std::vector<Problem> problems;
    auto tree = parseInParts(std::move(file), problems);
    const std::uint32_t number = m_result.sources.addFile(tree);
    if (!m_refused && problems.size() < maxProblems) {
        std::vector<Problem> readProblems;
        Reading in(*tree, number, readProblems, m_result.sources, m_nextId);
        const NodeIndex top = tree->root();
        if (top == noNode || in.isNull(top)) {
            if (problems.empty())
                problems.push_back(
                    {tree->rangeOf(0, 0), Phrase::of("The file is empty; begin it with factline: 1.")});
        } else if (in.node(top).kind != NodeKind::Mapping) {
            in.report(top, Phrase::of("A model is keys and values; begin it with factline: 1."));
        } else if (checkFormat(in, top)) {
            root ? readRoot(in, top) : readIncluded(in, top);
            leaveOutGivenElsewhere(in, m_result.model.claims, m_claimsChecked);
            leaveOutGivenElsewhere(in, m_result.model.contexts, m_contextsChecked);
        } else {
            m_refused = root;
        }
        addTrusted(*tree, std::move(readProblems), problems);
    }
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem& a, const Problem& b) { return a.place.begin < b.place.begin; });
    for (Problem& problem : problems)
        if (m_result.problems.size() <= maxProblems) m_result.problems.push_back(std::move(problem));
}

// Whether the file is of a format that this program reads.
bool ModelReader::checkFormat(Reading& in, NodeIndex root) {
    const NodeIndex value = in.tree.find(root, formatKey);
    if (value == noNode) {
        in.reportAt(in.tree.rangeOf(0, 0), Phrase::of("The file does not say which format it is in; "
                                                      "begin it with {}: {}.",
                                                      formatKey, formatVersion));
        return true;
    }
    const std::string_view text = in.tree.scalar(value);
    const bool plain = in.node(value).kind == NodeKind::Scalar && in.node(value).style == NodeStyle::Plain;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = plain && end == text.data() + text.size() && error != std::errc::invalid_argument;
    if (whole && error == std::errc() && number == formatVersion) return true;
    if (whole && (number > formatVersion || error == std::errc::result_out_of_range)) {
        in.report(value,
                  Phrase::of("The file is in format {}, which is newer than this program, which reads format "
                             "{}; update Factline.",
                             text, formatVersion));
        return false;
    }
    in.key = formatKey;
    in.wrong(value, Phrase::of("the number {}, the format this program reads", formatVersion));
    return true;
}

void ModelReader::readRoot(Reading& in, NodeIndex root) {
    Model& model = m_result.model;
    auto seen = detail::noneSeen<fieldCount<Model>>();
    NodeIndex format = noNode;
    in.eachEntry(root, [&](std::string_view key, NodeIndex keyNode, NodeIndex value) {
        if (key == formatKey) {
            if (format != noNode) in.givenTwice(keyNode, format);
            format = keyNode;
            return;
        }
        if (detail::readMatching(in, key, keyNode, value, model, seen) || key.starts_with("x-")) return;
        static constexpr auto known = keysOf<Model>();
        in.unknownKey(keyNode, Fields<Model>::noun, known);
    });
}

void ModelReader::readIncluded(Reading& in, NodeIndex root) {
    const auto& known = Fields<Model>::shared;
    auto seen = detail::noneSeen<fieldCount<Model>>();
    NodeIndex format = noNode;
    in.eachEntry(root, [&](std::string_view key, NodeIndex keyNode, NodeIndex value) {
        if (key == formatKey) {
            if (format != noNode) in.givenTwice(keyNode, format);
            format = keyNode;
        } else if (std::find(known.begin(), known.end(), key) != known.end()) {
            detail::readMatching(in, key, keyNode, value, m_result.model, seen);
        } else if (static constexpr auto all = keysOf<Model>();
                   std::find(all.begin(), all.end(), key) != all.end()) {
            in.report(keyNode,
                      Phrase::of("`{}` belongs in the root file {}; an included file holds claims, contexts, "
                                 "audiences, hotspots and waivers only.",
                                 key, m_result.files.front().path));
        } else if (!key.starts_with("x-")) {
            in.unknownKey(keyNode, Phrase::words("An included file"), known);
        }
    });
}

// Of a context or claim that several files give, the first one counts; the others would only add findings
// about a name that is taken.
template<typename T>
void ModelReader::leaveOutGivenElsewhere(Reading& in, std::vector<Shared<T>>& elements,
                                         std::size_t& checked) {
    constexpr bool isClaim = std::is_same_v<T, Claim>;
    if (m_result.model.include.empty() && m_result.files.size() == 1) return;
    const auto givenElsewhere = [&](const Shared<T>& element) {
        const auto place = m_result.sources.locate(element->id);
        if (!place) return false;
        const SourceRange range = m_result.sources.tree(place->file).range(place->key);
        const auto [first, added] = m_firstGiven.try_emplace(
            std::string(isClaim ? "claim " : "context ") + element->name, place->file, range);
        if (added || first->second.first == place->file) return false;
        const SourceRange& other = first->second.second;
        const std::string at = fmt::format("{}:{}:{}", other.file, other.line, other.column);
        in.reportAt(range, isClaim
                               ? Phrase::of("The claim `{}` is already given in {}, which counts; this one "
                                            "is left out. Keep it in one of the two files.",
                                            element->name, at)
                               : Phrase::of("The context `{}` is already given in {}, which counts; this one "
                                            "is left out. Keep it in one of the two files.",
                                            element->name, at));
        m_result.sources.removeInside(*place);
        return true;
    };
    const auto fresh = elements.begin() + static_cast<std::ptrdiff_t>(checked);
    elements.erase(std::remove_if(fresh, elements.end(), givenElsewhere), elements.end());
    checked = elements.size();
}

void ModelReader::reportInclude(std::size_t index, Phrase message) {
    m_explained.insert(index);
    const SourceRange place = m_result.sources.find(ElementId{}, fmt::format("include[{}]", index));
    m_result.problems.push_back({place, std::move(message)});
}

void ModelReader::checkPatterns() {
    const auto& all = patterns();
    if (all.size() > maxPatterns)
        reportInclude(
            maxPatterns,
            Phrase::of("More than {} patterns; let one stand for several files with *.", maxPatterns));
    for (std::size_t i = 0; i < all.size() && i < maxPatterns; ++i) {
        if (const auto objection = objectionTo(all[i])) {
            reportInclude(i, *objection);
            continue;
        }
        const bool met = m_explained.contains(i) ||
                         std::any_of(m_result.files.begin() + 1, m_result.files.end(),
                                     [&](const SourceFile& file) { return matches(all[i], file.path); });
        if (met) continue;
        if (matches(all[i], m_result.files.front().path))
            reportInclude(i, Phrase::of("`{}` matches only this file itself, which is not included again; "
                                        "name the files it is to include, or take the pattern away.",
                                        all[i]));
        else
            reportInclude(i,
                          Phrase::of("No file matches `{}`; create one, or take the pattern away.", all[i]));
    }
}

ReadModel ModelReader::finish() {
    if (!m_result.files.empty()) checkPatterns();
    auto& problems = m_result.problems;
    // Files come in order but for what is said at the root's include in the end.
    const std::string root = m_result.files.empty() ? std::string() : m_result.files.front().path;
    const auto inRoot = std::stable_partition(
        problems.begin(), problems.end(), [&](const Problem& problem) { return problem.place.file == root; });
    std::stable_sort(problems.begin(), inRoot,
                     [](const Problem& a, const Problem& b) { return a.place.begin < b.place.begin; });
    if (problems.size() > maxProblems) {
        problems.resize(maxProblems);
        problems.push_back(
            {problems.back().place, Phrase::of("There are more problems; these are the first 1000.")});
    }
    m_result.model.nextId = m_nextId;
    return std::move(m_result);
}

} // namespace factline::contract
