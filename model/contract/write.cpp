// SPDX-License-Identifier: Apache-2.0
#include "contract/write.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "contract/tree.h"
#include "contract/writing/tree_sync.h"

namespace factline::contract {

namespace {

constexpr int mostRounds = 8;

/// An element on the way to a difference, and what it is called.
struct Step {
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
    const std::vector<Step>& around() const { return m_around; }

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
    std::vector<Step> m_around;
};

Result<std::vector<SourceFile>> patchedFiles(const ReadModel& before, SyncResult& sync) {
    std::vector<SourceFile> files = before.files;
    for (std::uint32_t i = 0; i < files.size(); ++i) {
        const auto size = static_cast<std::uint32_t>(files[i].text.size());
        auto text = patched(before.files[i].text, i, 0, size, sync.patches);
        if (!text)
            return failure(ErrorCode::Refused,
                           fmt::format("{} cannot be changed in place. Save the model under "
                                       "another name and compare the two.",
                                       files[i].path));
        files[i].text = *std::move(text);
    }
    std::ranges::move(sync.newFiles, std::back_inserter(files));
    return files;
}

tl::unexpected<Error> cannotWrite(const ReadModel& before, const std::string& what) {
    return failure(
        ErrorCode::Refused,
        fmt::format("{} cannot be written into {} without losing something; the file stays as it is. "
                    "Change it in the text, or write it in block style first.",
                    what, before.files.empty() ? "the file" : before.files.front().path));
}

} // namespace

namespace {

/// Problems for which something was not read.
std::ptrdiff_t misread(const ReadModel& read) {
    return std::ranges::count_if(read.problems, [](const Problem& problem) { return !problem.kept; });
}

} // namespace

Result<Written> renderModel(const ReadModel& before, const Model& after) {
    const Tree old = toTree(before.model);
    const Tree now = toTree(after);
    Written written{before.files, {}};
    if (old == now) return written;
    const bool split = before.files.size() > 1 || !before.model.include.empty();
    std::set<ElementId> anew;
    for (int round = 0; round < mostRounds; ++round) {
        SyncResult sync = TreeSync(before, old, now, anew).run();
        if (sync.failed && round > 0) return cannotWrite(before, "The change");
        auto files = patchedFiles(before, sync);
        if (!files) return tl::unexpected(files.error());
        const ReadModel again = parseModel(*files);
        Comparison comparison(split);
        const bool same = comparison.same(now, toTree(again.model));
        if (same && !sync.failed && misread(again) <= misread(before)) {
            written.files = *std::move(files);
            written.notices.insert(written.notices.end(), sync.notices.begin(), sync.notices.end());
            return written;
        }
        // Write the smallest element around the difference anew that has not been written anew yet.
        const auto& around = comparison.around();
        const auto step =
            std::find_if(around.rbegin(), around.rend(), [&](const Step& s) { return !anew.contains(s.id); });
        if (same || step == around.rend()) return cannotWrite(before, "The change");
        anew.insert(step->id);
        written.notices.push_back(fmt::format(
            "{} was written anew, because it could not be changed in place; its comments stand above it.",
            step->name.empty() ? "An element without a name" : step->name));
    }
    return cannotWrite(before, "The change");
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
