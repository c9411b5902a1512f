// SPDX-License-Identifier: Apache-2.0
#include "document/open_model.h"

#include <algorithm>

#include "domain/lookup.h"
#include "lint/run.h"

namespace factline::document {

Result<OpenModel> openModel(const std::filesystem::path& fileOrFolder) {
    auto read = contract::readModel(fileOrFolder);
    if (!read) return tl::unexpected(read.error());
    OpenModel result;
    result.read = std::move(*read);
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(fileOrFolder, ignored);
    result.file =
        folder && !result.read.files.empty() ? fileOrFolder / result.read.files.front().path : fileOrFolder;
    const Lookup whole(result.read.model);
    // A stage that does not exist is a finding of its own; then the model is judged as it is.
    auto today = atStage(result.read.model, "");
    result.findings =
        lint::run(Lookup(today ? std::move(*today) : result.read.model), {.everyStage = &whole});
    return result;
}

Counts countsOf(const OpenModel& model) {
    Counts counts;
    for (const auto& context : model.read.model.contexts) {
        ++counts.contexts;
        counts.facts += context->facts.size();
        counts.events += context->events.size();
        counts.views += context->views.size();
        counts.policies += context->policies.size();
        counts.decisions += context->decisions.size();
    }
    const auto of = [&](Severity severity) {
        return static_cast<std::size_t>(std::ranges::count(model.findings, severity, &Finding::severity));
    };
    counts.errors = of(Severity::Error) + model.read.problems.size();
    counts.warnings = of(Severity::Warning);
    counts.hints = of(Severity::Hint);
    return counts;
}

} // namespace factline::document
