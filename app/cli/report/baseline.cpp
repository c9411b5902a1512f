// SPDX-License-Identifier: Apache-2.0
#include "cli/report/baseline.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/write_protection.h"
#include "contract/write.h"
#include "domain/enums.h"
#include "lint/fingerprint.h"

namespace factline::cli {

namespace {

constexpr int version = 1;
constexpr std::string_view versionKey = "factlineBaseline";

Result<Baseline> unreadable(std::string_view why) {
    return failure(ErrorCode::Unreadable,
                   fmt::format("This is no baseline: {}. Write it anew with --write-baseline.", why));
}

} // namespace

Baseline baselineOf(const std::vector<Finding>& findings) {
    Baseline baseline;
    for (const Finding& finding : findings) {
        auto& entry = baseline.entries[lint::fingerprint(finding)];
        entry.rule = finding.rule;
        entry.element = toString(finding.element);
        entry.severity = std::max(entry.severity.value_or(Severity::Off), finding.severity);
        ++entry.count;
    }
    return baseline;
}

Known takeKnown(const Baseline& baseline, std::vector<Finding>& findings) {
    std::map<std::string, Baseline::Entry> left = baseline.entries;
    Known known;
    std::vector<Finding> others;
    for (Finding& finding : findings) {
        const auto found = left.find(lint::fingerprint(finding));
        const bool isThere = found != left.end() && found->second.count > 0;
        if (isThere) --found->second.count;
        const bool isGraver = isThere && finding.severity > found->second.severity.value_or(Severity::Error);
        known.graver += isGraver ? 1 : 0;
        (isThere && !isGraver ? known.findings : others).push_back(std::move(finding));
    }
    for (const auto& [print, entry] : left)
        known.unmatched += entry.count;
    findings = std::move(others);
    return known;
}

Result<Baseline> parseBaseline(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains(versionKey))
        return unreadable("it does not say factlineBaseline");
    if (json[versionKey] != version) return unreadable("it is of another version");
    const auto findings = json.value("findings", nlohmann::json::array());
    if (!findings.is_array()) return unreadable("its findings are no list");
    Baseline baseline;
    for (const auto& one : findings) {
        const bool sound = one.is_object() && one.contains("fingerprint") && one["fingerprint"].is_string();
        if (!sound) return unreadable("a finding has no fingerprint");
        const auto textOf = [&](const char* key) {
            return one.contains(key) && one[key].is_string() ? one[key].get<std::string>() : std::string();
        };
        const bool counted = one.contains("count") && one["count"].is_number_unsigned();
        baseline.entries[textOf("fingerprint")] = {textOf("rule"), textOf("element"),
                                                   counted ? one["count"].get<std::size_t>() : 1,
                                                   fromWord<Severity>(textOf("severity"))};
    }
    return baseline;
}

std::string renderBaseline(const Baseline& baseline) {
    nlohmann::ordered_json json{{versionKey, version}};
    auto& findings = json["findings"] = nlohmann::ordered_json::array();
    for (const auto& [print, entry] : baseline.entries) {
        findings.push_back({{"fingerprint", print}, {"rule", entry.rule}, {"element", entry.element}});
        if (entry.severity) findings.back()["severity"] = word(*entry.severity);
        if (entry.count > 1) findings.back()["count"] = entry.count;
    }
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

Result<Baseline> readBaseline(const std::string& path) {
    std::error_code problem;
    if (std::filesystem::is_directory(path, problem))
        return failure(ErrorCode::Unreadable,
                       fmt::format("{} is a folder, no baseline. Name the file in it.", path));
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return failure(
            ErrorCode::NotFound,
            fmt::format("There is no baseline {}. Make one with --write-baseline {}.", path, path));
    auto baseline = parseBaseline({std::istreambuf_iterator<char>(file), {}});
    if (!baseline)
        return failure(baseline.error().code,
                       fmt::format("{}: {}", path, baseline.error().message.english()));
    return baseline;
}

Result<void> writeBaseline(const std::string& path, const Baseline& baseline) {
    const std::filesystem::path place(path);
    const std::string name = place.filename().string();
    std::vector<contract::SourceFile> before;
    std::error_code problem;
    const auto type = std::filesystem::status(place, problem).type();
    if (type != std::filesystem::file_type::not_found) {
        if (type != std::filesystem::file_type::regular)
            return failure(ErrorCode::Refused, fmt::format("{} is no file. Choose another place.", path));
        if (isWriteProtected(path))
            return failure(ErrorCode::Refused,
                           fmt::format("{} is write-protected, so it was left as it is. Allow writing it "
                                       "(chmod u+w), or choose another name.",
                                       path));
        // Damaged ones are written anew; what never was one is somebody's work.
        std::ifstream old(path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(old), {}};
        if (!text.empty() && text.find(versionKey) == std::string::npos)
            return failure(ErrorCode::Refused,
                           fmt::format("{} is there already and no baseline, so it was left as it is. "
                                       "Choose another name.",
                                       path));
        before.push_back({name, text});
    }
    if (contract::writeFiles(place.parent_path(), before, {{name, renderBaseline(baseline)}})) return {};
    return failure(ErrorCode::External, fmt::format("{} cannot be written. Choose another place.", path));
}

} // namespace factline::cli
