// SPDX-License-Identifier: Apache-2.0
#include "architecture/includes.h"

#include <map>
#include <set>

namespace factline::architecture {

namespace {

using Rooms = std::set<std::string>;

/// The rooms of the library and what each may include directly; what those may include, it may as well.
const std::map<std::string, Rooms>& libraryRooms() {
    static const std::map<std::string, Rooms> rooms{
        {"base", {}},
        {"domain", {"base"}},
        {"contract", {"domain"}},
        {"edit", {"domain"}},
        {"propagation", {"domain"}},
        {"catalogue", {"domain"}},
        {"freshness", {"propagation"}},
        {"compare", {"freshness", "contract", "edit"}},
        {"lint", {"freshness", "edit"}},
        {"diagram", {"propagation"}},
        {"exchange", {"diagram"}},
        {"generate", {"freshness"}},
        {"report", {"lint", "compare"}},
    };
    return rooms;
}

/// The rooms of the programs and which other rooms of the programs each may include. All but the layout
/// program may use the whole library.
const std::map<std::string, Rooms>& programRooms() {
    static const std::map<std::string, Rooms> rooms{
        {"layout-worker", {}},
        {"language", {}},
        {"picture", {"language"}},
        {"review", {"picture"}},
        {"verification", {}},
        {"cli", {}},
        {"drawing", {"picture", "review", "cli"}},
        {"verifier", {"verification", "cli"}},
        {"document", {"language"}},
        {"jobs", {"document", "picture"}},
        {"viewmodels", {"language"}},
        {"workspace", {"picture", "document", "viewmodels", "jobs"}},
        {"canvas", {"picture", "document", "viewmodels", "jobs", "workspace"}},
        {"panels", {"picture", "document", "viewmodels", "jobs", "workspace", "verification"}},
        {"shell",
         {"picture", "review", "cli", "document", "jobs", "viewmodels", "workspace", "canvas", "panels"}},
    };
    return rooms;
}

void addBelow(const std::string& room, Rooms& below) {
    const auto found = libraryRooms().find(room);
    if (found == libraryRooms().end() || !below.insert(room).second) return;
    for (const std::string& next : found->second)
        addBelow(next, below);
}

/// Every room that a file of `room` may include, its own among them.
Rooms allowedFor(const std::string& top, const std::string& room) {
    Rooms allowed;
    if (top == "model") {
        addBelow(room, allowed);
    } else if (room == "layout-worker") {
        addBelow("diagram", allowed);
        allowed.insert(room);
    } else {
        for (const auto& [name, below] : libraryRooms())
            allowed.insert(name);
        allowed.insert(room);
        if (const auto found = programRooms().find(room); found != programRooms().end())
            allowed.insert(found->second.begin(), found->second.end());
    }
    return allowed;
}

std::string listed(const Rooms& rooms) {
    std::string text;
    for (const std::string& room : rooms)
        text += (text.empty() ? "" : ", ") + room;
    return text;
}

/// "panels/outline" of "panels/outline/tree.h"; empty for a file directly in its room.
std::string folderInRoom(const std::string& path) {
    const auto first = path.find('/');
    const auto second = first == std::string::npos ? first : path.find('/', first + 1);
    return second == std::string::npos ? std::string() : path.substr(0, second);
}

} // namespace

Offences includeOffences(const SourceTree& tree) {
    Offences offences;
    for (const SourceFile& file : tree.sources) {
        if (file.top() == "tests") continue;
        const Rooms allowed = allowedFor(file.top(), file.room());
        for (const Include& include : file.includes()) {
            if (!include.quoted || include.target.ends_with(".moc")) continue;
            const std::string at = file.path + ":" + std::to_string(include.line) + ": ";
            const std::string room = include.target.substr(0, include.target.find('/'));
            if (!tree.has("model/" + include.target) && !tree.has("app/" + include.target))
                offences.push_back(at + "\"" + include.target +
                                   "\" leads nowhere; write an include as \"room/file.h\"");
            else if (!allowed.contains(room))
                offences.push_back(std::string(at)
                                       .append(file.room())
                                       .append(" may not include ")
                                       .append(room)
                                       .append(", only ") +
                                   listed(allowed));
            else if (room == "panels" && file.room() == "panels" &&
                     folderInRoom(include.target) != folderInRoom(file.path.substr(4)) &&
                     !folderInRoom(include.target).empty())
                offences.push_back(at + "panels do not include one another");
        }
    }
    return offences;
}

Offences unknownRooms(const SourceTree& tree) {
    Offences offences;
    std::set<std::string> seen;
    for (const SourceFile& file : tree.sources) {
        const auto& rooms = file.top() == "model" ? libraryRooms() : programRooms();
        if (file.top() == "tests" || rooms.contains(file.room())) continue;
        const std::string folder = file.top() + "/" + file.room();
        if (seen.insert(folder).second)
            offences.push_back(folder + " is no room of the house; give it a place in the table of " +
                               "tests/architecture/includes.cpp and in CONTRIBUTING.md");
    }
    return offences;
}

} // namespace factline::architecture
