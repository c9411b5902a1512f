// SPDX-License-Identifier: Apache-2.0
#include "contract/write.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "contract/reread.h"
#include "contract/tree.h"
#include "contract/writing/tree_sync.h"

namespace factline::contract {

namespace {

constexpr int mostRounds = 8;

/// An element on the way to a difference, and what it is called.
struct Around {
    ElementId id;
    std::string name;
};

/// Whether two trees say the same, and the elements around the first difference, outermost first. Ids do not
/// count. Lists of the root do not keep their order where several files share them.
class Comparison {
public:
    explicit Comparison(bool split)
        : m_split(split) {}

    bool same(const Tree& wanted, const Tree& found) { return compare(wanted, found, 0); }
    const std::vector<Around>& around() const { return m_around; }

private:
    bool compare(const Tree& wanted, const Tree& found, int depth) {
        if (wanted.kind != found.kind || wanted.text != found.text || wanted.meaning != found.meaning ||
            wanted.items.size() != found.items.size() || wanted.entries.size() != found.entries.size())
            return false;
        auto a = membersOf(wanted);
        auto b = membersOf(found);
        if (m_split && depth == 1) {
            const auto byText = [](const Member& m) { return m.entry ? m.entry->key : flowText(*m.value); };
            std::ranges::stable_sort(a, {}, byText);
            std::ranges::stable_sort(b, {}, byText);
        }
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (a[i].value->id)
                m_around.push_back({a[i].value->id, a[i].entry ? a[i].entry->key : a[i].value->text});
            const bool sameKey = !a[i].entry || (a[i].entry->key == b[i].entry->key &&
                                                 a[i].entry->meaning == b[i].entry->meaning);
            if (!sameKey || !compare(*a[i].value, *b[i].value, depth + 1)) return false;
            if (a[i].value->id) m_around.pop_back();
        }
        return true;
    }

    bool m_split;
    std::vector<Around> m_around;
};

Result<std::vector<SourceFile>> patchedFiles(const ReadModel& before, SyncResult& sync) {
    std::vector<SourceFile> files = before.files;
    for (std::uint32_t i = 0; i < files.size(); ++i) {
        if (std::ranges::find(sync.patches, i, &TextPatch::file) == sync.patches.end()) continue;
        const auto size = static_cast<std::uint32_t>(files[i].text->size());
        auto text = patched(*before.files[i].text, i, 0, size, sync.patches);
        if (!text)
            return failure(ErrorCode::Refused,
                           Phrase::of("{} cannot be changed in place. Save the model under "
                                      "another name and compare the two.",
                                      files[i].path));
        files[i].text = *std::move(text);
    }
    std::ranges::move(sync.newFiles, std::back_inserter(files));
    return files;
}

tl::unexpected<Error> cannotWrite(const ReadModel& before) {
    return failure(
        ErrorCode::Refused,
        Phrase::of("The change cannot be written into {} without losing something; the file stays as it is. "
                   "Change it in the text, or write it in block style first.",
                   before.files.empty() ? Phrase::of("the file") : Phrase(before.files.front().path)));
}

/// Problems for which something was not read.
std::ptrdiff_t misread(const ReadModel& read) {
    return std::ranges::count_if(read.problems, [](const Problem& problem) { return !problem.kept; });
}

/// Makes mere names, the same in both, of the elements that two lists share.
template<typename T>
void nameWhatIsShared(std::vector<Shared<T>>& before, std::vector<Shared<T>>& after) {
    std::unordered_map<const T*, Shared<T>> names;
    names.reserve(before.size());
    for (const Shared<T>& element : before) {
        T name;
        name.id = element->id;
        name.name = element->name;
        names.emplace(element.get(), std::move(name));
    }
    std::set<const T*> shared;
    for (Shared<T>& element : after)
        if (const auto found = names.find(element.get()); found != names.end()) {
            shared.insert(element.get());
            element = found->second;
        }
    for (Shared<T>& element : before)
        if (shared.contains(element.get())) element = names.at(element.get());
}

/// An edit changes one context of many; the trees of all would be many times as large as the file.
struct Differing {
    Model before;
    Model after;

    Differing(Model from, Model to)
        : before(std::move(from))
        , after(std::move(to)) {
        nameWhatIsShared(before.claims, after.claims);
        nameWhatIsShared(before.contexts, after.contexts);
        nameWhatIsShared(before.audiences, after.audiences);
    }
};

template<typename T>
std::vector<const T*> inOrder(const std::vector<Shared<T>>& elements, bool byName) {
    std::vector<const T*> ordered;
    ordered.reserve(elements.size());
    for (const Shared<T>& element : elements)
        ordered.push_back(element.get());
    if (byName)
        std::ranges::stable_sort(ordered, {}, [](const T* one) { return std::string_view(one->name); });
    return ordered;
}

template<typename T>
bool saySame(const std::vector<Shared<T>>& wanted, const std::vector<Shared<T>>& found, bool split) {
    // What was not read again is the very same element.
    return std::ranges::equal(inOrder(wanted, split), inOrder(found, split), [](const T* a, const T* b) {
        return a == b || (a->name == b->name && Comparison(false).same(toTree(*a), toTree(*b)));
    });
}

/// What Comparison says of the trees of two models, with the tree of one element at a time.
bool saySame(const Model& wanted, const Model& found, bool split) {
    const auto rest = [](Model model) {
        model.claims.clear();
        model.contexts.clear();
        model.audiences.clear();
        return toTree(model);
    };
    return Comparison(split).same(rest(wanted), rest(found)) && saySame(wanted.claims, found.claims, split) &&
           saySame(wanted.contexts, found.contexts, split) &&
           saySame(wanted.audiences, found.audiences, split);
}

bool isSplit(const ReadModel& model) {
    return model.files.size() > 1 || !model.model.include.empty();
}

/// By patches alone; nothing where these do not say what is asked.
std::optional<Written> renderPatched(const ReadModel& before, const Model& after) {
    const Differing differing(before.model, after);
    const Tree old = toTree(differing.before);
    const Tree now = toTree(differing.after);
    if (old == now) return Written{before.files, {}};
    SyncResult sync = TreeSync(before, old, now, {}).run();
    if (sync.failed) return std::nullopt;
    auto files = patchedFiles(before, sync);
    if (!files) return std::nullopt;
    auto again = rereadContexts(before, *files);
    if (!again) again = parseModel(*std::move(files));
    if (misread(*again) > misread(before) || !saySame(after, again->model, isSplit(before)))
        return std::nullopt;
    return Written{std::move(again->files), std::move(sync.notices)};
}

/// By patches and, where these do not help, elements that are written anew.
Result<Written> renderAnew(const ReadModel& before, const Model& after) {
    const Tree old = toTree(before.model);
    const Tree now = toTree(after);
    Written written{before.files, {}};
    std::set<ElementId> anew;
    for (int round = 0; round < mostRounds; ++round) {
        SyncResult sync = TreeSync(before, old, now, anew).run();
        if (sync.failed && round > 0) return cannotWrite(before);
        auto files = patchedFiles(before, sync);
        if (!files) return tl::unexpected(files.error());
        const ReadModel again = parseModel(*files);
        Comparison comparison(isSplit(before));
        const bool same = comparison.same(now, toTree(again.model));
        if (same && !sync.failed && misread(again) <= misread(before)) {
            written.files = *std::move(files);
            written.notices.insert(written.notices.end(), sync.notices.begin(), sync.notices.end());
            return written;
        }
        // Write the smallest element around the difference anew that has not been written anew yet.
        const auto& around = comparison.around();
        const auto step = std::find_if(around.rbegin(), around.rend(),
                                       [&](const Around& s) { return !anew.contains(s.id); });
        if (same || step == around.rend()) return cannotWrite(before);
        anew.insert(step->id);
        written.notices.push_back(Phrase::of(
            "{} was written anew, because it could not be changed in place; its comments stand above it.",
            step->name.empty() ? Phrase::of("An element without a name") : Phrase(step->name)));
    }
    return cannotWrite(before);
}

} // namespace

Result<Written> renderModel(const ReadModel& before, const Model& after) {
    if (auto written = renderPatched(before, after)) return *std::move(written);
    return renderAnew(before, after);
}

std::string renderCanonical(const Model& model) {
    std::string text = "factline: 1\n";
    for (const Tree::Entry& entry : toTree(model).entries) {
        const bool section = !entry.value.entries.empty() && !entry.value.flow;
        if (section) text += '\n';
        text += blockEntry(entry, 0, {}) + '\n';
    }
    return text;
}

} // namespace factline::contract
