// SPDX-License-Identifier: Apache-2.0
#include "generate/write.h"

#include <algorithm>

#include "generate/manifest.h"
#include "generate/store_file.h"
#include "generate/write_plan.h"
#include "generate/write_steps.h"

namespace factline::generate {

namespace fs = std::filesystem;

namespace {

/// For a file that is still the one from before.
void keepHash(Manifest& manifest, const std::map<std::string, std::string>& before, const std::string& path) {
    if (const auto known = before.find(path); known != before.end())
        manifest.files[path] = known->second;
    else
        manifest.files.erase(path);
}

} // namespace

std::string_view word(Fate fate) {
    switch (fate) {
    case Fate::Created:
        return "created";
    case Fate::Changed:
        return "changed";
    case Fate::Unchanged:
        return "unchanged";
    case Fate::Kept:
        return "kept";
    case Fate::Refused:
        return "refused";
    case Fate::Removed:
        return "removed";
    }
    return {};
}

Result<std::vector<WrittenFile>> writeFiles(const fs::path& folder, const std::vector<GeneratedFile>& files,
                                            const WriteOptions& options, const Watch& watch) {
    for (const GeneratedFile& file : files)
        if (file.path == manifestName || !staysInside(file.path))
            return failure(ErrorCode::Refused,
                           Phrase::of("The path \"{}\" leads out of the output folder; nothing was "
                                      "written. Rename the element it comes from.",
                                      file.path));
    const auto manifestText = readInside(folder, std::string(manifestName));
    if (!manifestText) return tl::unexpected(manifestText.error());
    const auto before = parseManifest(*manifestText ? **manifestText : std::string());
    if (!before) return tl::unexpected(before.error());
    if (!before->model.empty() && before->model != options.model)
        return failure(
            ErrorCode::Refused,
            Phrase::of(
                "The output folder holds what was generated from the model \"{}\"; nothing was written, "
                "for its files would be lost. Choose another folder for \"{}\"; if it is the same model "
                "under a new name, write that name into {} there.",
                before->model, options.model, manifestName));
    auto plan = planWriting(folder, files, before->files, options.scope,
                            options.dryRun ? watch : Watch{watch.stop, {}});
    if (!plan) return tl::unexpected(plan.error());
    plan->manifest.model = options.model;

    std::vector<WrittenFile> fates;
    fates.reserve(plan->steps.size());
    for (const Step& step : plan->steps)
        fates.push_back(step.file);
    if (options.dryRun) return fates;

    const Carried carried = carryOut(folder, plan->steps, watch);
    for (std::size_t i = 0; i < plan->steps.size(); ++i)
        if (!carried.done[i]) keepHash(plan->manifest, before->files, plan->steps[i].file.path);
    const std::string after = renderManifest(plan->manifest);
    if (after != manifestText->value_or(std::string()) &&
        !(plan->manifest.files.empty() && !manifestText->has_value()))
        if (const auto done = StoreFolder(folder).write(std::string(manifestName), after); !done)
            return tl::unexpected(carried.problem.value_or(done.error()));
    if (carried.problem) return tl::unexpected(*carried.problem);
    return fates;
}

} // namespace factline::generate
