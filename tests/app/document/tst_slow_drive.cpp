// SPDX-License-Identifier: Apache-2.0
#include <atomic>

#include <sys/stat.h>
#include <sys/syscall.h>

#include <QSignalSpy>
#include <QTest>

#include "document/disk_watch.h"
#include "document/journal.h"
#include "samples.h"
#include "support/silence.h"

using namespace factline;
using namespace factline::testing;
using document::Document;

namespace {

std::atomic<bool> foldersHang = false;

} // namespace

// Called in the place of the system's by everything in this program.
extern "C" int fsync(int descriptor) {
    struct stat what {};
    while (foldersHang && ::fstat(descriptor, &what) == 0 && S_ISDIR(what.st_mode))
        ::usleep(1000);
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

namespace {

/// A model whose drive does not answer, and a save that waits for it.
struct Slow : ShopFolder {
    Document document;
    QSignalSpy saved{&document, &Document::saved};
    std::optional<Silence> silence;

    Slow() {
        document.show(*document::openFile(file));
        rename("billing");
        silence.emplace(file);
    }
    void rename(const std::string& name) {
        QVERIFY(document.apply(edit::Rename{document.snapshot()->model.contexts[1]->id, name}));
    }
    /// Another text stands in the file now: this one.
    std::string somebodyIsQuicker() {
        const std::string theirs = replaced(shop, "The shop", "Our shop");
        silence.reset();
        write(file, theirs);
        silence.emplace(file);
        return theirs;
    }
    /// The drive answers.
    void answer() {
        silence.reset();
        QTRY_VERIFY(!document.isSaving());
    }
    bool wentWell(int i) const { return !saved.at(i)[0].value<std::optional<Error>>(); }
};

} // namespace

/// Saving waits for a drive in the background, and the document goes on meanwhile.
class SlowDrive : public QObject {
    Q_OBJECT
private slots:
    void savesWhatItWasThen() {
        Slow slow;
        const std::string mine = textOf(slow.document);
        slow.document.save();
        QVERIFY(!slow.document.waitUntilSaved(50));
        QVERIFY(slow.document.isSaving() && slow.document.isDirty());
        slow.rename("ledgers");
        slow.answer();
        QCOMPARE(slow.saved.count(), 1);
        QVERIFY(slow.wentWell(0));
        QCOMPARE(read(slow.file), mine);
        QVERIFY(slow.document.isDirty());
        slow.document.history().undo(); // that is the one
        QVERIFY(!slow.document.isDirty());
        slow.document.history().undo();
        QVERIFY(slow.document.isDirty());
    }

    /// One goes on typing in the same gesture: undo leads to what is saved all the same.
    void typingGoesOnInAnotherStep() {
        Slow slow;
        const auto gesture = slow.document.newGesture();
        const auto type = [&](const char* name) {
            QVERIFY(slow.document.type("shop.factline.yaml", replaced(shop, "The shop", name), gesture));
        };
        type("Our shop");
        slow.document.save();
        type("Any shop");
        slow.answer();
        slow.document.history().undo();
        QVERIFY(!slow.document.isDirty());
        QCOMPARE(read(slow.file), textOf(slow.document));
    }

    /// Each is written as it was when it was asked for, one after the other.
    void twoSavesDoNotOverlap() {
        Slow slow;
        slow.document.save();
        slow.rename("ledgers");
        const std::string mine = textOf(slow.document);
        slow.document.save();
        slow.rename("books");
        QCOMPARE(slow.saved.count(), 0);
        slow.answer();
        QTRY_COMPARE(slow.saved.count(), 2);
        QVERIFY(slow.wentWell(0) && slow.wentWell(1));
        QCOMPARE(read(slow.file), mine);
        slow.document.history().undo();
        QVERIFY(!slow.document.isDirty());
    }

    void savedElsewhereItDoesNotWait() {
        Slow slow;
        const QTemporaryDir folder;
        const fs::path other = fs::path(folder.path().toStdString()) / "shop.factline.yaml";
        const std::string mine = textOf(slow.document);
        slow.document.save();
        QVERIFY(save(slow.document, other));
        QVERIFY(slow.document.file() == other && !slow.document.isDirty());
        QCOMPARE(read(other), mine);
        slow.silence.reset();
        QTRY_COMPARE(read(slow.file), mine); // as it was asked to be; nobody listens any more
        QTest::qWait(100);
        QVERIFY(slow.document.file() == other);
        QCOMPARE(slow.saved.count(), 1);
    }

    /// What comes of the save of a model is nothing to the next one.
    void anotherModelIsShownMeanwhile() {
        Slow slow;
        const std::string mine = textOf(slow.document);
        slow.document.save();
        slow.document.show(document::openText(shop), true);
        QVERIFY(!slow.document.isSaving());
        slow.silence.reset();
        QTRY_COMPARE(read(slow.file), mine);
        QTest::qWait(100);
        QVERIFY(slow.document.file().empty() && slow.document.isDirty());
        QCOMPARE(slow.saved.count(), 0);
    }

    /// Somebody was quicker: it is refused as ever, and what was saved before can be gone back to.
    void refusedLater() {
        Slow slow;
        const std::string theirs = slow.somebodyIsQuicker();
        slow.document.save();
        slow.rename("ledgers");
        slow.answer();
        QVERIFY(!slow.wentWell(0));
        QCOMPARE(read(slow.file), theirs);
        QVERIFY(slow.document.isDirty());
        slow.document.history().undo();
        QVERIFY(slow.document.isDirty());
        slow.document.history().undo();
        QVERIFY(!slow.document.isDirty());
    }

    /// What waits behind it was asked for before anybody knew: it writes over nobody's work.
    void nothingFollowsWhatWasRefused() {
        Slow slow;
        const std::string theirs = slow.somebodyIsQuicker();
        const auto knowsTheirs = [&] { slow.document.keepMine(*document::openFile(slow.file)); };
        connect(&slow.document, &Document::saved, &slow.document, knowsTheirs);
        slow.document.save();
        slow.rename("ledgers");
        slow.document.save();
        slow.answer();
        QTest::qWait(100);
        QCOMPARE(slow.saved.count(), 1);
        QVERIFY(!slow.wentWell(0));
        QCOMPARE(read(slow.file), theirs);
        QVERIFY(slow.document.isDirty());
    }

    /// The file that the next one was to be written over has not come to be.
    void nothingFollowsToWhereSavingFailed() {
        Slow slow;
        ShopFolder other;
        slow.silence.emplace(other.file);
        slow.document.saveAs(other.file);
        slow.document.save();
        QVERIFY(!slow.document.waitUntilSaved(100));
        fs::remove(other.file);
        slow.answer();
        QCOMPARE(slow.saved.count(), 1);
        QVERIFY(!slow.wentWell(0));
        QVERIFY(slow.document.file() == slow.file && slow.document.isDirty());
        QVERIFY(!fs::exists(other.file));
        QCOMPARE(read(slow.file), shop);
    }

    void anotherNameIsTriedWhateverCameBefore() {
        Slow slow;
        ShopFolder other;
        slow.silence.emplace(other.file);
        slow.document.saveAs(other.file);
        slow.document.saveAs(other.root / "mine.factline.yaml");
        QVERIFY(!slow.document.waitUntilSaved(100));
        fs::remove(other.file);
        slow.answer();
        QCOMPARE(slow.saved.count(), 2);
        QVERIFY(!slow.wentWell(0) && slow.wentWell(1));
        QVERIFY(slow.document.file() == other.root / "mine.factline.yaml" && !slow.document.isDirty());
        QCOMPARE(read(slow.document.file()), textOf(slow.document));
    }

    /// Saved once more it is saved under the name that it is about to get.
    void anotherNameStaysTheNext() {
        Slow slow;
        const fs::path other = slow.root / "other.factline.yaml";
        write(other, "anything"); // to be replaced
        const std::string first = textOf(slow.document);
        slow.document.save();
        slow.document.saveAs(other);
        slow.rename("ledgers");
        slow.document.save();
        slow.answer();
        QCOMPARE(slow.saved.count(), 2);
        QVERIFY(slow.wentWell(0) && slow.wentWell(1));
        QVERIFY(slow.document.file() == other && !slow.document.isDirty());
        QCOMPARE(read(other), textOf(slow.document));
        QCOMPARE(read(slow.file), first);
    }

    /// And what was to be saved under the first name is, before that.
    void firstNameGetsWhatWasToBeSavedUnderIt() {
        Slow slow;
        const fs::path other = slow.root / "other.factline.yaml";
        slow.document.save();
        slow.rename("ledgers");
        const std::string second = textOf(slow.document);
        slow.document.save();
        slow.rename("books");
        slow.document.saveAs(other);
        slow.answer();
        QCOMPARE(slow.saved.count(), 3);
        QVERIFY(slow.wentWell(0) && slow.wentWell(1) && slow.wentWell(2));
        QCOMPARE(read(slow.file), second);
        QCOMPARE(read(other), textOf(slow.document));
        QVERIFY(slow.document.file() == other && !slow.document.isDirty());
    }

    /// Another name was tried in vain meanwhile, so nobody waits for the first save: it is one's own all the
    /// same, for the next one and for who looks at the disk.
    void whatWasLetGoIsOnesOwn() {
        Slow slow;
        settle(slow.document);
        const std::string mine = textOf(slow.document);
        slow.document.save();
        QVERIFY(!save(slow.document, slow.file / "in-a-file.factline.yaml"));
        QVERIFY(!slow.document.isSaving() && slow.document.isDirty());
        document::DiskWatch watch(slow.document, 50);
        std::vector<bool> own;
        connect(&watch, &document::DiskWatch::changedOnDisk, &slow.document,
                [&](const document::Opened& theirs) { own.push_back(slow.document.recognise(theirs)); });
        slow.silence.reset();
        QTRY_VERIFY(!slow.document.isDirty());
        QCOMPARE(read(slow.file), mine);
        QCOMPARE(read(diagram::sidecarOf(slow.file)), testing::sidecarOf(slow.document));
        QVERIFY(std::ranges::find(own, false) == own.end()); // also while the places are not there yet
        write(slow.file, shop);
        QTRY_VERIFY(!own.back());
    }

    void nextOneWritesOverWhatWasLetGo() {
        Slow slow;
        slow.document.save();
        QVERIFY(!save(slow.document, slow.file / "in-a-file.factline.yaml"));
        slow.rename("ledgers");
        slow.document.save();
        slow.answer();
        QVERIFY(slow.wentWell(1));
        QCOMPARE(read(slow.file), textOf(slow.document));
        QVERIFY(!slow.document.isDirty());
    }

    /// Whoever hears of the first one, and would close the document, sees that it is not over.
    void nextIsOnItsWayWhenTheFirstIsTold() {
        Slow slow;
        std::vector<bool> isSaving;
        connect(&slow.document, &Document::saved, &slow.document,
                [&] { isSaving.push_back(slow.document.isSaving() && slow.document.isDirty()); });
        slow.document.save();
        slow.document.saveAs(slow.root / "other.factline.yaml");
        slow.answer();
        QCOMPARE(isSaving, (std::vector<bool>{true, false}));
    }

    /// Two models share a file: both write it, one after the other, and the second sees what the first did.
    void twoModelsDoNotOverlap() {
        Slow first;
        Document second;
        const fs::path root = first.root / "all.factline.yaml";
        const fs::path part = first.root / "parts/stores.yaml";
        write(root, "factline: 1\nmodel: Split\ninclude: [parts/*.yaml]\n");
        write(part, "factline: 1\ncontexts:\n  stores:\n    facts:\n      stock: {means: Left.}\n");
        first.document.show(*document::openFile(root));
        second.show(*document::openFile(part));
        const auto rename = [](Document& document, const char* name) {
            QVERIFY(document.apply(edit::Rename{document.snapshot()->model.contexts[0]->id, name}));
        };
        rename(first.document, "shelves");
        rename(second, "cellars");
        QSignalSpy saved(&second, &Document::saved);
        foldersHang = true;
        first.document.save();
        QTRY_VERIFY(read(part).find("shelves") != std::string::npos); // and the drive has not said so yet
        second.save();
        const bool waits = !second.waitUntilSaved(300);
        foldersHang = false;
        QVERIFY(waits);
        first.answer();
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(saved[0][0].value<std::optional<Error>>()); // it has not seen what the first did
        QVERIFY(first.wentWell(0));
        QVERIFY(read(part).find("shelves") != std::string::npos);
        for (const auto& entry : fs::recursive_directory_iterator(first.root))
            QVERIFY2(entry.path().extension() != ".new", entry.path().c_str());
    }

    void ownSaveIsNobodyElses() {
        Slow slow;
        document::DiskWatch watch(slow.document, 50);
        QSignalSpy changed(&watch, &document::DiskWatch::changedOnDisk);
        QSignalSpy lost(&watch, &document::DiskWatch::lost);
        const std::string mine = textOf(slow.document);
        foldersHang = true;
        slow.document.save();
        slow.rename("ledgers");
        slow.silence.reset();
        QTRY_COMPARE(read(slow.file), mine);
        QTest::qWait(500); // it is in its place, and the drive has not said so yet
        QVERIFY(slow.document.isSaving());
        foldersHang = false;
        slow.answer();
        QTest::qWait(500);
        QCOMPARE(changed.count() + lost.count(), 0);
        write(slow.file, shop); // and it still looks
        QTRY_COMPARE(changed.count(), 1);
    }

    void journalStaysUntilItIsWritten() {
        Slow slow;
        const QTemporaryDir folder;
        document::Journal journal(slow.document, folder.path(), 50);
        slow.document.save();
        QTRY_VERIFY(fs::exists(journal.file().toStdString()));
        slow.document.history().undo(); // to what was on disk: nobody knows what will be
        QTest::qWait(200);
        QVERIFY(fs::exists(journal.file().toStdString()));
        slow.document.history().redo();
        slow.answer();
        QVERIFY(!fs::exists(journal.file().toStdString()));
    }
};

QTEST_GUILESS_MAIN(SlowDrive)
#include "tst_slow_drive.moc"
