// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/state.h"

namespace factline::document {

/// One state as the history keeps it: whole while the document is in it, else without the files that it was
/// read from where these are long; of them only what is different from those of the state next to it is kept.
/// The same files some dozen times would take more memory than all else.
class Kept {
public:
    using Files = std::vector<contract::SourceFile>;

    explicit Kept(Snapshot state)
        : m_state(std::move(state)) {}

    /// Where it rests its `base` is null.
    const Snapshot& state() const { return m_state; }
    void replace(Snapshot state) { m_state = std::move(state); }
    bool rests() const { return m_rest.has_value(); }

    /// The document goes on to a state next to it, which was read from these.
    void rest(const std::shared_ptr<const contract::ReadModel>& next);
    /// The document comes back from there.
    void wake(const std::shared_ptr<const contract::ReadModel>& next);
    /// As it would wake, where the state next to it has those files. `near`: of any state with nearly the
    /// same.
    Snapshot whole(const std::shared_ptr<const contract::ReadModel>& near, const Files& next) const;
    /// Its files, out of those of the state next to it.
    Files files(const Files& next) const;
    /// Another state is next to it from now on.
    void lean(const Files& before, const Files& now);
    /// Whether it has the same files as the state next to it.
    bool hasFilesOf(const Files& next) const { return sameFiles(files(next), next); }

private:
    struct Patch {
        std::size_t begin = 0, end = 0; ///< bytes of the other file that are replaced
        std::string text;
    };
    struct Rest {
        Model read;                 ///< what the files say
        std::vector<Patch> patches; ///< by file
    };
    static std::vector<Patch> patchesTo(const Files& files, const Files& next);

    Snapshot m_state;
    std::optional<Rest> m_rest;
};

} // namespace factline::document
