// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "cli/report/problems.h"
#include "cli/report/report.h"
#include "domain/enums.h"
#include "lint/fix.h"

namespace factline::cli {

namespace {

using Json = nlohmann::ordered_json;

Json entry(const CheckReport& report, const Lookup& everyStage, const Finding& finding) {
    const auto place = report.placeOf(finding);
    Json result{
        {"rule", finding.rule},       {"severity", word(finding.severity)}, {"element", finding.element.name},
        {"message", finding.message}, {"file", report.fileOf(place)},       {"line", place.line},
        {"column", place.column},     {"evidence", finding.evidence}};
    if (const auto fix = lint::fixOf(finding, everyStage))
        result["fix"] = {{"title", fix->title}, {"safe", fix->isSafe}};
    return result;
}

/// An open question to the context that publishes the event.
Json entry(const lint::OwnerQuestions& owner, const lint::Question& question) {
    auto askers = Json::array();
    for (const auto& asker : question.askers)
        askers.push_back({{"subscription", asker.subscription.name}, {"understoodAs", asker.understoodAs}});
    return {{"context", owner.context},     {"team", owner.team},
            {"event", question.event.name}, {"claim", question.claim},
            {"text", question.claimText},   {"severity", word(question.severity)},
            {"askedBy", std::move(askers)}};
}

} // namespace

std::string asJson(const Error& error) {
    const Json result{{"findings", Json::array()},
                      {"summary", {{"errors", 0}, {"warnings", 0}, {"hints", 0}}},
                      {"problems", Json::array({Json{{"message", error.message}}})}};
    return result.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string asJson(const CheckReport& report) {
    const Lookup everyStage(report.input.read.model);
    auto list = Json::array(), waived = Json::array(), baselined = Json::array();
    for (const auto& finding : report.findings)
        list.push_back(entry(report, everyStage, finding));
    for (const auto& [finding, waiver] : report.waived) {
        waived.push_back(entry(report, everyStage, finding));
        waived.back()["waiver"] = {{"reason", waiver.reason}, {"by", waiver.by}};
        waived.back()["waiver"]["until"] = waiver.until ? Json(dayText(*waiver.until)) : Json(nullptr);
    }
    for (const auto& finding : report.baselined())
        baselined.push_back(entry(report, everyStage, finding));
    auto questions = Json::array();
    for (const auto& owner : report.questions)
        for (const auto& question : owner.questions)
            questions.push_back(entry(owner, question));
    const auto summary = summarise(report.findings);
    Json result{
        {"findings", std::move(list)},
        {"summary", {{"errors", summary.errors}, {"warnings", summary.warnings}, {"hints", summary.hints}}},
        {"waived", std::move(waived)},
        {"baselined", std::move(baselined)},
        {"questions", std::move(questions)}};
    if (auto problems = problemsOf(report.input); !problems.empty()) result["problems"] = std::move(problems);
    return result.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace factline::cli
