// SPDX-License-Identifier: Apache-2.0
#include "document/kept.h"

#include <algorithm>

#include "contract/reread.h"
#include "contract/text_change.h"

namespace factline::document {

namespace {

constexpr std::size_t longText = 500'000; ///< bytes of all files; below it they are kept as they are

bool areLong(const Kept::Files& files) {
    std::size_t bytes = 0;
    for (const auto& file : files)
        bytes += file.text->size();
    return bytes > longText;
}

} // namespace

std::vector<Kept::Patch> Kept::patchesTo(const Files& files, const Files& next) {
    std::vector<Patch> patches;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto changed = contract::changeOf(*next[i].text, *files[i].text);
        patches.push_back({changed.begin, changed.end,
                           files[i].text->substr(changed.begin, changed.newEnd - changed.begin)});
    }
    return patches;
}

Kept::Files Kept::files(const Files& next) const {
    if (!m_rest) return m_state->base->files;
    Files files = next;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const Patch& patch = m_rest->patches[i];
        if (patch.begin == patch.end && patch.text.empty()) continue; // the same, and still shared
        std::string text = *files[i].text;
        text.replace(patch.begin, patch.end - patch.begin, patch.text);
        files[i].text = std::move(text);
    }
    return files;
}

void Kept::rest(const std::shared_ptr<const contract::ReadModel>& next) {
    using contract::SourceFile;
    if (m_rest || !m_state || !m_state->base || !next) return;
    const contract::ReadModel& base = *m_state->base;
    // With problems in it all of it would have to be read again on the way back.
    if (!base.problems.empty() || !areLong(base.files) ||
        !std::ranges::equal(base.files, next->files, {}, &SourceFile::path, &SourceFile::path))
        return;
    m_rest = Rest{base.model, patchesTo(base.files, next->files)};
    State state = *m_state;
    state.base = nullptr;
    m_state = std::make_shared<const State>(std::move(state));
}

Snapshot Kept::whole(const std::shared_ptr<const contract::ReadModel>& near, const Files& next) const {
    if (!m_rest) return m_state;
    State state = *m_state;
    Files mine = files(next);
    if (m_rest->read == near->model && sameFiles(mine, near->files))
        state.base = near;
    else
        state.base = std::make_shared<const contract::ReadModel>(
            contract::rereadAs(*near, std::move(mine), m_rest->read));
    return std::make_shared<const State>(std::move(state));
}

void Kept::wake(const std::shared_ptr<const contract::ReadModel>& next) {
    m_state = whole(next, next->files);
    m_rest.reset();
}

void Kept::lean(const Files& before, const Files& now) {
    if (m_rest) m_rest->patches = patchesTo(files(before), now);
}

} // namespace factline::document
