// SPDX-License-Identifier: Apache-2.0
#include "review/review.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "compare/compare.h"
#include "freshness/analysis.h"
#include "lint/fingerprint.h"
#include "picture/draw_model.h"
#include "picture/promises.h"
#include "picture/write_file.h"
#include "report/compose.h"

namespace factline::review {

namespace {

/// A model at a stage, judged.
struct Judged {
    Lookup lookup;
    lint::Outcome outcome;
    freshness::Analysis analysis;

    Judged(const Model& whole, Model atStage, std::optional<lint::Day> today)
        : lookup(std::move(atStage)) {
        const Lookup everyStage(whole);
        outcome = lint::inspect(lookup, {.preset = {}, .everyStage = &everyStage, .today = today});
        analysis = freshness::analyse(lookup);
    }
};

/// Takes out of the findings what is known already, each as often as it is known; what has become graver
/// stays.
void takeOut(const std::vector<Finding>& known, std::vector<Finding>& findings) {
    const auto keyOf = [](const Finding& finding) {
        return std::pair(lint::fingerprint(finding), finding.severity);
    };
    std::map<std::pair<std::string, Severity>, std::size_t> left;
    for (const Finding& finding : known)
        ++left[keyOf(finding)];
    std::erase_if(findings, [&](const Finding& finding) {
        auto& number = left[keyOf(finding)];
        return number > 0 && number-- > 0;
    });
}

report::State stateOf(const diagram::Caption& caption) {
    return {.title = caption.title, .version = caption.version, .date = caption.date};
}

std::string stageOf(const Model& model, const std::string& asked) {
    if (!model.migration || model.migration->stages.empty()) return {};
    if (!asked.empty()) return asked;
    return model.migration->now.empty() ? model.migration->stages.front() : model.migration->now;
}

} // namespace

std::string documentEndings() {
    std::string text;
    const auto formats = documentFormats();
    for (const auto& format : formats) {
        if (!text.empty()) text += &format == &formats.back() ? " or " : ", ";
        text += fmt::format(".{}", format.extension);
    }
    return text;
}

Result<DocumentFormat> formatOf(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    for (const DocumentFormat& format : documentFormats())
        if (fmt::format(".{}", format.extension) == extension) return format;
    return failure(ErrorCode::InvalidArgument,
                   Phrase::of("'{}' names no format of a document. End the file's name in {}.", file.string(),
                              documentEndings()));
}

Result<Review> makeReview(const Request& request, const std::stop_token& stop) {
    const Model& whole = request.source.read.model;
    auto cut = atStage(whole, request.stage);
    if (!cut) return tl::unexpected(cut.error());
    Judged now(whole, *std::move(cut), request.today);
    const diagram::Caption caption = picture::captionOf(request.source.read, request.source.file);

    std::optional<Judged> before;
    std::optional<report::Earlier> earlier;
    if (request.since) {
        const Model& old = request.since->read.model;
        auto oldCut = atStage(old, {});
        if (!oldCut) return tl::unexpected(oldCut.error());
        before.emplace(old, *std::move(oldCut), request.today);
        earlier.emplace(
            report::Earlier{.state = stateOf(picture::captionOf(request.since->read, request.since->file)),
                            .changes = compare::difference(old, whole),
                            .findings = before->outcome.findings,
                            .analysis = before->analysis});
    }

    Review review;
    if (!whole.contexts.empty()) {
        const picture::DrawOptions options{.stage = request.stage,
                                           .findings = now.outcome.findings,
                                           .promises = picture::promisesIn(now.analysis),
                                           .file = request.source.file,
                                           .kept = request.positions.value_or(diagram::Positions()),
                                           .caption = caption,
                                           .process = request.process};
        auto map = request.positions
                       ? picture::drawPlaced(whole, options, stop).map([](picture::Placed&& placed) {
                             return std::move(placed.diagram);
                         })
                       : picture::drawModel(whole, options, stop);
        if (!map) return tl::unexpected(map.error());
        review.map = *std::move(map);
    }
    takeOut(request.baselined, now.outcome.findings);
    review.document = report::compose({.state = stateOf(caption),
                                       .stage = stageOf(whole, request.stage),
                                       .lookup = now.lookup,
                                       .analysis = now.analysis,
                                       .outcome = std::move(now.outcome),
                                       .baselined = request.baselined,
                                       .earlier = std::move(earlier),
                                       .unreadable = request.source.read.problems.size()});
    return review;
}

Result<void> writeReview(const Review& review, const std::filesystem::path& file) {
    const auto format = formatOf(file);
    if (!format) return tl::unexpected(format.error());
    const auto files = format->render(review, file);
    if (!files) return tl::unexpected(files.error());
    for (const File& one : *files)
        if (auto written = picture::writeFile(one.path, one.bytes); !written) return written;
    return {};
}

} // namespace factline::review
