// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

#include "samples.h"

using namespace factline;
using namespace factline::testing;
using document::Document;

namespace {

/// A folder on a disk of its own that is soon full; where no disk can be made, nothing can be written at all.
struct FullFolder {
    QTemporaryDir folder;
    fs::path root = folder.path().toStdString();
    bool mounted = ::mount("tmpfs", root.c_str(), "tmpfs", 0, "size=64k") == 0;
    void fill() const {
        if (mounted) {
            std::ofstream out(root / "filler", std::ios::binary);
            const std::string block(4096, 'x');
            for (int i = 0; i < 32 && out; ++i)
                out << block << std::flush;
        } else {
            fs::permissions(root, fs::perms::owner_read | fs::perms::owner_exec);
        }
    }
    bool works() const { return mounted || ::geteuid() != 0; } // root may write wherever it likes
    ~FullFolder() {
        if (mounted) ::umount(root.c_str());
        fs::permissions(root, fs::perms::owner_all);
    }
};

void rename(Document& document, const char* element, const std::string& name) {
    const auto applied = document.apply(edit::Rename{idOf(document, element), name});
    QVERIFY2(applied, applied ? "" : applied.error().message.english().c_str());
}

const std::string large = [] {
    std::string text = "factline: 1\nmodel: Large\ncontexts:\n  orders:\n    facts:\n";
    for (int i = 0; i < 400; ++i)
        text += "      fact-" + std::to_string(i) + ": {means: Something or other.}\n";
    return text;
}();

} // namespace

/// What is saved differs from what was there by what was changed; where saving fails, nothing is lost.
class FilesTest : public QObject {
    Q_OBJECT
private slots:
    void oneFieldIsOneLine() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        QVERIFY(!document.isDirty());
        QCOMPARE(document.title(), QString("shop"));
        Fact fact = *document.snapshot()->model.contexts[0]->facts[0];
        fact.means = "What a customer wants.";
        QVERIFY(document.apply(edit::ReplaceElement{fact}));
        QVERIFY(document.isDirty());
        QCOMPARE(read(shopFolder.file), shop); // only Save writes
        QVERIFY(save(document));
        QVERIFY(!document.isDirty());
        QCOMPARE(read(shopFolder.file), replaced(shop, "What was asked for.", "What a customer wants."));
        document.history().undo();
        QVERIFY(document.isDirty());
        QVERIFY(save(document));
        QCOMPARE(read(shopFolder.file), shop);
    }

    void placesAreSavedBesideAndReadAgain() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        settle(document);
        auto positions = *document.snapshot()->positions;
        positions.nodes["event orders/OrderPlaced"] = {120, 340};
        document.place(positions, "Move OrderPlaced");
        QVERIFY(save(document));
        QCOMPARE(read(shopFolder.file), shop);
        QCOMPARE(read(shopFolder.root / "shop.layout.json"), sidecarOf(document));
        const auto again = document::openFile(shopFolder.file);
        QVERIFY(again->state->positions->nodes == document.snapshot()->positions->nodes);
        QVERIFY(again->notices.empty());
    }

    void unreadableSidecarIsSaid() {
        ShopFolder shopFolder;
        write(shopFolder.root / "shop.layout.json", "<<<<<<< ours");
        const auto opened = document::openFile(shopFolder.file);
        QVERIFY(opened && opened->notices.size() == 1);
        QVERIFY(opened->notices[0].english().find("shop.layout.json") != std::string::npos);
    }

    void folderIsOpened() {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        write(root / "model.factline.yaml", shop);
        const auto opened = document::openFile(root);
        QVERIFY(opened && opened->file == root / "model.factline.yaml");
        QVERIFY(!document::openFile(root / "nothing.factline.yaml"));
    }

    void refusesWhereTheDiskDiffers() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        rename(document, "context finance", "billing");
        const std::string theirs = shop + "# theirs\n";
        write(shopFolder.file, theirs);
        const auto saved = save(document);
        QVERIFY(!saved && saved.error().code == ErrorCode::Refused);
        QCOMPARE(read(shopFolder.file), theirs);
        QVERIFY(document.isDirty());
        // Keep mine: the next save writes over what is there now.
        document.keepMine(*document::openFile(shopFolder.file));
        QVERIFY(document.isDirty());
        QVERIFY(save(document));
        QCOMPARE(read(shopFolder.file), textOf(document));
    }

    /// Keeping mine and saving it writes over theirs on disk: the history has them.
    void theirsIsUnderMine() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        rename(document, "context finance", "billing");
        const std::string mine = textOf(document);
        const std::string theirs = replaced(shop, "What was asked for.", "Theirs.");
        write(shopFolder.file, theirs);
        document.keepMine(*document::openFile(shopFolder.file));
        QCOMPARE(textOf(document), mine);
        QVERIFY(document.isDirty());
        QVERIFY(save(document));
        document.history().undo();
        QCOMPARE(textOf(document), theirs);
        QVERIFY(document.isDirty());
        document.history().undo();
        QCOMPARE(textOf(document), mine);
    }

    void refusesWhereTheSidecarDiffers() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        settle(document);
        rename(document, "context finance", "billing");
        write(shopFolder.root / "shop.layout.json", R"({"format": 1, "nodes": {"context orders": [1, 2]}})");
        const auto saved = save(document);
        QVERIFY(!saved && saved.error().code == ErrorCode::Refused);
        QVERIFY(saved.error().message.english().find("shop.layout.json") != std::string::npos);
        QCOMPARE(read(shopFolder.file), shop);
    }

    void theirsIsOneStep() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        settle(document);
        const ElementId event = idOf(document, "event orders/OrderPlaced");
        rename(document, "context finance", "billing");
        const std::string mine = textOf(document);
        const std::string places = sidecarOf(document);
        const std::string theirs = replaced(shop, "What was asked for.", "Theirs.");
        write(shopFolder.file, theirs);
        write(shopFolder.root / "shop.layout.json", R"({"format": 1, "nodes": {"context orders": [77, 2]}})");
        document.takeTheirs(*document::openFile(shopFolder.file));
        QVERIFY(!document.isDirty());
        QCOMPARE(textOf(document), theirs);
        QVERIFY(idOf(document, "event orders/OrderPlaced") == event);
        QCOMPARE(document.snapshot()->positions->nodes.at("context orders").x, 77.0);
        QVERIFY(document.snapshot()->positions->nodes.contains("event orders/OrderPlaced")); // mine
        document.history().undo();
        QVERIFY(document.isDirty());
        QCOMPARE(textOf(document), mine);
        QCOMPARE(sidecarOf(document), places);
        QVERIFY(save(document));
        QCOMPARE(read(shopFolder.file), mine);
    }

    void deletedFileIsWrittenAgain() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        rename(document, "context finance", "billing");
        fs::remove(shopFolder.file);
        QVERIFY(!save(document));
        document.keepMine({});
        QVERIFY(save(document));
        QCOMPARE(read(shopFolder.file), textOf(document));
    }

    void fullDiskLeavesTheOldFile() {
        FullFolder full;
        if (!full.works()) QSKIP("A disk cannot be made here, and root may write everywhere.");
        const fs::path file = full.root / "large.factline.yaml";
        write(file, large);
        Document document;
        document.show(*document::openFile(file));
        rename(document, "context orders", "sales");
        full.fill();
        const auto saved = save(document);
        QVERIFY(!saved && saved.error().code == ErrorCode::External);
        QVERIFY(document.isDirty());
        QCOMPARE(read(file), large);
        const auto entries = std::distance(fs::directory_iterator(full.root), fs::directory_iterator{});
        QCOMPARE(entries, full.mounted ? 2 : 1); // nothing half written is left behind
        // With room again, the same save succeeds.
        fs::permissions(full.root, fs::perms::owner_all);
        fs::remove(full.root / "filler");
        QVERIFY(save(document));
        QVERIFY(!document.isDirty());
        QCOMPARE(read(file), textOf(document));
    }

    void placesThatCannotBeSavedAreNotForgotten() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        settle(document);
        rename(document, "context finance", "billing");
        fs::create_directories(shopFolder.root / "shop.layout.json"); // in the way
        const auto saved = save(document);
        QVERIFY(!saved && saved.error().code == ErrorCode::External);
        QCOMPARE(read(shopFolder.file), textOf(document));
        QVERIFY(document.isDirty());
        fs::remove(shopFolder.root / "shop.layout.json");
        QVERIFY(save(document));
        QVERIFY(!document.isDirty());
        QCOMPARE(read(shopFolder.root / "shop.layout.json"), sidecarOf(document));
    }

    void placesThatAreWriteProtectedStay() {
        ShopFolder shopFolder;
        const fs::path sidecar = shopFolder.root / "shop.layout.json";
        Document document;
        document.show(*document::openFile(shopFolder.file));
        settle(document);
        QVERIFY(save(document));
        const std::string before = read(sidecar);
        fs::permissions(sidecar, fs::perms::owner_read); // root could write it all the same
        rename(document, "context finance", "billing");
        const auto saved = save(document);
        QVERIFY(!saved && saved.error().code == ErrorCode::Refused);
        QVERIFY2(saved.error().message.english().find("write-protected") != std::string::npos &&
                     saved.error().message.english().find("chmod u+w") != std::string::npos,
                 saved.error().message.english().c_str());
        QCOMPARE(read(sidecar), before);
        QCOMPARE(read(shopFolder.file), textOf(document)); // the model itself is saved, and that is said
        QVERIFY(document.isDirty());
        fs::permissions(sidecar, fs::perms::owner_read | fs::perms::owner_write);
        QVERIFY(save(document));
        QVERIFY(!document.isDirty());
        QCOMPARE(read(sidecar), sidecarOf(document));
    }

    void draftIsSavedAsItStands() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        const std::string broken = replaced(shop, "announces: [", "announces: [[");
        QVERIFY(document.type("shop.factline.yaml", broken));
        QVERIFY(document.isDirty());
        QVERIFY(save(document));
        QVERIFY(!document.isDirty());
        QVERIFY(document.draft());
        QCOMPARE(read(shopFolder.file), broken);
        document.history().undo();
        QVERIFY(document.isDirty());
        QVERIFY(save(document));
        QCOMPARE(read(shopFolder.file), shop);
    }

    void untitledNeedsAName() {
        Document document;
        document.show(document::openText(shop), true);
        QCOMPARE(document.title(), QString("Untitled"));
        QVERIFY(document.isDirty());
        QVERIFY(!save(document));
        QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "new/plan.factline.yaml";
        QSignalSpy status(&document, &Document::statusChanged);
        QVERIFY(save(document, file));
        QVERIFY(status.count() > 0);
        QCOMPARE(read(file), shop);
        QCOMPARE(document.title(), QString("plan"));
        QVERIFY(!document.isDirty());
        rename(document, "context finance", "billing");
        QVERIFY(save(document));
        QCOMPARE(read(file), textOf(document));
    }

    void savedAsOverAnotherFile() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        const fs::path other = shopFolder.root / "other.factline.yaml";
        write(other, "something else\n");
        QVERIFY(save(document, other));
        QCOMPARE(read(other), shop);
        QVERIFY(document.file() == other);
        rename(document, "context finance", "billing");
        QVERIFY(save(document));
        QCOMPARE(read(other), textOf(document));
        QCOMPARE(read(shopFolder.file), shop);
    }

    void savedAsWithIncludedFiles() {
        ShopFolder shopFolder;
        const fs::path root = shopFolder.root / "model.factline.yaml";
        const std::string part =
            "factline: 1\ncontexts:\n  stores:\n    facts:\n      stock: {means: Left.}\n";
        write(root, "factline: 1\nmodel: Split\ninclude: [parts/*.yaml]\n");
        write(shopFolder.root / "parts/stores.yaml", part);
        Document document;
        document.show(*document::openFile(root));
        rename(document, "context stores", "shops");
        QVERIFY(save(document));
        const std::string now = read(shopFolder.root / "parts/stores.yaml");
        QVERIFY(now != part);

        const fs::path beside = shopFolder.root / "copy.factline.yaml"; // the same parts
        QVERIFY(save(document, beside));
        QCOMPARE(read(beside), read(root));

        const fs::path elsewhere = shopFolder.root / "elsewhere/copy.factline.yaml";
        QVERIFY(save(document, elsewhere));
        QCOMPARE(read(shopFolder.root / "elsewhere/parts/stores.yaml"), now);
        QVERIFY(save(document, elsewhere)); // the parts are there already, and the same

        const fs::path taken = shopFolder.root / "taken/copy.factline.yaml";
        write(shopFolder.root / "taken/parts/stores.yaml", "not ours\n");
        const auto refused = save(document, taken);
        QVERIFY(!refused && refused.error().code == ErrorCode::Refused);
        QCOMPARE(read(shopFolder.root / "taken/parts/stores.yaml"), std::string("not ours\n"));
        QVERIFY(!fs::exists(taken));
        QVERIFY(document.file() == elsewhere);
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "tst_files.moc"
