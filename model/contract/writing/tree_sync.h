// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "contract/read.h"
#include "contract/writing/member_match.h"
#include "contract/writing/page.h"
#include "contract/writing/text_patch.h"

namespace factline::contract {

/// The patches that make files say another tree, and what else came of it.
struct SyncResult {
    std::vector<TextPatch> patches;
    std::vector<SourceFile> newFiles;
    std::vector<Phrase> notices;
    bool failed = false; ///< something is written in a way that cannot be edited in place
};

/// Compares what files say with what they are to say, both as canonical trees, and collects the smallest
/// patches.
class TreeSync {
public:
    /// Elements in `anew` are written anew as a whole. Everything given must outlive this.
    TreeSync(const ReadModel& before, const Tree& old, const Tree& now, const std::set<ElementId>& anew);

    SyncResult run();

private:
    /// The context that stands around a value, before and after.
    struct Own {
        enum class Level { Root, Contexts, Inside };
        Level level = Level::Root;
        std::string before;
        std::string after;
    };
    /// A mapping or sequence in a file.
    struct Container {
        Location at;
        std::vector<Location> members;
        std::vector<bool> gone; ///< for every member: is not wanted any more, or moves elsewhere
    };
    /// A member as it is to be: where it stands now (if it may stay there), or a new one.
    struct Placed {
        Member now;
        const Member* old = nullptr;
        std::optional<Location> stays;
        std::optional<Location> comesFrom; ///< moved: its source text
        std::size_t container = 0;
    };
    using Containers = std::vector<Container>;

    // tree_sync.cpp: values
    void root();
    void value(const Tree* old, const Tree& now, const Location& at, const Own& own);
    void scalar(const Tree* old, const Tree& now, const Location& at, const Own& own);
    void replace(const Tree& now, const Location& at, bool keepComments);
    void replaceInBlock(const Tree& now, const Location& at, const std::vector<std::string>& comments);
    Tree withOwnKeys(const Tree& now, const Location& at) const;
    void indexElements(const Tree& tree, const Own& own);
    void writeNewFiles(std::vector<Member>& contexts);
    void patch(std::uint32_t file, std::uint32_t begin, std::uint32_t end, std::string text);

    // members_sync.cpp: what stands in a mapping or sequence
    void members(const std::vector<Member>& olds, const std::vector<Member>& nows,
                 const Containers& containers, const Own& own);
    std::vector<std::optional<Location>> locateAll(const std::vector<Member>& olds,
                                                   const Containers& containers, const Own& own) const;
    std::vector<Placed> place(const std::vector<Member>& olds, const std::vector<Member>& nows,
                              const std::vector<std::optional<Location>>& places,
                              const Containers& containers) const;
    void sync(const Placed& member, const Own& own);
    void editKey(const Placed& member, const Location& at, const Own& own);
    Own inside(const Own& own, const Member* old, const Member& now) const;
    const Page& pageOf(const Container& container) const { return m_pages[container.at.file]; }

    // block_sync.cpp: lines of block style
    using Wanted = std::vector<const Placed*>;
    void editBlock(const Container& container, const Wanted& wanted, const Own& own);
    std::size_t goneBesideDash(const Container& container) const;
    void removeBesideDash(const Container& container, std::size_t count, const std::string& instead);
    void removeLines(const Container& container, std::size_t index);
    void insertLines(const Container& container, std::size_t index, bool after, const std::string& lines);
    void emptyContainer(const Container& container);
    bool blankBetween(const Container& container, bool manyLines) const;
    Extent linesOf(const Container& container, std::size_t index) const;
    std::string newLines(const Container& container, const Placed& member, const Own& own);
    std::optional<std::string> movedLines(const Page& target, std::size_t column, const Placed& member,
                                          const Own& own);
    std::optional<std::string> sectionOfMoved(const Page& target, std::size_t column, const Placed& section,
                                              const Own& own);

    // flow_sync.cpp: parts between brackets
    void editFlow(const Container& container, const Wanted& wanted, const Own& own);
    std::string flowPart(const Container& container, const Placed& member, const Own& own);

    const ReadModel& m_before;
    const Tree& m_old;
    const Tree& m_now;
    const std::set<ElementId>& m_anew;
    std::vector<Page> m_pages;
    struct Known {
        Member member;
        Own own;
    };
    std::map<ElementId, Known> m_known; ///< elements that stand in the files, and around what
    SyncResult m_result;
};

} // namespace factline::contract
