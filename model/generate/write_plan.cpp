// SPDX-License-Identifier: Apache-2.0
#include "generate/write_plan.h"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/in_parallel.h"
#include "base/write_protection.h"
#include "generate/sha256.h"
#include "generate/store_file.h"

namespace factline::generate {

namespace fs = std::filesystem;

namespace {

using Hashes = std::map<std::string, std::string>;

/// What one file comes to: mostly one step, and what the manifest is to say.
struct Judged {
    std::vector<Step> steps;
    std::vector<std::pair<std::string, std::string>> hashes;
    std::optional<Error> problem;

    void take(std::string path, Fate fate, Phrase note = {}) {
        steps.push_back({{std::move(path), fate, std::move(note)}});
    }
    void write(std::string path, Fate fate, std::string_view content) {
        steps.push_back({{std::move(path), fate, {}}, content});
    }
    void remember(std::string path, std::string hash) {
        hashes.emplace_back(std::move(path), std::move(hash));
    }
};

/// The folders that a run is about.
class Scope {
public:
    explicit Scope(const std::vector<std::string>& folders)
        : m_folders(folders.begin(), folders.end()) {}

    bool holds(std::string_view path) const {
        if (m_folders.empty()) return true;
        const auto first = path.find('/');
        if (first == std::string_view::npos) return false;
        if (m_folders.contains(path.substr(0, first + 1))) return true;
        const auto second = path.find('/', first + 1);
        if (second == std::string_view::npos) return false;
        return m_folders.contains(path.substr(0, second + 1)) ||
               m_folders.contains('*' + std::string(path.substr(first, second + 1 - first)));
    }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_set<std::string, Hash, std::equal_to<>> m_folders;
};

/// What one thread looks into the folder with, and how it hashes. Contexts and languages have many texts in
/// common, under one name: the last of each name is not hashed again.
class Desk {
public:
    explicit Desk(const fs::path& folder)
        : store(folder) {}

    StoreFolder store;

    /// `file` has to outlive the desk.
    const std::string& hashOf(const GeneratedFile& file) {
        const auto name = std::string_view(file.path).substr(file.path.rfind('/') + 1);
        Hashed& last = m_last[name];
        if (last.hash.empty() || last.text != file.content) last = {file.content, sha256(file.content)};
        return last.hash;
    }

private:
    struct Hashed {
        std::string_view text;
        std::string hash;
    };
    std::unordered_map<std::string_view, Hashed> m_last;
};

/// What stands in the way of a file's new text: it goes beside.
void refuse(Judged& judged, const GeneratedFile& file, const std::string& hash, const Phrase& why,
            const std::string& onDisk, const std::optional<std::string>& beside) {
    judged.take(file.path, Fate::Refused, Phrase::of("{}; the new text is in {}.new", why, file.path));
    if (onDisk == file.content) return;
    const std::string aside = file.path + ".new";
    judged.remember(aside, hash);
    if (beside != file.content)
        judged.write(aside, beside ? Fate::Changed : Fate::Created, file.content);
    else
        judged.take(aside, Fate::Unchanged);
}

bool isInName(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<signed char>(c) < 0;
}

bool hasWord(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !isInName(text[at - 1])) && (end == text.size() || !isInName(text[end]))) return true;
    }
    return false;
}

/// Why a handler stays as it is, and which events the model has come to have since it was written.
Phrase newFor(const GeneratedFile& handler, std::string_view onDisk) {
    std::vector<std::string_view> lacking;
    for (const std::string& word : handler.handles)
        if (!hasWord(onDisk, word)) lacking.push_back(word);
    return lacking.empty() ? Phrase::of("handlers are yours")
                           : Phrase::of("handlers are yours; new, and for you to write: {}",
                                        fmt::format("{}", fmt::join(lacking, ", ")));
}

Judged judge(Desk& desk, const fs::path& folder, const GeneratedFile& file, const Hashes& before) {
    Judged judged;
    const auto current = desk.store.read(file.path);
    if (!current) {
        judged.problem = current.error();
        return judged;
    }
    const auto known = before.find(file.path);
    if (!current->has_value()) {
        // A handler that was written once and is gone was deleted on purpose or by accident; scaffold it
        // again.
        judged.write(file.path, Fate::Created, file.content);
        judged.remember(file.path, desk.hashOf(file));
    } else if (**current == file.content) {
        judged.take(file.path, Fate::Unchanged);
        judged.remember(file.path, desk.hashOf(file));
    } else if (file.ownership == Ownership::Handler) {
        judged.take(file.path, Fate::Kept, newFor(file, **current));
        if (known != before.end()) judged.remember(file.path, known->second);
    } else {
        const bool ours = known != before.end() && known->second == sha256(**current);
        if (ours && !isWriteProtected(folder / file.path)) {
            judged.write(file.path, Fate::Changed, file.content);
            judged.remember(file.path, desk.hashOf(file));
            return judged;
        }
        const auto beside = desk.store.read(file.path + ".new");
        if (!beside) {
            judged.problem = beside.error();
            return judged;
        }
        if (known != before.end()) judged.remember(file.path, known->second);
        refuse(judged, file, desk.hashOf(file),
               known == before.end() ? Phrase::of("not written by us")
               : ours                ? Phrase::of("write-protected")
                                     : Phrase::of("edited by hand"),
               **current, *beside);
    }
    return judged;
}

/// What becomes of a file from an earlier run that is no longer generated.
Judged judgeStale(StoreFolder& store, const fs::path& folder, const std::string& path,
                  const std::string& hash) {
    Judged judged;
    const auto current = store.read(path);
    if (!current) judged.problem = current.error();
    if (!current || !current->has_value()) return judged;
    const bool untouched = sha256(**current) == hash;
    if (untouched && !isWriteProtected(folder / path)) {
        judged.steps.push_back(
            {{path, Fate::Removed, Phrase::of("no longer generated")}, std::nullopt, true});
        return judged;
    }
    judged.take(path, Fate::Kept,
                Phrase::of("no longer generated, but {}; remove it yourself",
                           untouched ? Phrase::of("write-protected") : Phrase::of("edited by hand")));
    judged.remember(path, hash);
    return judged;
}

Result<void> add(Plan& plan, Judged judged) {
    if (judged.problem) return tl::unexpected(std::move(*judged.problem));
    for (auto& [path, hash] : judged.hashes)
        plan.manifest.files.insert_or_assign(std::move(path), std::move(hash));
    std::ranges::move(judged.steps, std::back_inserter(plan.steps));
    return {};
}

std::vector<Judged> judgeAll(const fs::path& folder, const std::vector<GeneratedFile>& files,
                             const Hashes& before, const Watch& watch) {
    constexpr std::size_t stretchLength = 64; // files in a row mostly lie in one folder
    const std::size_t stretches = (files.size() + stretchLength - 1) / stretchLength;
    std::vector<Judged> all(files.size());
    std::vector<Desk> desks(workersFor(stretches), Desk(folder));
    std::atomic<std::size_t> count = 0;
    inParallel(stretches, [&](std::size_t stretch, std::size_t worker) {
        const std::size_t end = std::min((stretch + 1) * stretchLength, files.size());
        for (std::size_t i = stretch * stretchLength; i < end && !watch.stop.stop_requested(); ++i) {
            all[i] = judge(desks[worker], folder, files[i], before);
            if (watch.progress) watch.progress(++count, files.size());
        }
    });
    return all;
}

} // namespace

Result<Plan> planWriting(const fs::path& folder, const std::vector<GeneratedFile>& files,
                         const Hashes& before, const std::vector<std::string>& scope, const Watch& watch) {
    std::unordered_set<std::string> wanted;
    wanted.reserve(files.size());
    const auto twice = [](std::string_view path) {
        return failure(ErrorCode::InvalidArgument,
                       Phrase::of("Two generated files want the path {}. Rename one of the elements.", path));
    };
    for (const GeneratedFile& file : files)
        if (!wanted.insert(file.path).second) return twice(file.path);
    Plan plan;
    plan.steps.reserve(files.size());
    for (Judged& judged : judgeAll(folder, files, before, watch)) {
        // A new text may stand beside a file that is refused.
        for (std::size_t i = 1; i < judged.steps.size(); ++i)
            if (const std::string& path = judged.steps[i].file.path; !wanted.insert(path).second)
                return twice(path);
        if (const auto added = add(plan, std::move(judged)); !added) return tl::unexpected(added.error());
    }
    if (watch.stop.stop_requested())
        return failure(ErrorCode::Cancelled, Phrase::of("Comparing was cancelled."));
    const Scope around(scope);
    StoreFolder store(folder);
    for (const auto& [path, hash] : before) {
        if (wanted.contains(path)) continue;
        if (!around.holds(path)) {
            plan.manifest.files[path] = hash;
            continue;
        }
        if (const auto added = add(plan, judgeStale(store, folder, path, hash)); !added)
            return tl::unexpected(added.error());
    }
    std::ranges::sort(plan.steps, {}, [](const Step& step) -> const std::string& { return step.file.path; });
    return plan;
}

} // namespace factline::generate
