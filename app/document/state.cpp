// SPDX-License-Identifier: Apache-2.0
#include "document/state.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "contract/syntax_tree.h"
#include "diagram/carry_positions.h"
#include "diagram/sidecar.h"
#include "domain/lookup.h"

namespace factline::document {

namespace fs = std::filesystem;

namespace {

constexpr const char* untitledFile = "model.factline.yaml";

Snapshot stateOf(contract::ReadModel read, diagram::Positions positions) {
    auto base = std::make_shared<const contract::ReadModel>(std::move(read));
    return std::make_shared<const State>(State{base->model, std::move(positions), base});
}

} // namespace

const contract::SourceFile* Draft::find(const std::string& path) const {
    const auto found = std::ranges::find(files, path, &contract::SourceFile::path);
    return found == files.end() ? nullptr : &*found;
}

Result<contract::Written> textOf(const State& state) {
    // As opened or typed: nothing is to be worked out, however large it is.
    if (state.model == state.base->model) return contract::Written{state.base->files, {}};
    return contract::renderModel(*state.base, state.model);
}

std::vector<contract::SourceFile> withDraft(std::vector<contract::SourceFile> files,
                                            const std::optional<Draft>& draft) {
    for (auto& file : files)
        if (const contract::SourceFile* typed = draft ? draft->find(file.path) : nullptr) file = *typed;
    return files;
}

bool readsNoWorse(const contract::ReadModel& read, const contract::ReadModel& base) {
    for (std::uint32_t file = 0; file < read.sources.fileCount(); ++file)
        if (read.sources.tree(file).brokenFrom()) return false;
    // By their words: lines move while somebody types.
    std::multiset<Phrase> known;
    for (const auto& problem : base.problems)
        known.insert(problem.message);
    return std::ranges::all_of(read.problems, [&](const auto& problem) {
        const auto found = known.find(problem.message);
        if (found == known.end()) return false;
        known.erase(found);
        return true;
    });
}

bool sameFiles(const std::vector<contract::SourceFile>& a, const std::vector<contract::SourceFile>& b) {
    return std::ranges::equal(a, b, [](const auto& one, const auto& other) {
        return one.path == other.path && one.text == other.text;
    });
}

std::string sidecarBytes(const fs::path& file) {
    std::error_code error;
    const fs::path sidecar = diagram::sidecarOf(file);
    if (!fs::is_regular_file(sidecar, error)) return {};
    std::ifstream stream(sidecar, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Result<Opened> openFile(const fs::path& fileOrFolder) {
    auto read = contract::readModel(fileOrFolder);
    if (!read) return tl::unexpected(read.error());
    std::error_code ignored;
    const fs::path whole = fs::absolute(fileOrFolder, ignored);
    Opened opened;
    opened.file = fs::is_directory(whole, ignored) ? whole / read->files.front().path : whole;
    opened.disk = read->files;
    opened.sidecar = sidecarBytes(opened.file);
    auto positions = diagram::readPositions(diagram::sidecarOf(opened.file));
    if (!positions) opened.notices.push_back(positions.error().message);
    opened.state = stateOf(std::move(*read), positions ? std::move(*positions) : diagram::Positions{});
    opened.lookup = std::make_shared<const Lookup>(opened.state->model);
    return opened;
}

Opened openText(std::string text) {
    return {{}, {}, stateOf(contract::parseModel({{untitledFile, std::move(text)}}), {}), {}};
}

Shared<diagram::Positions> carriedPositions(const State& before, const Model& after) {
    diagram::Positions carried = diagram::carryPositions(*before.positions, before.model, after);
    return carried == *before.positions ? before.positions : Shared(std::move(carried));
}

} // namespace factline::document
