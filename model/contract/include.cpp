// SPDX-License-Identifier: Apache-2.0
#include "contract/include.h"

#include <algorithm>
#include <set>

namespace factline::contract {

namespace fs = std::filesystem;

namespace {

std::vector<std::string_view> parts(std::string_view path) {
    std::vector<std::string_view> result;
    while (true) {
        const std::size_t slash = path.find('/');
        result.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return result;
        path.remove_prefix(slash + 1);
    }
}

// Linear in practice: only the last star is ever tried again.
bool partMatches(std::string_view pattern, std::string_view name) {
    std::size_t p = 0;
    std::size_t n = 0;
    std::size_t star = std::string_view::npos;
    std::size_t tried = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            tried = n;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
            ++p;
            ++n;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            n = ++tried;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool isInside(const fs::path& path, const fs::path& folder) {
    const auto [rest, end] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    (void)end;
    return rest == folder.end();
}

class Finder {
public:
    explicit Finder(fs::path folder, fs::path realFolder)
        : m_folder(std::move(folder))
        , m_realFolder(std::move(realFolder)) {}

    Result<Matches> find(std::string_view pattern) {
        const auto wanted = parts(pattern);
        if (auto error = descend(wanted, 0, "")) return tl::unexpected<Error>(*error);
        std::sort(m_found.files.begin(), m_found.files.end());
        std::sort(m_found.refused.begin(), m_found.refused.end());
        std::sort(m_found.folders.begin(), m_found.folders.end());
        return std::move(m_found);
    }

private:
    std::optional<Error> descend(const std::vector<std::string_view>& wanted, std::size_t depth,
                                 const std::string& below) {
        std::error_code error;
        m_found.folders.push_back(below);
        for (fs::directory_iterator it(m_folder / below, error), end; !error && it != end;
             it.increment(error)) {
            const std::string name = it->path().filename().string();
            if (!partMatches(wanted[depth], name)) continue;
            if (name.starts_with('.') && !wanted[depth].starts_with('.')) continue;
            const std::string path = (fs::path(below) / name).generic_string();
            std::error_code ignored;
            const bool last = depth + 1 == wanted.size();
            if (last ? !it->is_regular_file(ignored) : !it->is_directory(ignored)) continue;
            if (!isInside(fs::weakly_canonical(it->path(), ignored), m_realFolder)) {
                m_found.refused.push_back(
                    last ? Phrase::of("`{}` is a link that leads out of the model's folder, so it is left "
                                      "out; put the file itself there.",
                                      path)
                         : Phrase::of("`{}` is a link that leads out of the model's folder, so it is left "
                                      "out; put the folder itself there.",
                                      path));
            } else if (!last) {
                if (auto deeper = descend(wanted, depth + 1, path)) return deeper;
            } else if (m_found.files.size() >= maxFiles) {
                return Error{ErrorCode::LimitExceeded,
                             Phrase::of("More than {} files match; include fewer.", maxFiles)};
            } else {
                m_found.files.push_back(path);
            }
        }
        return std::nullopt;
    }

    fs::path m_folder;
    fs::path m_realFolder;
    Matches m_found;
};

} // namespace

std::optional<Phrase> objectionTo(std::string_view pattern) {
    if (pattern.empty())
        return Phrase::of("An empty pattern includes nothing; write one like contexts/*.factline.yaml.");
    if (pattern.starts_with('/') || (pattern.size() > 1 && pattern[1] == ':'))
        return Phrase::of("`{}` is an absolute path; a model includes files of its own folder only.",
                          pattern);
    if (pattern.find('\\') != std::string_view::npos)
        return Phrase::of("`{}` has a backslash; write / between folders.", pattern);
    for (const std::string_view part : parts(pattern)) {
        if (part == "..")
            return Phrase::of(
                "`{}` leads out of the model's folder; a model includes files of its own folder only.",
                pattern);
        if (part.empty() || part == ".")
            return Phrase::of("`{}` has an empty part; write it like contexts/*.factline.yaml.", pattern);
    }
    if (std::count(pattern.begin(), pattern.end(), '/') > 16)
        return Phrase::of("`{}` goes more than 16 folders deep; put the files nearer.", pattern);
    return std::nullopt;
}

bool matches(std::string_view pattern, std::string_view path) {
    const auto wanted = parts(pattern);
    const auto given = parts(path);
    return std::equal(wanted.begin(), wanted.end(), given.begin(), given.end(), partMatches);
}

Result<Matches> filesMatching(const fs::path& folder, std::string_view pattern) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(folder, error);
    if (error)
        return failure(ErrorCode::NotFound, Phrase::of("The folder {} cannot be read.", folder.string()));
    return Finder(folder, real).find(pattern);
}

std::vector<std::string> foldersOf(const fs::path& folder, const std::vector<std::string>& patterns) {
    std::set<std::string> all;
    for (std::size_t i = 0; i < patterns.size() && i < maxPatterns; ++i) {
        if (objectionTo(patterns[i])) continue;
        if (const auto found = filesMatching(folder, patterns[i]))
            all.insert(found->folders.begin(), found->folders.end());
    }
    return {all.begin(), all.end()};
}

} // namespace factline::contract
