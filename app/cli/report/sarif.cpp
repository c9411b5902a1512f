// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/report/report.h"
#include "lint/fingerprint.h"
#include "lint/registry.h"
#include "lint/rule_page.h"

namespace factline::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string_view levelOf(Severity severity) {
    return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "note";
}

/// A path as a relative URI: what may stand in one as it is, everything else as %XX (RFC 3986).
std::string uriOf(std::string_view path) {
    static constexpr std::string_view plain = "-._~/";
    std::string uri;
    for (const char c : path) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (word || plain.find(c) != std::string_view::npos)
            uri += c;
        else
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

/// The paragraph behind the heading and the line of severity and basis: what the rule finds.
std::string whatItFinds(std::string_view page) {
    const auto head = page.find("\n\n", page.find("\n\n") + 2);
    if (head == std::string_view::npos) return {};
    std::string text(page.substr(head + 2, page.find("\n\n", head + 2) - head - 2));
    std::ranges::replace(text, '\n', ' ');
    return text;
}

Json ruleEntry(const lint::Rule& rule) {
    const std::string page = wholePage(rule);
    return {{"id", rule.id},
            {"shortDescription", {{"text", rule.summary}}},
            {"fullDescription", {{"text", whatItFinds(page)}}},
            {"help", {{"text", page}, {"markdown", page}}},
            {"defaultConfiguration", {{"level", levelOf(rule.severity)}}},
            {"properties", {{"basis", lint::basisName(rule.basis)}}}};
}

Json result(const CheckReport& report, const Finding& finding) {
    const auto rules = lint::rules();
    const auto place = report.placeOf(finding);
    Json physical{{"artifactLocation", {{"uri", uriOf(report.fileOf(place))}}}};
    if (place.line > 0)
        physical["region"] = {{"startLine", place.line}, {"startColumn", std::max(place.column, 1U)}};
    Json location{{"physicalLocation", std::move(physical)}};
    if (!finding.element.name.empty())
        location["logicalLocations"] = Json::array(
            {{{"fullyQualifiedName", finding.element.name}, {"kind", kindName(finding.element.kind)}}});
    return {{"ruleId", finding.rule},
            {"ruleIndex", lint::findRule(finding.rule) - rules.data()},
            {"level", levelOf(finding.severity)},
            {"message", {{"text", finding.message}}},
            {"locations", Json::array({std::move(location)})},
            {"partialFingerprints", {{"factline/v1", lint::fingerprint(finding)}}}};
}

} // namespace

std::string asSarif(const CheckReport& report) {
    auto rules = Json::array(), results = Json::array(), unread = Json::array();
    for (const auto& rule : lint::rules())
        rules.push_back(ruleEntry(rule));
    for (const auto& finding : report.findings) {
        results.push_back(result(report, finding));
        if (report.baseline) results.back()["baselineState"] = "new";
    }
    for (const auto& finding : report.baselined()) {
        results.push_back(result(report, finding));
        results.back()["baselineState"] = "unchanged";
        results.back()["suppressions"] = Json::array(
            {{{"kind", "external"}, {"status", "accepted"}, {"justification", "Stands in the baseline."}}});
    }
    for (const auto& [finding, waiver] : report.waived) {
        Json suppression{{"kind", "inSource"}, {"status", "accepted"}, {"justification", waiver.reason}};
        auto& properties = suppression["properties"] = Json::object();
        if (!waiver.by.empty()) properties["by"] = waiver.by;
        if (waiver.until) properties["until"] = dayText(*waiver.until);
        results.push_back(result(report, finding));
        results.back()["suppressions"] = Json::array({std::move(suppression)});
    }
    for (const auto& problem : report.input.read.problems)
        unread.push_back(
            {{"level", "error"},
             {"message",
              {{"text", placeText(report.input, problem.place) + ": " + problem.message.english()}}}});
    Json invocation{{"executionSuccessful", report.input.read.problems.empty()}};
    if (!unread.empty()) invocation["toolExecutionNotifications"] = std::move(unread);
    Json run{{"tool",
              {{"driver", {{"name", "Factline"}, {"version", versionText()}, {"rules", std::move(rules)}}}}},
             {"invocations", Json::array({std::move(invocation)})},
             {"columnKind", "unicodeCodePoints"},
             {"results", std::move(results)}};
    const Json log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", Json::array({std::move(run)})}};
    return log.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace factline::cli
