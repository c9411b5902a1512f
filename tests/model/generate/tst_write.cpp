// SPDX-License-Identifier: Apache-2.0
#include "generate/write.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <map>

#include <QTemporaryDir>
#include <QTest>
#include <rapidcheck.h>

#include "generate/manifest.h"
#include "generate/sha256.h"
#include "generate/store_file.h"

using namespace factline;
using namespace factline::generate;
namespace fs = std::filesystem;

namespace {

/// A folder for one test, and what is in it.
struct Folder {
    QTemporaryDir home;
    fs::path path = fs::path(home.path().toStdString()) / "out";

    void put(const std::string& name, const std::string& text) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << text;
    }
    std::string get(const std::string& name) const {
        std::ifstream stream(path / name, std::ios::binary);
        return stream.is_open() ? std::string(std::istreambuf_iterator<char>(stream), {}) : "(none)";
    }
    std::map<std::string, std::string> all() const {
        std::map<std::string, std::string> files;
        if (fs::exists(path))
            for (const auto& entry : fs::recursive_directory_iterator(path))
                if (entry.is_regular_file())
                    files[entry.path().lexically_relative(path).generic_string()] =
                        get(entry.path().lexically_relative(path).generic_string());
        return files;
    }
    /// "created a/b, kept c" for what is not unchanged.
    std::string write(const std::vector<GeneratedFile>& files, const WriteOptions& options = {}) const {
        const auto written = writeFiles(path, files, options);
        if (!written) return "error: " + written.error().message.english();
        std::string text;
        for (const auto& file : *written)
            if (file.fate != Fate::Unchanged)
                text += (text.empty() ? "" : ", ") + std::string(word(file.fate)) + ' ' + file.path;
        return text;
    }
};

const GeneratedFile one{"a/t/generated/one", "1", Ownership::Generated};
const GeneratedFile two{"a/t/generated/two", "2", Ownership::Generated};
const GeneratedFile hand{"a/t/handlers/hand", "h", Ownership::Handler};

GeneratedFile with(GeneratedFile file, std::string content) {
    file.content = std::move(content);
    return file;
}

} // namespace

class WriteTest : public QObject {
    Q_OBJECT
private slots:
    void hashesAsTheStandardSays() {
        QCOMPARE(sha256("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void createsAndThenWritesNothing() {
        const Folder folder;
        QCOMPARE(
            folder.write({one, two, hand}),
            std::string("created a/t/generated/one, created a/t/generated/two, created a/t/handlers/hand"));
        QCOMPARE(folder.get("a/t/generated/two"), std::string("2"));
        std::map<std::string, fs::file_time_type> times;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path)) {
            fs::last_write_time(entry, fs::file_time_type(std::chrono::hours(1)));
            times[entry.path().string()] = fs::last_write_time(entry);
        }
        QCOMPARE(times.size(), std::size_t(8)); // 4 files, 4 folders
        QCOMPARE(folder.write({one, two, hand}), std::string());
        for (const auto& [path, time] : times)
            QVERIFY2(fs::last_write_time(path) == time, path.c_str());
    }

    void theManifestTellsTextsOfOneNameApart() {
        const Folder folder;
        const std::vector<GeneratedFile> files{{"a/t/x", "1"}, {"a/u/x", "1"}, {"b/t/x", "2"},
                                               {"b/t/y", "1"}, {"b/u/x", "1"}, {"c/t/x", ""}};
        folder.write(files);
        const auto manifest = parseManifest(folder.get(std::string(manifestName)));
        for (const GeneratedFile& file : files)
            QCOMPARE(manifest.value().files.at(file.path), sha256(file.content));
    }

    void changesWhatIsItsOwn() {
        const Folder folder;
        folder.write({one, two, hand});
        QCOMPARE(folder.write({with(one, "new"), two, with(hand, "new")}),
                 std::string("changed a/t/generated/one, kept a/t/handlers/hand"));
        QCOMPARE(folder.get("a/t/generated/one"), std::string("new"));
        QCOMPARE(folder.get("a/t/handlers/hand"), std::string("h"));
    }

    void aHandlerIsNeverOverwritten() {
        const Folder folder;
        folder.write({hand});
        folder.put(hand.path, "mine");
        QCOMPARE(folder.write({with(hand, "new")}), "kept " + hand.path);
        QCOMPARE(folder.get(hand.path), std::string("mine"));
        QCOMPARE(folder.write({}), "kept " + hand.path);
        QCOMPARE(folder.get(hand.path), std::string("mine"));
    }

    void aHandlerThatLacksAnEventSaysWhich() {
        const Folder folder;
        GeneratedFile handler = with(hand, "onPlaced onShipped onShippedAgain");
        handler.handles = {"onPlaced", "onShipped", "onShippedAgain"};
        const auto note = [&] {
            const auto written = writeFiles(folder.path, {handler}).value();
            for (const auto& file : written)
                if (file.fate == Fate::Kept) return file.note.english();
            return std::string("not kept");
        };
        QCOMPARE(note(), std::string("not kept")); // it is written
        folder.put(hand.path, "mine: onPlaced, onShippedAgain; not onShipped_");
        QCOMPARE(note(), std::string("handlers are yours; new, and for you to write: onShipped"));
        folder.put(hand.path, "mine");
        QCOMPARE(note(), std::string("handlers are yours; new, and for you to write: onPlaced, onShipped, "
                                     "onShippedAgain"));
        folder.put(hand.path, "mine: onPlaced onShipped(onShippedAgain)");
        QCOMPARE(note(), std::string("handlers are yours"));
    }

    void anEditByHandIsRefusedAndTheNewTextStandsBeside() {
        const Folder folder;
        folder.write({one});
        folder.put(one.path, "edited");
        QCOMPARE(folder.write({with(one, "new")}), "refused " + one.path + ", created " + one.path + ".new");
        QCOMPARE(folder.get(one.path), std::string("edited"));
        QCOMPARE(folder.get(one.path + ".new"), std::string("new"));
        QCOMPARE(folder.write({with(one, "new")}), "refused " + one.path);
        QCOMPARE(folder.write({with(one, "newer")}),
                 "refused " + one.path + ", changed " + one.path + ".new");
        folder.put(one.path, "newer"); // taken over: the file beside goes
        QCOMPARE(folder.write({with(one, "newer")}), "removed " + one.path + ".new");
        QCOMPARE(folder.write({with(one, "next")}), "changed " + one.path);
    }

    void aFileOfSomebodyElseIsRefused() {
        const Folder folder;
        folder.put(one.path, "theirs");
        QCOMPARE(folder.write({one}), "refused " + one.path + ", created " + one.path + ".new");
        QCOMPARE(folder.get(one.path), std::string("theirs"));
    }

    void staleFilesGoOnlyAsWeWroteThem() {
        const Folder folder;
        folder.write({one, two, hand});
        folder.put("a/t/generated/foreign", "theirs");
        folder.put(two.path, "edited");
        QCOMPARE(folder.write({}),
                 std::string("removed a/t/generated/one, kept a/t/generated/two, removed a/t/handlers/hand"));
        QCOMPARE(folder.get(one.path), std::string("(none)"));
        QCOMPARE(folder.get(two.path), std::string("edited"));
        QCOMPARE(folder.get("a/t/generated/foreign"), std::string("theirs"));
        QVERIFY(!fs::exists(folder.path / "a/t/handlers"));
    }

    void whatIsOutOfScopeStays() {
        const Folder folder;
        const GeneratedFile other{"b/t/generated/x", "x", Ownership::Generated};
        const GeneratedFile target{"a/u/generated/y", "y", Ownership::Generated};
        folder.write({one, other, target});
        QCOMPARE(folder.write({}, {.scope = {"a/t/"}}), "removed " + one.path);
        QCOMPARE(folder.write({}, {.scope = {"*/u/"}}), "removed " + target.path);
        QCOMPARE(folder.write({}, {.scope = {"b/"}}), "removed " + other.path);
        QCOMPARE(folder.all().size(), std::size_t(1)); // the manifest
    }

    void aDryRunSaysTheSameAndWritesNothing() {
        const Folder folder;
        QVERIFY(folder.write({one}, {.dryRun = true}).starts_with("created"));
        QVERIFY(!fs::exists(folder.path));
        folder.write({one, two});
        folder.put(one.path, "edited");
        const auto before = folder.all();
        const std::string dry = folder.write({with(one, "new")}, {.dryRun = true});
        QVERIFY(folder.all() == before);
        QCOMPARE(folder.write({with(one, "new")}), dry);
        QCOMPARE(dry,
                 std::string(
                     "refused a/t/generated/one, created a/t/generated/one.new, removed a/t/generated/two"));
    }

    void nothingLeadsOut() {
        const Folder folder;
        for (const char* path :
             {"../x", "/tmp/x", "a/../../x", "a//x", "", ".", "a/./x", "a/x/", "a\\x", "c:x", "a/\n"}) {
            QVERIFY2(!staysInside(path), path);
            QVERIFY2(!writeFiles(folder.path, {one, {path, "x", Ownership::Generated}}), path);
        }
        QVERIFY(!writeFiles(folder.path, {{".factline-manifest.json", "{}", Ownership::Generated}}));
        QVERIFY(!writeFiles(folder.path, {one, one}));
        QVERIFY(!fs::exists(folder.path));
    }

    void linksThatLeadOutAreRefused() {
        const Folder folder;
        const fs::path outside = fs::path(folder.home.path().toStdString()) / "outside";
        fs::create_directories(outside / "t/generated");
        fs::create_directories(folder.path);
        fs::create_directory_symlink(outside, folder.path / "a");
        const auto refused = writeFiles(folder.path, {two, one});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY(fs::is_empty(outside / "t/generated"));

        fs::remove(folder.path / "a");
        fs::create_directories(folder.path / "a/t/generated");
        std::ofstream(outside / "target") << "theirs";
        for (const std::string& link :
             {one.path, one.path + ".new", std::string(".factline-manifest.json")}) {
            folder.put(one.path, "theirs");
            fs::remove(folder.path / link);
            fs::create_symlink(outside / "target", folder.path / link);
            QVERIFY2(!writeFiles(folder.path, {one}), link.c_str());
            fs::remove(folder.path / link);
        }
        std::ifstream target(outside / "target");
        QCOMPARE(std::string(std::istreambuf_iterator<char>(target), {}), std::string("theirs"));

        fs::remove_all(folder.path / "a");
        fs::create_directories(folder.path / "elsewhere");
        fs::create_directory_symlink("elsewhere",
                                     folder.path / "a"); // a link that stays inside is the user's choice
        QCOMPARE(folder.write({one}), "created " + one.path);
        QCOMPARE(folder.get("elsewhere/t/generated/one"), std::string("1"));
    }

    void aManifestCannotBeMadeToRemoveWhatIsNotOurs() {
        const Folder folder;
        const fs::path victim = fs::path(folder.home.path().toStdString()) / "victim";
        std::ofstream(victim) << "precious";
        for (const std::string& path : {std::string("../victim"), victim.string()}) {
            folder.put(".factline-manifest.json",
                       R"({"format": 1, "files": {")" + path + R"(": ")" + sha256("precious") + R"("}})");
            QVERIFY(!writeFiles(folder.path, {}));
            QVERIFY(fs::exists(victim));
        }
        for (const char* text : {"{", "[]", "{}", R"({"format": 2, "files": {}})",
                                 R"({"format": 1, "files": []})", R"({"format": 1, "files": {"a": 1}})"}) {
            folder.put(".factline-manifest.json", text);
            const auto written = writeFiles(folder.path, {one});
            QVERIFY2(!written, text);
            QCOMPARE(written.error().code, ErrorCode::Unreadable);
        }
    }

    void aFolderInTheWayIsNamed() {
        const Folder folder;
        fs::create_directories(folder.path / one.path);
        const auto written = writeFiles(folder.path, {one});
        QVERIFY(!written);
        QVERIFY(written.error().message.english().find(one.path) != std::string::npos);
        folder.put("b", "x");
        QVERIFY(!writeFiles(folder.path, {{"b/c", "x", Ownership::Generated}}));
    }

    void filesOfAnotherModelAreLeftAlone() {
        const Folder folder;
        QCOMPARE(folder.write({one}, {.model = "Shop"}), std::string("created a/t/generated/one"));
        const auto before = folder.all();
        for (const bool dryRun : {true, false}) {
            const auto refused = writeFiles(folder.path, {two}, {.model = "Bank", .dryRun = dryRun});
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Refused);
            QVERIFY(refused.error().message.english().find("\"Shop\"") != std::string::npos);
            QVERIFY(refused.error().message.english().find("\"Bank\"") != std::string::npos);
        }
        QCOMPARE(folder.all(), before);
        QCOMPARE(folder.write({two}, {.model = "Shop"}),
                 std::string("removed a/t/generated/one, created a/t/generated/two"));
    }

    void aManifestWithoutAModelIsTakenOver() {
        const Folder folder;
        folder.write({one});
        QCOMPARE(folder.write({two}, {.model = "Shop"}),
                 std::string("removed a/t/generated/one, created a/t/generated/two"));
        QVERIFY(!writeFiles(folder.path, {one}, {.model = "Bank"}));
    }

    void whatIsWriteProtectedIsRefused() {
        const Folder folder;
        folder.write({one, two});
        for (const auto& file : {one, two})
            fs::permissions(folder.path / file.path, fs::perms::owner_read);
        const auto before = folder.get(one.path);
        QCOMPARE(
            folder.write({with(one, "anew")}),
            std::string("refused a/t/generated/one, created a/t/generated/one.new, kept a/t/generated/two"));
        QCOMPARE(folder.get(one.path), before);
    }

    void theManifestIsSortedAndReadsBack() {
        QCOMPARE(
            renderManifest({"", {{"b", "2"}, {"a\"", "1"}}}),
            std::string(
                "{\n  \"format\": 1,\n  \"files\": {\n    \"a\\\"\": \"1\",\n    \"b\": \"2\"\n  }\n}\n"));
        QCOMPARE(parseManifest(renderManifest({})).value(), Manifest());
        const Manifest shop{"The \"shop\"", {{"a/b", "1"}}};
        QCOMPARE(parseManifest(renderManifest(shop)).value(), shop);
    }

    void stoppedHalfWayEachFileIsKnown() {
        const Folder folder;
        std::vector<GeneratedFile> files;
        files.reserve(1000);
        for (int i = 0; i < 1000; ++i)
            files.push_back({"a/t/" + std::to_string(i), "old", Ownership::Generated});
        QVERIFY(writeFiles(folder.path, files));
        for (GeneratedFile& file : files)
            file.content = "new";
        std::stop_source stop;
        std::atomic<std::size_t> most = 0;
        const auto written =
            writeFiles(folder.path, files, {}, {stop.get_token(), [&](std::size_t done, std::size_t all) {
                                                    if (all == files.size() && done == 100)
                                                        stop.request_stop();
                                                    most = std::max<std::size_t>(most, done);
                                                }});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QVERIFY(most >= 100 && most < 1000);
        const auto manifest = parseManifest(folder.get(std::string(manifestName))).value();
        QCOMPARE(manifest.files.size(), files.size());
        std::size_t fresh = 0;
        for (const GeneratedFile& file : files) {
            const std::string text = folder.get(file.path);
            QVERIFY(text == "old" || text == "new");
            fresh += text == "new" ? 1 : 0;
            QCOMPARE(manifest.files.at(file.path), sha256(text));
        }
        QVERIFY(fresh >= 100 && fresh < 1000);
        const auto again = writeFiles(folder.path, files);
        QVERIFY(again);
        QCOMPARE(std::size_t(std::ranges::count(*again, Fate::Changed, &WrittenFile::fate)), 1000 - fresh);
    }

    void aFailureHalfWayLosesTrackOfNothing() {
        const Folder folder;
        folder.put("b/t/.one.part/in the way", "theirs");
        const GeneratedFile blocked{"b/t/one", "1", Ownership::Generated};
        const auto written = writeFiles(folder.path, {one, blocked});
        QVERIFY(!written);
        QVERIFY2(written.error().message.english().find(blocked.path) != std::string::npos,
                 written.error().message.english().c_str());
        const auto manifest = parseManifest(folder.get(std::string(manifestName))).value();
        QVERIFY(!manifest.files.contains(blocked.path));
        QCOMPARE(manifest.files.contains(one.path), folder.get(one.path) == "1");
        QCOMPARE(folder.get("b/t/.one.part/in the way"), std::string("theirs"));
    }

    void aRunBrokenOffIsCleanedUp() {
        const Folder folder;
        folder.put("a/t/generated/.one.part", "half of");
        QCOMPARE(folder.write({one}), "created " + one.path);
        QCOMPARE(folder.get(one.path), std::string("1"));
        QVERIFY(!fs::exists(folder.path / "a/t/generated/.one.part"));
    }

    void looksOnlyAndTellsHowFar() {
        const Folder folder;
        std::atomic<std::size_t> all = 0;
        const Watch watch{{}, [&](std::size_t, std::size_t of) { all = of; }};
        QVERIFY(writeFiles(folder.path, {one, two}, {.dryRun = true}, watch));
        QCOMPARE(all.load(), std::size_t(2));
        QVERIFY(!fs::exists(folder.path));
    }

    void anyHistoryKeepsEditsAndEndsRight() {
        QVERIFY(rc::check("no edit by hand is ever lost", [] {
            const Folder folder;
            std::map<std::string, std::string> edited;
            const std::vector<std::string> paths{"a/1", "a/2", "b/3"};
            for (int step = 0; step < 12; ++step) {
                if (*rc::gen::inRange(0, 3) == 0) {
                    const std::string path = *rc::gen::elementOf(paths);
                    edited[path] = "by hand " + std::to_string(step);
                    folder.put(path, edited[path]);
                }
                std::vector<GeneratedFile> files;
                for (const auto& path : paths)
                    if (*rc::gen::arbitrary<bool>())
                        files.push_back(
                            {path, std::to_string(*rc::gen::inRange(0, 3)), Ownership::Generated});
                const auto written = writeFiles(folder.path, files);
                RC_ASSERT(written.has_value());
                for (const auto& [path, text] : edited)
                    RC_ASSERT(folder.get(path) == text);
                for (const auto& file : files)
                    RC_ASSERT(folder.get(edited.contains(file.path) && folder.get(file.path) != file.content
                                             ? file.path + ".new"
                                             : file.path) == file.content);
                const auto again = writeFiles(folder.path, files);
                for (const auto& file : *again)
                    RC_ASSERT(file.fate == Fate::Unchanged || file.fate == Fate::Refused ||
                              file.fate == Fate::Kept);
            }
        }));
    }
};

QTEST_APPLESS_MAIN(WriteTest)
#include "tst_write.moc"
