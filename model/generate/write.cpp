// SPDX-License-Identifier: Apache-2.0
#include "generate/write.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/write_protection.h"
#include "generate/manifest.h"
#include "generate/sha256.h"
#include "generate/store_file.h"

namespace factline::generate {

namespace fs = std::filesystem;

namespace {

/// What one file needs: its fate, and the text to put in its place, if any.
struct Step {
    WrittenFile file;
    std::optional<std::string> content; ///< to write
    bool remove = false;
};

/// What is to be done, found out before anything is done.
struct Plan {
    std::vector<Step> steps;
    Manifest manifest; ///< as it is to be afterwards
};

bool inScope(std::string_view path, const std::vector<std::string>& scope) {
    return scope.empty() || std::ranges::any_of(scope, [path](std::string_view folder) {
               if (!folder.starts_with("*/")) return path.starts_with(folder);
               const auto slash = path.find('/');
               return slash != std::string_view::npos && path.substr(slash + 1).starts_with(folder.substr(2));
           });
}

void refuse(Plan& plan, const std::string& path, const std::string& wanted, std::string note,
            const std::string& onDisk, const std::optional<std::string>& beside) {
    plan.steps.push_back({{path, Fate::Refused, std::move(note)}, std::nullopt, false});
    if (onDisk == wanted) return;
    const std::string aside = path + ".new";
    plan.manifest.files[aside] = sha256(wanted);
    if (beside != wanted)
        plan.steps.push_back({{aside, beside ? Fate::Changed : Fate::Created, {}}, wanted, false});
    else
        plan.steps.push_back({{aside, Fate::Unchanged, {}}, std::nullopt, false});
}

Result<Plan> makePlan(const fs::path& folder, const std::vector<GeneratedFile>& files,
                      const std::map<std::string, std::string>& before,
                      const std::vector<std::string>& scope) {
    Plan plan;
    std::map<std::string, bool> wanted;
    for (const GeneratedFile& file : files) {
        if (!wanted.emplace(file.path, true).second)
            return failure(
                ErrorCode::InvalidArgument,
                fmt::format("Two generated files want the path {}. Rename one of the elements.", file.path));
        const auto current = readInside(folder, file.path);
        if (!current) return tl::unexpected(current.error());
        const auto known = before.find(file.path);
        if (!current->has_value()) {
            // A handler that was written once and is gone was deleted on purpose or by accident; scaffold it
            // again.
            plan.steps.push_back({{file.path, Fate::Created, {}}, file.content, false});
            plan.manifest.files[file.path] = sha256(file.content);
        } else if (**current == file.content) {
            plan.steps.push_back({{file.path, Fate::Unchanged, {}}, std::nullopt, false});
            plan.manifest.files[file.path] = sha256(file.content);
        } else if (file.ownership == Ownership::Handler) {
            plan.steps.push_back({{file.path, Fate::Kept, "handlers are yours"}, std::nullopt, false});
            if (known != before.end()) plan.manifest.files[file.path] = known->second;
        } else if (known != before.end() && known->second == sha256(**current) &&
                   !isWriteProtected(folder / file.path)) {
            plan.steps.push_back({{file.path, Fate::Changed, {}}, file.content, false});
            plan.manifest.files[file.path] = sha256(file.content);
        } else {
            const auto beside = readInside(folder, file.path + ".new");
            if (!beside) return tl::unexpected(beside.error());
            wanted.emplace(file.path + ".new", true);
            if (known != before.end()) plan.manifest.files[file.path] = known->second;
            const std::string_view why = known == before.end()                ? "not written by us"
                                         : known->second == sha256(**current) ? "write-protected"
                                                                              : "edited by hand";
            refuse(plan, file.path, file.content,
                   fmt::format("{}; the new text is in {}.new", why, file.path), **current, *beside);
        }
    }
    for (const auto& [path, hash] : before) {
        if (wanted.contains(path)) continue;
        if (!inScope(path, scope)) {
            plan.manifest.files[path] = hash;
            continue;
        }
        const auto current = readInside(folder, path);
        if (!current) return tl::unexpected(current.error());
        if (!current->has_value()) continue;
        const bool untouched = sha256(**current) == hash;
        if (untouched && !isWriteProtected(folder / path)) {
            plan.steps.push_back({{path, Fate::Removed, "no longer generated"}, std::nullopt, true});
        } else {
            plan.steps.push_back({{path, Fate::Kept,
                                   fmt::format("no longer generated, but {}; remove it yourself",
                                               untouched ? "write-protected" : "edited by hand")},
                                  std::nullopt,
                                  false});
            plan.manifest.files[path] = hash;
        }
    }
    std::ranges::sort(plan.steps, {}, [](const Step& step) { return step.file.path; });
    return plan;
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
                                            const WriteOptions& options) {
    for (const GeneratedFile& file : files)
        if (file.path == manifestName || !staysInside(file.path))
            return failure(ErrorCode::Refused,
                           fmt::format("The path \"{}\" leads out of the output folder; nothing was "
                                       "written. Rename the element it comes from.",
                                       file.path));
    const auto manifestText = readInside(folder, std::string(manifestName));
    if (!manifestText) return tl::unexpected(manifestText.error());
    const auto before = parseManifest(*manifestText ? **manifestText : std::string());
    if (!before) return tl::unexpected(before.error());
    if (!before->model.empty() && before->model != options.model)
        return failure(
            ErrorCode::Refused,
            fmt::format(
                "The output folder holds what was generated from the model \"{}\"; nothing was written, "
                "for its files would be lost. Choose another folder for \"{}\"; if it is the same model "
                "under a new name, write that name into {} there.",
                before->model, options.model, manifestName));
    auto plan = makePlan(folder, files, before->files, options.scope);
    if (!plan) return tl::unexpected(plan.error());
    plan->manifest.model = options.model;

    std::vector<WrittenFile> fates;
    for (const Step& step : plan->steps)
        fates.push_back(step.file);
    if (options.dryRun) return fates;

    for (const Step& step : plan->steps) {
        const auto done = step.content  ? writeInside(folder, step.file.path, *step.content)
                          : step.remove ? removeInside(folder, step.file.path)
                                        : Result<void>{};
        if (!done) return tl::unexpected(done.error());
    }
    const std::string after = renderManifest(plan->manifest);
    if (after != manifestText->value_or(std::string()) &&
        !(plan->manifest.files.empty() && !manifestText->has_value()))
        if (const auto done = writeInside(folder, std::string(manifestName), after); !done)
            return tl::unexpected(done.error());
    return fates;
}

} // namespace factline::generate
