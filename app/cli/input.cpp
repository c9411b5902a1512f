// SPDX-License-Identifier: Apache-2.0
#include "cli/input.h"

#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "domain/lookup.h"
#include "lint/run.h"

namespace factline::cli {

namespace fs = std::filesystem;

std::string filePath(const std::string& modelPath, const std::string& file) {
    std::error_code ignored;
    const fs::path given(modelPath);
    const fs::path folder = fs::is_directory(given, ignored) ? given : given.parent_path();
    return (folder / file).lexically_normal().generic_string();
}

std::string placeText(const Input& input, const SourceRange& range) {
    if (range.line == 0)
        return filePath(input.path, range.file.empty() ? input.read.files.front().path : range.file);
    return fmt::format("{}:{}:{}", filePath(input.path, range.file), range.line, range.column);
}

int complain(Console& console, const Error& error) {
    fmt::print(console.err, "factline: {}\n", error.message.english());
    return Misread;
}

Result<Input> readInput(const std::string& path, const std::string& stage, Console& console) {
    auto read = contract::readModel(path);
    if (!read) return tl::unexpected(read.error());
    Input input{path, *std::move(read), {}};
    for (const auto& problem : input.read.problems)
        fmt::print(console.err, "{}: {}\n", placeText(input, problem.place), problem.message.english());
    auto cut = atStage(input.read.model, stage);
    if (!cut) return tl::unexpected(cut.error());
    input.model = *std::move(cut);
    return input;
}

lint::Outcome inspect(const Input& input, const std::string& preset) {
    lint::Options options;
    options.preset = preset;
    options.today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const Lookup model(input.model);
    if (!input.read.model.migration) return lint::inspect(model, options); // one stage: it is the whole
    const Lookup everyStage(input.read.model);
    options.everyStage = &everyStage;
    return lint::inspect(model, options);
}

std::vector<Finding> judge(const Input& input, const std::string& preset) {
    return inspect(input, preset).findings;
}

} // namespace factline::cli
