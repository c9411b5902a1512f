// SPDX-License-Identifier: Apache-2.0
#include "contract/read.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

#include "contract/include.h"
#include "contract/reading/model_reader.h"
#include "contract/yaml.h"

namespace factline::contract {

namespace fs = std::filesystem;

namespace {

/// All files of a model together.
constexpr std::size_t maxTotalSize = 2 * maxFileSize;

Result<std::string> readFile(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error) || !fs::exists(path, error))
        return failure(ErrorCode::NotFound,
                       fmt::format("There is no file {}; check its name.", path.string()));
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return failure(ErrorCode::NotFound,
                       fmt::format("{} cannot be opened; check its rights.", path.string()));
    std::string text;
    std::string piece(1U << 20U, '\0');
    while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())) || stream.gcount() > 0) {
        text.append(piece, 0, static_cast<std::size_t>(stream.gcount()));
        if (text.size() > maxFileSize)
            return failure(
                ErrorCode::LimitExceeded,
                fmt::format("{} is larger than {} MiB; split the model into several files with include.",
                            path.string(), maxFileSize >> 20U));
    }
    if (stream.bad())
        return failure(ErrorCode::External, fmt::format("{} could not be read to its end.", path.string()));
    return text;
}

// Reads what the root includes. A file that cannot be had is a problem, too much of them an error.
std::optional<Error> addIncluded(ModelReader& reader, const fs::path& folder, const std::string& rootName,
                                 std::size_t total) {
    std::vector<std::string> done{rootName};
    const std::vector<std::string> patterns = reader.patterns();
    for (std::size_t i = 0; i < patterns.size() && i < maxPatterns; ++i) {
        if (objectionTo(patterns[i])) continue;
        auto files = filesMatching(folder, patterns[i]);
        if (!files) {
            reader.reportInclude(i, files.error().message);
            continue;
        }
        for (std::string& path : *files) {
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
                    fmt::format(
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
    return fmt::format("{}:{}:{}: {}", problem.place.file, problem.place.line, problem.place.column,
                       problem.message);
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
    if (fs::is_directory(path, error)) path /= "model.factline.yaml";
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
