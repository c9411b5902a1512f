// SPDX-License-Identifier: Apache-2.0
#include "contract/reread.h"

#include <algorithm>
#include <unordered_set>

#include "contract/read_alone.h"
#include "contract/reading/special.h"
#include "contract/splice.h"
#include "contract/text_change.h"
#include "contract/yaml.h"
#include "domain/sections.h"

namespace factline::contract {

namespace {

/// The one file that has another text; nothing where there are several, or not the same files.
std::optional<std::uint32_t> changedFile(const std::vector<SourceFile>& before,
                                         const std::vector<SourceFile>& after) {
    if (!std::ranges::equal(before, after, {}, &SourceFile::path, &SourceFile::path)) return std::nullopt;
    std::optional<std::uint32_t> changed;
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        if (before[i].text == after[i].text) continue;
        if (changed) return std::nullopt;
        changed = i;
    }
    return changed;
}

/// The contexts that a change lies in, and the one before it where it begins between two: what is put there
/// may belong to that one. `text`: that after the change.
std::optional<EntryRun> contextsAround(const SyntaxTree& tree, const TextChange& changed,
                                       std::string_view text) {
    const NodeIndex contexts = tree.find(tree.root(), "contexts");
    if (!isBlockMapping(tree, tree.root()) || !isBlockMapping(tree, contexts)) return std::nullopt;
    EntryRun run{.mapping = contexts};
    NodeIndex key = tree[contexts].first;
    for (; key != noNode && tree[key].begin < changed.begin; key = tree[tree[key].next].next) {
        if (tree[key].next == noNode) return std::nullopt;
        run.first = key;
    }
    const auto begin = run.first == noNode ? std::nullopt : lineOf(tree, run.first);
    if (!begin) return std::nullopt;
    run.begin = *begin;
    // Up to a line that is as it was, and still a line of its own.
    const auto endsAt = [&](NodeIndex next) {
        const auto end = next == noNode ? std::optional(static_cast<std::uint32_t>(tree.text().size()))
                                        : lineOf(tree, next);
        if (!end || *end < changed.end) return false;
        run.end = *end;
        run.after = next == noNode ? static_cast<NodeIndex>(tree.size()) : next;
        return next == noNode || *end > changed.end ||
               (changed.newEnd > 0 && text[changed.newEnd - 1] == '\n');
    };
    for (; key != noNode; key = tree[tree[key].next].next) {
        if (endsAt(key)) {
            run.next = key;
            return run;
        }
        if (tree[key].next == noNode) return std::nullopt;
    }
    return endsAt(tree[contexts].next) ? std::optional(run) : std::nullopt;
}

/// A mapping's keys from one on, as far as the tree goes or to another one.
std::size_t countEntries(const SyntaxTree& tree, NodeIndex key, NodeIndex end) {
    std::size_t count = 0;
    for (; key != end && key != noNode; key = tree[tree[key].next].next)
        ++count;
    return count;
}

/// Where the contexts of a run stand among those of the model.
std::optional<std::pair<std::size_t, std::size_t>> placeOf(const ReadModel& read, std::uint32_t file,
                                                           const EntryRun& run) {
    const auto& contexts = read.model.contexts;
    const auto first = std::ranges::find_if(contexts, [&](const Shared<Context>& context) {
        const auto at = read.sources.locate(context->id);
        return at && at->file == file && at->key == run.first;
    });
    const auto count = countEntries(read.sources.tree(file), run.first, run.next);
    const auto begin = static_cast<std::size_t>(first - contexts.begin());
    if (begin + count > contexts.size()) return std::nullopt;
    return std::pair(begin, begin + count);
}

/// Whether a context of the run is called, or was, as one that stands elsewhere: then which of them is meant
/// hangs on all of them.
bool areNamesApart(const std::vector<Shared<Context>>& all, std::pair<std::size_t, std::size_t> run,
                   const std::vector<Shared<Context>>& instead) {
    std::unordered_set<std::string_view> names;
    for (std::size_t i = run.first; i < run.second; ++i)
        names.insert(all[i]->name);
    for (const auto& context : instead)
        names.insert(context->name);
    for (std::size_t i = 0; i < all.size(); ++i)
        if ((i < run.first || i >= run.second) && names.contains(all[i]->name)) return false;
    return true;
}

/// Which id each element gets that is to have the one of its like in another model.
struct Renaming {
    std::vector<std::pair<ElementId, ElementId>> pairs;

    template<typename T>
    void add(const std::vector<Shared<T>>& from, const std::vector<Shared<T>>& to) {
        for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i)
            if (!from[i].same(to[i])) add(*from[i], *to[i]);
    }
    template<typename T>
    void add(const T& from, const T& to) {
        if (from.id != to.id) pairs.emplace_back(from.id, to.id);
        if constexpr (std::is_same_v<T, Context>)
            forEachSection(
                from, [&]<typename E>(const std::vector<Shared<E>>& list) { add(list, sectionOf<E>(to)); });
        else if constexpr (Consumer<T>)
            add(subscriptionsOf(from), subscriptionsOf(to));
    }
};

/// What is known to say a model, with the ids of that.
ReadModel sayingAs(ReadModel read, const Model& model) {
    Renaming ids;
    ids.add(read.model.claims, model.claims);
    ids.add(read.model.contexts, model.contexts);
    ids.add(read.model.audiences, model.audiences);
    if (!ids.pairs.empty()) read.sources.renumber(ids.pairs);
    read.model = model;
    return read;
}

} // namespace

std::optional<ReadModel> rereadContexts(const ReadModel& before, std::vector<SourceFile>& files) {
    const auto file = changedFile(before.files, files);
    if (!file || !before.problems.empty() || files[*file].text->size() > maxFileSize) return std::nullopt;
    const SyntaxTree& old = before.sources.tree(*file);
    const std::string& text = *files[*file].text;
    const TextChange changed = changeOf(old.text(), text);
    const auto run = contextsAround(old, changed, text);
    if (!run) return std::nullopt;
    const std::size_t size = run->end - changed.end + changed.newEnd - run->begin;
    if (size > maxLookahead) return std::nullopt; // more than is worth it
    const auto piece = readAlone(old.path(), std::string_view(text).substr(run->begin, size),
                                 old[run->first].begin - run->begin);
    const auto place = placeOf(before, *file, *run);
    if (!piece || !place || old.size() + piece->size() > maxNodes) return std::nullopt;

    const Splice splice(old, *run, files[*file].text, {piece});
    const SyntaxTree& tree = *splice.tree();
    const NodeIndex end = run->next == noNode ? noNode : splice.after();
    ReadModel part;
    for (std::uint32_t i = 0; i < files.size(); ++i)
        part.sources.addFile(nullptr);
    Reading in(tree, *file, part.problems, part.sources, part.model.nextId);
    in.key = "contexts";
    in.eachEntryFrom(run->first, end, [&](std::string_view name, NodeIndex key, NodeIndex value) {
        ReadForm<std::vector<Shared<Context>>>::readOne(in, key, value, name, part.model.contexts);
    });
    if (!areNamesApart(before.model.contexts, *place, part.model.contexts)) return std::nullopt;

    const auto& contexts = before.model.contexts;
    const auto from = contexts.begin() + static_cast<std::ptrdiff_t>(place->first);
    const auto to = contexts.begin() + static_cast<std::ptrdiff_t>(place->second);
    Model were;
    were.contexts.assign(from, to);
    were.nextId = before.model.nextId;
    part = carryIds(were, std::move(part));

    ReadModel result{before.model, {}, std::move(part.problems), std::move(files)};
    auto& all = result.model.contexts;
    all.assign(contexts.begin(), from);
    all.insert(all.end(), part.model.contexts.begin(), part.model.contexts.end());
    all.insert(all.end(), to, contexts.end());
    result.model.nextId = part.model.nextId;
    result.sources = before.sources.spliced(*file, splice.tree(), run->first, run->after,
                                            std::int64_t(splice.after()) - run->after);
    result.sources.addAll(part.sources);
    std::ranges::stable_sort(result.problems, {}, [](const Problem& problem) { return problem.place.begin; });
    return result;
}

ReadModel rereadAs(const ReadModel& near, std::vector<SourceFile> files, const Model& model) {
    return sayingAs(reread(near, std::move(files)), model);
}

std::optional<ReadModel> rereadContextsAs(const ReadModel& near, std::vector<SourceFile> files,
                                          const Model& model) {
    auto read = rereadContexts(near, files);
    if (read) read = sayingAs(*std::move(read), model);
    return read;
}

ReadModel reread(const ReadModel& before, std::vector<SourceFile> files) {
    if (auto read = rereadContexts(before, files)) return *std::move(read);
    return carryIds(before.model, parseModel(std::move(files)));
}

} // namespace factline::contract
