// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/generation.h"

#include <algorithm>
#include <set>

#include "generate/generate.h"
#include "generate/manifest.h"
#include "generate/store_file.h"

namespace factline::viewmodels {

namespace {

std::string folderOf(const std::string& context, std::string_view target) {
    return generate::pathComponent(context) + '/' + std::string(target) + '/';
}

std::vector<Pick> picksOf(const Lookup& lookup, const Choices& choices) {
    std::vector<Pick> picks;
    for (const auto& context : lookup.model().contexts) {
        if (context->kind == ContextKind::External || lookup.findContext(context->name) != context.get())
            continue;
        for (const generate::Target& target : generate::targets()) {
            Pick pick{context->name, std::string(target.id), target.byDefault(lookup, *context)};
            const auto chosen = choices.find({pick.context, pick.target});
            pick.wanted = chosen == choices.end() ? pick.byDefault : chosen->second;
            picks.push_back(std::move(pick));
        }
    }
    return picks;
}

/// Contexts' folders that were written once and belong to no context of the model.
Result<std::vector<std::string>> forgottenFolders(const std::filesystem::path& folder,
                                                  const std::vector<Pick>& picks) {
    const auto text = generate::readInside(folder, std::string(generate::manifestName));
    if (!text) return tl::unexpected(text.error());
    const auto manifest = generate::parseManifest(*text ? **text : std::string());
    if (!manifest) return tl::unexpected(manifest.error());
    std::set<std::string> known, forgotten;
    for (const Pick& pick : picks)
        known.insert(generate::pathComponent(pick.context) + '/');
    for (const auto& [path, hash] : manifest->files) {
        const std::string top = path.substr(0, path.find('/') + 1);
        if (!top.empty() && !known.contains(top)) forgotten.insert(top);
    }
    return std::vector<std::string>(forgotten.begin(), forgotten.end());
}

Result<void> render(Preview& preview, const Lookup& lookup, const Run& run) {
    std::set<std::string> targets;
    std::set<std::string> folders;
    std::set<std::pair<std::string, std::string>> wanted;
    for (const Pick& pick : preview.picks)
        if (pick.wanted) {
            targets.insert(pick.target);
            folders.insert(folderOf(pick.context, pick.target));
            wanted.emplace(pick.context, pick.target);
        }
    if (targets.empty()) return {};
    auto output = generate::generate(lookup, {.targets = {targets.begin(), targets.end()}}, {},
                                     run.watch(RunProgress::Part::Generating));
    if (!output) return tl::unexpected(output.error());
    for (auto& file : output->files) {
        const auto slash = file.path.find('/', file.path.find('/') + 1);
        if (folders.contains(file.path.substr(0, slash + 1))) preview.files.push_back(std::move(file));
    }
    for (auto& omission : output->omitted)
        if (omission.target.empty() || wanted.contains({omission.context, omission.target}))
            preview.omitted.push_back(std::move(omission));
    return {};
}

} // namespace

Result<Preview> previewOf(const Model& model, const Choices& choices, const std::filesystem::path& folder,
                          const Run& run) {
    auto today = atStage(model, "");
    const Lookup lookup(today ? *today : model);
    Preview preview;
    preview.model = model.name;
    preview.folder = folder;
    preview.picks = picksOf(lookup, choices);
    if (const auto done = render(preview, lookup, run); !done) return tl::unexpected(done.error());
    if (folder.empty()) {
        for (const auto& file : preview.files)
            preview.fates.push_back({file.path, generate::Fate::Created, {}});
        return preview;
    }
    auto forgotten = forgottenFolders(folder, preview.picks);
    if (!forgotten) return tl::unexpected(forgotten.error());
    preview.scope = std::move(*forgotten);
    for (const Pick& pick : preview.picks) {
        const auto chosen = choices.find({pick.context, pick.target});
        if (chosen == choices.end() || chosen->second)
            preview.scope.push_back(folderOf(pick.context, pick.target));
    }
    // An empty scope would mean everything.
    if (preview.scope.empty()) return preview;
    auto fates = generate::writeFiles(folder, preview.files,
                                      {.model = preview.model, .dryRun = true, .scope = preview.scope},
                                      run.watch(RunProgress::Part::Comparing));
    if (!fates) return tl::unexpected(fates.error());
    preview.fates = std::move(*fates);
    return preview;
}

Result<std::vector<generate::WrittenFile>> writePreview(const Preview& preview, const Run& run) {
    if (preview.folder.empty())
        return failure(ErrorCode::InvalidArgument, Phrase::of("Choose a folder to write to first."));
    if (preview.scope.empty()) return std::vector<generate::WrittenFile>{};
    return generate::writeFiles(preview.folder, preview.files,
                                {.model = preview.model, .scope = preview.scope},
                                run.watch(RunProgress::Part::Writing));
}

Versions versionsOf(const Preview& preview, const std::string& path) {
    Versions versions;
    std::string made = path;
    const auto find = [&] { return std::ranges::find(preview.files, made, &generate::GeneratedFile::path); };
    if (find() == preview.files.end() && made.ends_with(".new")) made.resize(made.size() - 4);
    if (const auto file = find(); file != preview.files.end()) versions.generated = file->content;
    if (preview.folder.empty()) return versions;
    if (const auto disk = generate::readInside(preview.folder, path); disk && *disk) versions.disk = **disk;
    return versions;
}

} // namespace factline::viewmodels
