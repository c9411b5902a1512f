// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <vector>

#include "contract/read.h"
#include "domain/enums.h"
#include "lint/run.h"

namespace factline::lint {

/// A model read from text and what was found in it; `problems` says what could not be read.
struct JudgedText {
    contract::ReadModel read;
    std::vector<Finding> findings;
};

inline std::vector<Finding> judgeModel(const Model& model, const Options& options = {}) {
    const Lookup whole(model);
    const Lookup now(atStage(model, {}).value());
    Options all = options;
    all.everyStage = &whole;
    using namespace std::chrono;
    if (!all.today) all.today = year(2026) / June / 30; // cases say the same on every day
    return run(now, all);
}

inline JudgedText judgeText(const std::string& name, const std::string& text, const Options& options = {}) {
    JudgedText result{contract::parseModel({{name, text}}), {}};
    result.findings = judgeModel(result.read.model, options);
    return result;
}

inline std::string problemsOf(const contract::ReadModel& read) {
    std::string text;
    for (const auto& problem : read.problems)
        text += contract::toString(problem) + '\n';
    return text;
}

/// "bad.factline.yaml:7 error rule orders/order: message", the findings of one rule; of all where it is
/// empty.
inline std::vector<std::string> linesOf(const JudgedText& judged, std::string_view rule = {}) {
    std::vector<std::string> lines;
    for (const Finding& finding : judged.findings) {
        if (!rule.empty() && finding.rule != rule) continue;
        const SourceRange place = judged.read.sources.find(finding.at, finding.field);
        lines.push_back(fmt::format("{}:{} {} {} {}: {}", place.file, place.line, word(finding.severity),
                                    finding.rule, finding.element.name, finding.message.english()));
    }
    return lines;
}

inline std::string readText(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::filesystem::path casesFolder() {
    return std::filesystem::path(FACTLINE_SOURCE_DIR) / "tests/cases/lint";
}

/// The models of a rule's case folder, by name.
inline std::vector<std::filesystem::path> modelsOf(std::string_view rule) {
    std::vector<std::filesystem::path> models;
    const auto folder = casesFolder() / std::string(rule);
    if (!std::filesystem::is_directory(folder)) return models;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".yaml") models.push_back(entry.path());
    std::ranges::sort(models);
    return models;
}

} // namespace factline::lint
