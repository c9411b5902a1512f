// SPDX-License-Identifier: Apache-2.0
#include "contract/read.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "contract/include.h"
#include "contract/reading/model_reader.h"
#include "contract/yaml.h"

namespace factline::contract {

namespace fs = std::filesystem;

namespace {

/// All files of a model together.
constexpr std::size_t maxTotalSize = 2 * maxFileSize;

/// An open file, closed at the end of its scope.
class OpenFile {
public:
    /// Does not wait, as opening a pipe that nobody writes to would.
    explicit OpenFile(const fs::path& path)
        : m_descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
    ~OpenFile() {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    explicit operator bool() const { return m_descriptor >= 0; }
    /// The number of bytes read, 0 at the end, below 0 where reading fails.
    ssize_t read(std::string& into) const {
        while (true) {
            const ssize_t count = ::read(m_descriptor, into.data(), into.size());
            if (count >= 0 || errno != EINTR) return count;
        }
    }

private:
    int m_descriptor;
};

Phrase::Words wordFor(fs::file_type type) {
    switch (type) {
    case fs::file_type::directory:
        return Phrase::words("a folder");
    case fs::file_type::fifo:
        return Phrase::words("a pipe");
    case fs::file_type::socket:
        return Phrase::words("a socket");
    case fs::file_type::character:
    case fs::file_type::block:
        return Phrase::words("a device");
    default:
        return Phrase::words("no file");
    }
}

/// Why nothing can be read there; nothing for a file.
std::optional<Error> objectionToFile(const fs::path& path) {
    std::error_code error;
    const fs::file_type type = fs::status(path, error).type();
    if (type == fs::file_type::regular) return std::nullopt;
    if (type == fs::file_type::not_found)
        return Error{ErrorCode::NotFound, Phrase::of("There is no file {}; check its name.", path.string())};
    if (type == fs::file_type::none || type == fs::file_type::unknown)
        return Error{ErrorCode::NotFound, Phrase::of("{} cannot be reached ({}); check its name and rights.",
                                                     path.string(), error.message())};
    return Error{ErrorCode::InvalidArgument,
                 Phrase::of("{} is {}; give a file that ends in .factline.yaml, or the folder of a model. "
                            "What another program prints has to be saved in a file first.",
                            path.string(), wordFor(type))};
}

Result<std::string> readFile(const fs::path& path) {
    if (auto objection = objectionToFile(path)) return tl::unexpected<Error>(std::move(*objection));
    const OpenFile file(path);
    if (!file)
        return failure(ErrorCode::NotFound,
                       Phrase::of("{} cannot be opened; check its rights.", path.string()));
    std::string text;
    std::error_code error;
    if (const auto size = fs::file_size(path, error); !error)
        text.reserve(std::min<std::uintmax_t>(size, maxFileSize));
    std::string piece(1U << 20U, '\0');
    ssize_t count = 0;
    while ((count = file.read(piece)) > 0) {
        text.append(piece, 0, static_cast<std::size_t>(count));
        if (text.size() > maxFileSize)
            return failure(
                ErrorCode::LimitExceeded,
                Phrase::of("{} is larger than {} MiB; split the model into several files with include.",
                           path.string(), maxFileSize >> 20U));
    }
    if (count < 0)
        return failure(ErrorCode::External, Phrase::of("{} could not be read to its end.", path.string()));
    return text;
}

// Reads what the root includes. A file that cannot be had is a problem, too much of them an error.
std::optional<Error> addIncluded(ModelReader& reader, const fs::path& folder, const std::string& rootName,
                                 std::size_t total) {
    std::vector<std::string> done{rootName};
    const std::vector<std::string> patterns = reader.patterns();
    for (std::size_t i = 0; i < patterns.size() && i < maxPatterns; ++i) {
        if (objectionTo(patterns[i])) continue;
        auto found = filesMatching(folder, patterns[i]);
        if (!found) {
            reader.reportInclude(i, found.error().message);
            continue;
        }
        for (Phrase& refused : found->refused)
            reader.reportInclude(i, std::move(refused));
        for (std::string& path : found->files) {
            if (std::find(done.begin(), done.end(), path) != done.end()) continue;
            auto text = readFile(folder / path);
            if (!text && text.error().code == ErrorCode::LimitExceeded) return text.error();
            if (!text) {
                reader.reportInclude(i, text.error().message);
                continue;
            }
            total += text->size();
            if (total > maxTotalSize || done.size() > maxFiles)
                return Error{
                    ErrorCode::LimitExceeded,
                    Phrase::of(
                        "The model's files are more than {} or larger than {} MiB together; a model of "
                        "that size cannot be opened.",
                        maxFiles, maxTotalSize >> 20U)};
            done.push_back(path);
            reader.add({std::move(path), std::move(*text)});
        }
    }
    return std::nullopt;
}

} // namespace

std::string toString(const Problem& problem) {
    return said(problem);
}

Phrase said(const Problem& problem) {
    const SourceRange& place = problem.place;
    return Phrase(fmt::format("{}:{}:{}: ", place.file, place.line, place.column)) + problem.message;
}

ReadModel parseModel(std::vector<SourceFile> files) {
    ModelReader reader;
    for (SourceFile& file : files)
        reader.add(std::move(file));
    return reader.finish();
}

Result<ReadModel> readModel(const fs::path& fileOrFolder) {
    std::error_code error;
    fs::path path = fileOrFolder;
    if (path.empty())
        return failure(ErrorCode::InvalidArgument,
                       Phrase::of("The name of the model's file is empty; give a file that ends in "
                                  ".factline.yaml, or the folder of a model."));
    if (fs::is_directory(path, error)) {
        path /= "model.factline.yaml";
        if (!fs::exists(path, error))
            return failure(ErrorCode::NotFound,
                           Phrase::of("The folder {} has no model.factline.yaml; give the file itself, or "
                                      "the folder of a model.",
                                      fileOrFolder.string()));
    }
    auto text = readFile(path);
    if (!text) return tl::unexpected<Error>(text.error());
    const std::size_t size = text->size();
    const std::string name = path.filename().string();
    ModelReader reader;
    reader.add({name, std::move(*text)});
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (auto failed = addIncluded(reader, folder, name, size)) return tl::unexpected<Error>(*failed);
    return reader.finish();
}

} // namespace factline::contract
