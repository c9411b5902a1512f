// SPDX-License-Identifier: Apache-2.0
#include "generate/store_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace factline::generate {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> leadsOut(const std::string& path) {
    return failure(ErrorCode::Refused,
                   Phrase::of("{} is or goes through a symbolic link that leads out of the output "
                              "folder. Remove the link, or choose another folder.",
                              path));
}

tl::unexpected<Error> failed(Phrase::Pattern<2> said, const std::string& path,
                             const std::error_code& problem) {
    return failure(ErrorCode::External, Phrase::of(said, path, problem.message()));
}

std::error_code lastProblem() {
    return {errno, std::generic_category()};
}

/// An open file; closed at the end.
class OpenFile {
public:
    OpenFile(const fs::path& place, int flags)
        : m_file(::open(place.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0666)) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (m_file >= 0) ::close(m_file);
    }

    bool isOpen() const { return m_file >= 0; }
    int file() const { return m_file; }

    bool write(std::string_view content) const {
        while (!content.empty()) {
            const auto written = ::write(m_file, content.data(), content.size());
            if (written < 0 && errno != EINTR) return false;
            if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }

    bool read(std::string& content, std::size_t expected) const {
        content.resize(expected + 1); // one more, so that the end is seen at once
        std::size_t size = 0;
        for (;;) {
            const auto got = ::read(m_file, content.data() + size, content.size() - size);
            if (got < 0 && errno != EINTR) return false;
            if (got == 0) break;
            if (got > 0) size += static_cast<std::size_t>(got);
            if (size == content.size()) content.resize(2 * size);
        }
        content.resize(size);
        return true;
    }

    bool close() { return ::close(std::exchange(m_file, -1)) == 0; }

private:
    int m_file;
};

/// Writes a file that is not there yet; what was left there by a run that was broken off goes.
std::error_code writeNew(const fs::path& place, std::string_view content) {
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL;
    std::optional<OpenFile> file(std::in_place, place, flags);
    if (!file->isOpen() && errno == EEXIST) {
        std::error_code ignored;
        fs::remove(place, ignored);
        file.emplace(place, flags);
    }
    if (!file->isOpen()) return lastProblem();
    if (file->write(content) && file->close()) return {};
    const auto problem = lastProblem();
    std::error_code ignored;
    fs::remove(place, ignored);
    return problem;
}

std::string parentOf(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

} // namespace

bool staysInside(std::string_view path) {
    if (path.empty() || path.size() > 4000 || path.front() == '/') return false;
    if (std::ranges::any_of(
            path, [](char c) { return static_cast<unsigned char>(c) < 32 || c == '\\' || c == ':'; }))
        return false;
    for (std::size_t start = 0; start <= path.size();) {
        const auto end = std::min(path.find('/', start), path.size());
        const auto part = path.substr(start, end - start);
        if (part.empty() || part == "." || part == "..") return false;
        start = end + 1;
    }
    return true;
}

StoreFolder::StoreFolder(fs::path folder)
    : m_folder(std::move(folder)) {}

Result<StoreFolder::Way> StoreFolder::wayTo(const std::string& path) {
    const std::string parent = parentOf(path);
    if (const auto known = m_ways.find(parent); known != m_ways.end()) return known->second;
    auto way = lookAt(parent, path);
    if (way) m_ways.emplace(parent, *way);
    return way;
}

/// Whether every folder on the way is one, and inside.
Result<StoreFolder::Way> StoreFolder::lookAt(const std::string& parent, const std::string& path) const {
    std::error_code problem;
    const fs::path home = fs::weakly_canonical(m_folder, problem);
    if (problem)
        return failed(
            Phrase::clause(
                "{} could not be reached ({}). Free the space or the rights it takes and generate again."),
            m_folder.generic_string(), problem);
    fs::path at = m_folder;
    for (const auto& part : fs::path(parent)) {
        at /= part;
        const auto status = fs::symlink_status(at, problem);
        if (status.type() == fs::file_type::not_found) return Way::NotThere;
        if (status.type() == fs::file_type::symlink) {
            const auto target = fs::weakly_canonical(at, problem);
            const auto inside = target.lexically_relative(home);
            if (problem || inside.empty() || *inside.begin() == "..") return leadsOut(path);
        }
        if (!fs::is_directory(at, problem))
            return failure(ErrorCode::Refused,
                           Phrase::of("{} is in the way of {}: it is no folder. Move it away.",
                                      at.lexically_relative(m_folder).generic_string(), path));
    }
    return Way::Open;
}

Result<std::optional<std::string>> StoreFolder::read(const std::string& path) {
    const auto way = wayTo(path);
    if (!way) return tl::unexpected(way.error());
    if (*way == Way::NotThere) return std::optional<std::string>();
    const OpenFile file(m_folder / path, O_RDONLY | O_NONBLOCK); // nobody need write into a pipe
    const int why = file.isOpen() ? 0 : errno;
    if (why == ENOENT) return std::optional<std::string>();
    if (why == ELOOP) return leadsOut(path);
    struct stat about {};
    const bool known = file.isOpen() && ::fstat(file.file(), &about) == 0;
    if (why == ENXIO || (known && !S_ISREG(about.st_mode))) // a socket; a pipe, a folder
        return failure(ErrorCode::Refused,
                       Phrase::of("{} is in the way: it is no plain file. Move it away.", path));
    std::string text;
    if (!known || !file.read(text, static_cast<std::size_t>(about.st_size)))
        return failed(
            Phrase::clause(
                "{} could not be read ({}). Free the space or the rights it takes and generate again."),
            path, lastProblem());
    return std::optional<std::string>(std::move(text));
}

Result<void> StoreFolder::write(const std::string& path, std::string_view content) {
    const auto way = wayTo(path);
    if (!way) return tl::unexpected(way.error());
    std::error_code problem;
    const fs::path place = m_folder / path;
    if (*way == Way::NotThere || parentOf(path).empty()) {
        fs::create_directories(place.parent_path(), problem);
        if (problem)
            return failed(
                Phrase::clause(
                    "{} could not be made ({}). Free the space or the rights it takes and generate again."),
                path, problem);
        m_ways[parentOf(path)] = Way::Open;
    }
    const fs::path aside = place.parent_path() / ("." + place.filename().string() + ".part");
    if ((problem = writeNew(aside, content)))
        return failed(
            Phrase::clause(
                "{} could not be written ({}). Free the space or the rights it takes and generate again."),
            path, problem);
    fs::rename(aside, place, problem);
    if (!problem) return {};
    std::error_code ignored;
    fs::remove(aside, ignored);
    return failed(
        Phrase::clause(
            "{} could not be written ({}). Free the space or the rights it takes and generate again."),
        path, problem);
}

Result<void> StoreFolder::remove(const std::string& path) {
    if (const auto way = wayTo(path); !way) return tl::unexpected(way.error());
    std::error_code problem;
    fs::remove(m_folder / path, problem);
    if (problem)
        return failed(
            Phrase::clause(
                "{} could not be removed ({}). Free the space or the rights it takes and generate again."),
            path, problem);
    m_ways.clear();
    for (fs::path parent = fs::path(path).parent_path(); !parent.empty(); parent = parent.parent_path()) {
        if (!fs::is_empty(m_folder / parent, problem) || problem) break;
        fs::remove(m_folder / parent, problem);
    }
    return {};
}

Result<std::optional<std::string>> readInside(const fs::path& folder, const std::string& path) {
    return StoreFolder(folder).read(path);
}

} // namespace factline::generate
