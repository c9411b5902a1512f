// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <filesystem>
#include <fmt/ostream.h>
#include <memory>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/report/baseline.h"
#include "cli/words.h"
#include "drawing/offscreen.h"
#include "review/review.h"

namespace factline::cli {

namespace {

struct ReportOptions {
    std::string model;
    std::string output;
    std::string stage;
    std::string since;
    std::string baseline;
};

review::Source sourceOf(const Input& input) {
    return {input.read, filePath(input.path, input.read.files.front().path)};
}

/// What of a model's findings stands in the baseline of that name; nothing without a name.
Result<std::vector<Finding>> knownFindings(const std::string& file, const Input& input) {
    if (file.empty()) return {};
    const auto baseline = readBaseline(file);
    if (!baseline) return tl::unexpected(baseline.error());
    auto findings = judge(input);
    return takeKnown(*baseline, findings).findings;
}

int report(const ReportOptions& options, Console& console) {
    if (const auto format = review::formatOf(options.output); !format)
        return complain(console, format.error());
    const Patience patience("reviewing " + options.model);
    const auto input = readInput(options.model, options.stage, console);
    if (!input) return complain(console, input.error());
    if (!input->read.problems.empty() && input->model.contexts.empty())
        return complain(console,
                        {ErrorCode::Refused,
                         fmt::format("No context of '{}' could be read, so '{}' was left as it is. Mend the "
                                     "problems above first.",
                                     options.model, options.output)});
    std::optional<Result<Input>> since;
    if (!options.since.empty()) {
        since = readInput(options.since, {}, console);
        if (!*since) return complain(console, since->error());
    }
    auto known = knownFindings(options.baseline, *input);
    if (!known) return complain(console, known.error());

    const Offscreen application;
    review::Request request{.source = sourceOf(*input),
                            .stage = options.stage,
                            .today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()),
                            .baselined = *std::move(known)};
    if (since) request.since.emplace(sourceOf(**since));
    const auto review = review::makeReview(request);
    if (!review) return complain(console, review.error());
    if (const auto written = review::writeReview(*review, options.output); !written)
        return complain(console, written.error());
    fmt::print(console.out, "{}: {}\n", options.output, counted(review->document.sections.size(), "section"));
    return input->code(since ? (*since)->code() : Clean);
}

} // namespace

Action declareReport(Words& words) {
    auto options = std::make_shared<ReportOptions>();
    words.required("MODEL", options->model, "a *.factline.yaml file, or the folder of a split model");
    words.required("-o,--output", options->output,
                   fmt::format("the document, a file whose name ends in {}", review::documentEndings()));
    words.text("--since", options->since, "the same model as it was: say what has changed");
    words.text("--stage", options->stage, "judge this stage of the migration (default: the model's `now`)");
    words.text("--baseline", options->baseline, "tell apart what stands in this file (`factline check`)");
    return [options](Console& console) { return report(*options, console); };
}

} // namespace factline::cli
