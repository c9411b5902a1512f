// SPDX-License-Identifier: Apache-2.0
#include "document/state.h"

#include "diagram/sidecar.h"

namespace factline::document {

namespace fs = std::filesystem;

namespace {

constexpr const char* untitledFile = "model.factline.yaml";

Snapshot stateOf(contract::ReadModel read, diagram::Positions positions) {
    auto base = std::make_shared<const contract::ReadModel>(std::move(read));
    return std::make_shared<const State>(State{base->model, std::move(positions), base});
}

} // namespace

Result<contract::Written> textOf(const State& state) {
    return contract::renderModel(*state.base, state.model);
}

Result<Opened> openFile(const fs::path& fileOrFolder) {
    auto read = contract::readModel(fileOrFolder);
    if (!read) return tl::unexpected(read.error());
    std::error_code ignored;
    const fs::path whole = fs::absolute(fileOrFolder, ignored);
    Opened opened;
    opened.file = fs::is_directory(whole, ignored) ? whole / read->files.front().path : whole;
    opened.disk = read->files;
    auto positions = diagram::readPositions(diagram::sidecarOf(opened.file));
    if (!positions) opened.notices.push_back(positions.error().message);
    opened.state = stateOf(std::move(*read), positions ? std::move(*positions) : diagram::Positions{});
    return opened;
}

Opened openText(std::string text) {
    return {{}, {}, stateOf(contract::parseModel({{untitledFile, std::move(text)}}), {}), {}};
}

} // namespace factline::document
