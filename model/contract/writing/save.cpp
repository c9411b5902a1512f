// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include "base/write_protection.h"
#include "contract/write.h"

namespace factline::contract {

namespace fs = std::filesystem;

namespace {

/// A file to be put in the place of another one.
struct Move {
    fs::path from;
    fs::path to;
};

std::optional<std::string> bytesOf(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return std::nullopt; // a pipe would make us wait
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

bool staysInside(const fs::path& path) {
    return !path.empty() && path.is_relative() &&
           std::ranges::none_of(path, [](const fs::path& part) { return part == ".."; });
}

/// Why this file must not be written, and what to do; nothing where it may.
std::optional<Phrase> objection(const fs::path& target, const SourceFile& file, const SourceFile* before) {
    if (!staysInside(file.path))
        return Phrase::of("{} lies outside the model's folder; nothing was written. Choose a name inside it.",
                          file.path);
    std::error_code error;
    if (!before && fs::exists(target, error))
        return Phrase::of("{} is already there; nothing was written. Choose another name or remove it.",
                          file.path);
    if (before && bytesOf(target) != *before->text)
        return Phrase::of(
            "{} was changed on disk since it was read; nothing was written. Read the model again first.",
            file.path);
    if (before && isWriteProtected(target))
        return Phrase::of("{} is write-protected; nothing was written. Allow writing it (chmod u+w), or "
                          "save the model under "
                          "another name.",
                          target.string());
    return std::nullopt;
}

/// Waits until the disk holds what was written to a file, or the entries of a folder.
bool syncToDisk(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

/// Writes the bytes beside their place, with the rights of the file that they replace.
bool writeBeside(const Move& move, const std::string& text) {
    std::error_code error;
    fs::create_directories(move.to.parent_path(), error);
    fs::remove(move.from, error); // were it a link, what it leads to would be written over
    std::ofstream stream(move.from, std::ios::binary | std::ios::trunc);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    stream.close();
    // Else a power cut after the move could leave an empty file where the old one was.
    if (!stream || !syncToDisk(move.from)) return false;
    if (const auto old = fs::status(move.to, error); fs::exists(old))
        fs::permissions(move.from, old.permissions(), error);
    return true;
}

} // namespace

Result<void> writeFiles(const fs::path& folder, const std::vector<SourceFile>& before,
                        const std::vector<SourceFile>& after) {
    std::vector<std::pair<Move, const SourceFile*>> moves;
    for (const SourceFile& file : after) {
        const auto old = std::ranges::find(before, file.path, &SourceFile::path);
        const SourceFile* was = old == before.end() ? nullptr : &*old;
        if (was && was->text == file.text) continue;
        std::error_code error;
        const fs::path target = fs::weakly_canonical(folder / file.path, error); // a link stays a link
        if (const auto why = objection(target, file, was)) return failure(ErrorCode::Refused, *why);
        moves.push_back(
            {{target.parent_path() / ('.' + target.filename().string() + ".new"), target}, &file});
    }
    std::error_code ignored;
    const auto giveUp = [&](Phrase what) {
        for (const auto& [move, file] : moves)
            fs::remove(move.from, ignored);
        return failure(ErrorCode::External, std::move(what));
    };
    for (const auto& [move, file] : moves)
        if (!writeBeside(move, *file->text))
            return giveUp(
                Phrase::of("{} could not be written; the files are as they were. Check the rights and the "
                           "space of the folder.",
                           file->path));
    for (const auto& [move, file] : moves) {
        std::error_code error;
        fs::rename(move.from, move.to, error);
        if (error)
            return giveUp(Phrase::of("{} could not be put in its place: {}.", file->path, error.message()));
        syncToDisk(move.to.parent_path()); // what cannot be helped: not every file system lets a folder
    }
    return {};
}

} // namespace factline::contract
