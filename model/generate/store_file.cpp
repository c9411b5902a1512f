// SPDX-License-Identifier: Apache-2.0
#include "generate/store_file.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

namespace factline::generate {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> leadsOut(const std::string& path) {
    return failure(ErrorCode::Refused,
                   fmt::format("{} is or goes through a symbolic link that leads out of the output "
                               "folder. Remove the link, or choose another folder.",
                               path));
}

tl::unexpected<Error> failed(std::string_view what, const std::string& path, const std::error_code& problem) {
    return failure(ErrorCode::External,
                   fmt::format("{} could not be {} ({}). Free the space or the rights it takes and "
                               "generate again.",
                               path, what, problem.message()));
}

/// Whether every folder on the way to `path` is one, and inside; folders that are not there yet are.
Result<void> checkWay(const fs::path& folder, const std::string& path) {
    std::error_code problem;
    const fs::path home = fs::weakly_canonical(folder, problem);
    if (problem) return failed("reached", folder.generic_string(), problem);
    fs::path at = folder;
    for (const auto& part : fs::path(path).parent_path()) {
        at /= part;
        const auto status = fs::symlink_status(at, problem);
        if (status.type() == fs::file_type::not_found) return {};
        if (status.type() == fs::file_type::symlink) {
            const auto target = fs::weakly_canonical(at, problem);
            const auto inside = target.lexically_relative(home);
            if (problem || inside.empty() || *inside.begin() == "..") return leadsOut(path);
        }
        if (!fs::is_directory(at, problem))
            return failure(ErrorCode::Refused,
                           fmt::format("{} is in the way of {}: it is no folder. Move it away.",
                                       at.lexically_relative(folder).generic_string(), path));
    }
    return {};
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

Result<std::optional<std::string>> readInside(const fs::path& folder, const std::string& path) {
    if (const auto way = checkWay(folder, path); !way) return tl::unexpected(way.error());
    std::error_code problem;
    const fs::path place = folder / path;
    const auto status = fs::symlink_status(place, problem);
    if (status.type() == fs::file_type::not_found) return std::optional<std::string>();
    if (status.type() == fs::file_type::symlink) return leadsOut(path);
    if (status.type() != fs::file_type::regular)
        return failure(ErrorCode::Refused,
                       fmt::format("{} is in the way: it is no plain file. Move it away.", path));
    std::ifstream stream(place, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(stream), {});
    if (!stream.is_open() || stream.bad())
        return failed("read", path, std::make_error_code(std::errc::permission_denied));
    return std::optional<std::string>(std::move(text));
}

Result<void> writeInside(const fs::path& folder, const std::string& path, const std::string& content) {
    if (const auto way = checkWay(folder, path); !way) return tl::unexpected(way.error());
    std::error_code problem;
    const fs::path place = folder / path;
    fs::create_directories(place.parent_path(), problem);
    if (problem) return failed("made", path, problem);
    const fs::path aside = place.parent_path() / ("." + place.filename().string() + ".part");
    fs::remove(aside, problem);
    {
        std::ofstream stream(aside, std::ios::binary | std::ios::trunc);
        stream.write(content.data(), static_cast<std::streamsize>(content.size()));
        stream.close();
        if (!stream) {
            fs::remove(aside, problem);
            return failed("written", path, std::make_error_code(std::errc::io_error));
        }
    }
    fs::rename(aside, place, problem);
    if (problem) {
        std::error_code ignored;
        fs::remove(aside, ignored);
        return failed("written", path, problem);
    }
    return {};
}

Result<void> removeInside(const fs::path& folder, const std::string& path) {
    if (const auto way = checkWay(folder, path); !way) return tl::unexpected(way.error());
    std::error_code problem;
    fs::remove(folder / path, problem);
    if (problem) return failed("removed", path, problem);
    for (fs::path parent = fs::path(path).parent_path(); !parent.empty(); parent = parent.parent_path()) {
        if (!fs::is_empty(folder / parent, problem) || problem) break;
        fs::remove(folder / parent, problem);
    }
    return {};
}

} // namespace factline::generate
