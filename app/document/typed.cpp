// SPDX-License-Identifier: Apache-2.0
#include "document/typed.h"

#include <algorithm>

#include "contract/reread.h"

namespace factline::document {

using contract::SourceFile;

namespace {

/// What a state was read from, brought to its own text where only a few contexts were edited since: what is
/// typed elsewhere is then the only change.
std::shared_ptr<const contract::ReadModel> nearest(const State& state, const std::vector<SourceFile>& said) {
    if (state.model == state.base->model) return state.base;
    auto own = contract::rereadContextsAs(*state.base, said, state.model);
    return own ? std::make_shared<const contract::ReadModel>(*std::move(own)) : state.base;
}

} // namespace

Result<Typed> readTyped(const Snapshot& snapshot, const std::vector<SourceFile>& said,
                        const std::string& path, const Shared<std::string>& text,
                        std::shared_ptr<const contract::ReadModel> near) {
    std::vector<SourceFile> files = snapshot ? withDraft(said, snapshot->draft) : said;
    const auto typed = std::ranges::find(files, path, &SourceFile::path);
    if (typed == files.end())
        return failure(ErrorCode::NotFound, Phrase::of("The model has no file {}; open it again.", path));
    if (typed->text == text) return Typed{snapshot};
    typed->text = text;

    State state = *snapshot;
    state.draft.reset();
    if (sameFiles(files, said)) return Typed{snapshot, std::move(state)};
    if (!near) near = nearest(*snapshot, said);
    auto read = contract::reread(*near, files);
    if (snapshot->model != near->model) read = contract::carryIds(snapshot->model, std::move(read));
    if (readsNoWorse(read, *snapshot->base)) {
        state.base = std::make_shared<const contract::ReadModel>(std::move(read));
        state.model = state.base->model;
        state.positions = carriedPositions(*snapshot, state.model);
    } else {
        Draft draft{{}, std::move(read.problems)};
        for (std::size_t i = 0; i < files.size(); ++i)
            if (files[i].text != said[i].text) draft.files.push_back(std::move(files[i]));
        state.draft = std::move(draft);
    }
    return Typed{snapshot, std::move(state)};
}

Result<Typed> readTyped(const Snapshot& snapshot, const Known& known, const std::string& path,
                        const Shared<std::string>& text) {
    if (known.says(*snapshot)) return readTyped(snapshot, known.read->files, path, text, known.read);
    const auto said = textOf(*snapshot);
    if (!said) return tl::unexpected(said.error());
    return readTyped(snapshot, said->files, path, text);
}

} // namespace factline::document
