// SPDX-License-Identifier: Apache-2.0
#include <fmt/ostream.h>
#include <memory>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/words.h"
#include "generate/generate.h"
#include "generate/write.h"

namespace factline::cli {

namespace {

struct Options {
    std::string model;
    std::string output;
    std::string templates;
    generate::Options what;
    bool dryRun = false;
    bool list = false;
};

int listTargets(Console& console) {
    for (const auto& target : generate::targets())
        fmt::print(console.out, "{:<14} {}\n", target.id, target.summary.text);
    return Clean;
}

/// One line a file that is not as it was, then the count of the rest; what was refused is told on `err`.
void report(const std::vector<generate::WrittenFile>& files, bool dryRun, Console& console) {
    std::map<generate::Fate, std::size_t> counts;
    for (const auto& file : files) {
        ++counts[file.fate];
        if (file.fate == generate::Fate::Unchanged) continue;
        const auto note = file.note.empty() ? std::string{} : "  (" + file.note.english() + ")";
        fmt::print(console.out, "{:<9} {}{}\n", generate::word(file.fate), file.path, note);
    }
    std::string summary;
    for (const auto& [fate, count] : counts)
        summary += fmt::format("{}{} {}", summary.empty() ? "" : ", ", count, generate::word(fate));
    fmt::print(console.out, "{}{}\n", summary.empty() ? "nothing to generate" : summary,
               dryRun ? " (dry run: nothing was written)" : "");
}

int run(const Options& options, Console& console) {
    if (options.list) return listTargets(console);
    if (options.model.empty() || options.output.empty())
        return complain(console,
                        {ErrorCode::InvalidArgument,
                         "generate needs a MODEL and -o DIR, or --list. See `factline generate --help`."});
    auto templates = options.templates.empty() ? Result<generate::Templates>(generate::Templates())
                                               : generate::readTemplates(options.templates);
    if (!templates) return complain(console, templates.error());
    const Patience patience("generating from " + options.model);
    const auto input = readInput(options.model, {}, console);
    if (!input) return complain(console, input.error());
    // From half of a model half of the code would be taken away.
    if (!input->read.problems.empty())
        return complain(console, {ErrorCode::Refused,
                                  fmt::format("Nothing was generated, and '{}' was left as it is. Mend the "
                                              "problems above first.",
                                              options.output)});

    const auto output = generate::generate(Lookup(input->model), options.what, *templates);
    if (!output) return complain(console, output.error());
    const auto files = generate::writeFiles(
        options.output, output->files,
        {.model = input->model.name, .dryRun = options.dryRun, .scope = generate::scope(options.what)});
    if (!files) return complain(console, files.error());

    report(*files, options.dryRun, console);
    for (const auto& omission : output->omitted)
        fmt::print(
            console.err, "{}: {}{}: {}\n", omission.partly ? "note" : "left out", toString(omission.element),
            omission.target.empty() ? std::string{} : " for " + omission.target, omission.reason.english());
    const bool refused =
        std::ranges::any_of(*files, [](const auto& file) { return file.fate == generate::Fate::Refused; });
    return refused ? Objected : Clean;
}

} // namespace

Action declareGenerate(Words& words) {
    auto options = std::make_shared<Options>();
    words.text("MODEL", options->model, "a *.factline.yaml file, or the folder of a split model");
    words.text("-o,--output", options->output, "the folder to write to; nothing outside it is touched");
    words.list("--target", options->what.targets,
               "only these targets (default: what each context's store calls for)");
    words.text("--context", options->what.context, "only this context");
    words.text("--templates", options->templates, "a folder of templates that replace ours, file by file");
    words.flag("--dry-run", options->dryRun, "say what would be written, and write nothing");
    words.flag("--list", options->list, "list the targets");
    return [options](Console& console) { return run(*options, console); };
}

} // namespace factline::cli
