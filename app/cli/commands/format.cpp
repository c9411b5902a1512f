// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fmt/ostream.h>
#include <memory>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/words.h"
#include "contract/write.h"

namespace factline::cli {

namespace {

struct Options {
    std::string model;
    bool checkOnly = false;
};

int format(const Options& options, Console& console) {
    const auto input = readInput(options.model, {}, console);
    if (!input) return complain(console, input.error());
    if (!input->read.problems.empty())
        return complain(console, {ErrorCode::Refused,
                                  "A model with reading problems is left as it is. Mend them first."});
    const auto formatted = contract::formatModel(input->read);
    if (!formatted) return complain(console, formatted.error());

    std::vector<std::string> changed;
    for (std::size_t i = 0; i < formatted->files.size(); ++i)
        if (*formatted->files[i].text != *input->read.files[i].text)
            changed.push_back(filePath(input->path, formatted->files[i].path));
    if (changed.empty()) {
        fmt::print(console.out, "Already in form.\n");
        return Clean;
    }
    if (!options.checkOnly) {
        const std::filesystem::path root(filePath(input->path, input->read.files.front().path));
        const auto written = contract::writeFiles(root.parent_path(), input->read.files, formatted->files);
        if (!written) return complain(console, written.error());
    }
    for (const auto& file : changed)
        fmt::print(console.out, "{} {}\n", options.checkOnly ? "would change" : "formatted", file);
    return options.checkOnly ? Objected : Clean;
}

} // namespace

Action declareFormat(Words& words) {
    auto options = std::make_shared<Options>();
    words.required("MODEL", options->model, "a *.factline.yaml file, or the folder of a split model");
    words.flag("--check", options->checkOnly, "write nothing; exit 1 where something would change");
    return [options](Console& console) { return format(*options, console); };
}

} // namespace factline::cli
