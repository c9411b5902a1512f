// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QSignalSpy>
#include <QTest>

#include "document/disk_watch.h"
#include "samples.h"
#include "support/silence.h"

using namespace factline;
using namespace factline::testing;
using document::DiskWatch;
using document::Document;
using document::Opened;

namespace {

struct Watched : ShopFolder {
    Document document;
    DiskWatch watch;
    QSignalSpy changed{&watch, &DiskWatch::changedOnDisk};
    QSignalSpy lost{&watch, &DiskWatch::lost};
    explicit Watched(int every = 3000)
        : watch(document, every) {
        document.show(*document::openFile(file));
    }

    /// Long enough for every event that is under way.
    void wait() const { QTest::qWait(500); }
    Opened theirs() const { return changed.back()[0].value<Opened>(); }
};

void change(Document& document, int i) {
    QVERIFY(document.apply(
        edit::Rename{document.snapshot()->model.contexts[1]->id, "billing-" + std::to_string(i)}));
}

} // namespace

/// Others' changes are noticed once each, one's own never.
class DiskWatchTest : public QObject {
    Q_OBJECT
private slots:
    void foreignChangeIsNoticedOnce() {
        Watched shopFolder;
        const std::string theirs = shop + "# theirs\n";
        write(shopFolder.file, theirs);
        QTRY_COMPARE(shopFolder.changed.count(), 1);
        QCOMPARE(*shopFolder.theirs().disk[0].text, theirs);
        write(shopFolder.file, theirs); // the same again
        shopFolder.wait();
        QCOMPARE(shopFolder.changed.count(), 1);
        write(shopFolder.file, theirs + "# more\n");
        QTRY_COMPARE(shopFolder.changed.count(), 2);
        shopFolder.document.takeTheirs(shopFolder.theirs());
        shopFolder.wait();
        QCOMPARE(shopFolder.changed.count(), 2);
        write(shopFolder.file, theirs); // back to what was said first: that is new again
        QTRY_COMPARE(shopFolder.changed.count(), 3);
    }

    void tenOwnSavesRaiseNothing() {
        Watched shopFolder;
        for (int i = 0; i < 10; ++i) {
            change(shopFolder.document, i);
            settle(shopFolder.document);
            QVERIFY(save(shopFolder.document));
            QTest::qWait(i % 3 * 100);
        }
        shopFolder.wait();
        QCOMPARE(shopFolder.changed.count(), 0);
        QCOMPARE(shopFolder.lost.count(), 0);
        write(shopFolder.file, shop); // and it still looks
        QTRY_COMPARE(shopFolder.changed.count(), 1);
    }

    void replacedFileIsNoticed() {
        Watched shopFolder;
        for (int i = 1; i <= 3; ++i) {
            replace(shopFolder.file, shop + "# " + std::to_string(i) + "\n");
            QTRY_COMPARE(shopFolder.changed.count(), i);
        }
    }

    void deletedFileIsNoticedOnce() {
        Watched shopFolder;
        fs::remove(shopFolder.file);
        QTRY_COMPARE(shopFolder.lost.count(), 1);
        QVERIFY(shopFolder.lost[0][0].toString().contains("shop.factline.yaml"));
        QVERIFY(!shopFolder.lost[0][1].toBool()); // its folder is there
        write(shopFolder.root / "something-else", "");
        shopFolder.wait();
        QCOMPARE(shopFolder.lost.count(), 1);
        write(shopFolder.file, shop); // as it was
        shopFolder.wait();
        QCOMPARE(shopFolder.changed.count(), 0);
        fs::remove(shopFolder.file);
        QTRY_COMPARE(shopFolder.lost.count(), 2);
    }

    /// A network drive: the folder goes with all that watches it, and comes back.
    void folderThatComesBackIsNoticed() {
        Watched shopFolder;
        QSignalSpy back(&shopFolder.watch, &DiskWatch::cameBack);
        fs::remove_all(shopFolder.root);
        QTRY_COMPARE(shopFolder.lost.count(), 1);
        QVERIFY(shopFolder.lost[0][1].toBool());
        change(shopFolder.document, 1);
        QVERIFY(!save(shopFolder.document)); // it is not there
        QVERIFY(shopFolder.document.isDirty() && shopFolder.document.history().canUndo());
        shopFolder.document.keepMine({}); // as the window does
        shopFolder.wait();
        write(shopFolder.file, shop);
        QTRY_COMPARE(back.count(), 1);
        shopFolder.document.keepMine(back[0][0].value<Opened>());
        QVERIFY(save(shopFolder.document));
        QCOMPARE(read(shopFolder.file), textOf(shopFolder.document));
        shopFolder.wait();
        QCOMPARE(shopFolder.lost.count(), 1);

        write(shopFolder.file, shop + "# theirs\n"); // and others are heard again
        QTRY_VERIFY(shopFolder.changed.count() >= 1);
        QVERIFY(shopFolder.theirs().disk[0].text->ends_with("# theirs\n"));
    }

    void anotherVersionThatComesBackIsTold() {
        Watched shopFolder;
        QSignalSpy back(&shopFolder.watch, &DiskWatch::cameBack);
        fs::remove(shopFolder.file);
        QTRY_COMPARE(shopFolder.lost.count(), 1);
        shopFolder.document.keepMine({});
        write(shopFolder.file, shop + "# theirs\n");
        QTRY_COMPARE(shopFolder.changed.count(), 1);
        QCOMPARE(back.count(), 0);
    }

    void sidecarOfOthersIsNoticed() {
        Watched shopFolder;
        write(shopFolder.root / "shop.layout.json", R"({"format": 1, "nodes": {"context orders": [1, 2]}})");
        QTRY_COMPARE(shopFolder.changed.count(), 1);
        QCOMPARE(shopFolder.theirs().state->positions->nodes.at("context orders").x, 1.0);
        shopFolder.document.takeTheirs(shopFolder.theirs());
        replace(shopFolder.root / "shop.layout.json",
                R"({"format": 1, "nodes": {"context orders": [3, 2]}})");
        QTRY_COMPARE(shopFolder.changed.count(), 2);
        write(shopFolder.root / "unrelated.txt", "x");
        shopFolder.wait();
        QCOMPARE(shopFolder.changed.count(), 2);
    }

    void includedFilesAreWatched() {
        Watched shopFolder;
        const fs::path root = shopFolder.root / "model.factline.yaml";
        const std::string part =
            "factline: 1\ncontexts:\n  stores:\n    facts:\n      stock: {means: Left.}\n";
        write(root, "factline: 1\nmodel: Split\ninclude: [parts/*.yaml]\n");
        write(shopFolder.root / "parts/stores.yaml", part);
        shopFolder.document.show(*document::openFile(root));
        replace(shopFolder.root / "parts/stores.yaml", part + "# theirs\n");
        QTRY_COMPARE(shopFolder.changed.count(), 1);
        write(shopFolder.root / "parts/more.yaml", replaced(part, "stores", "shops"));
        QTRY_COMPARE(shopFolder.changed.count(), 2);
        QCOMPARE(shopFolder.theirs().disk.size(), std::size_t(3));
    }

    /// What is included need not be there when the model is opened, nor even its folder.
    void includedFilesThatComeLaterAreNoticed_data() {
        QTest::addColumn<std::string>("pattern");
        QTest::addColumn<std::string>("there"); // a folder that is there already
        QTest::addColumn<std::string>("file");
        QTest::newRow("a file in the model's folder")
            << std::string("stores.yaml") << std::string(".") << std::string("stores.yaml");
        QTest::newRow("a file in an empty folder")
            << std::string("parts/*.yaml") << std::string("parts") << std::string("parts/stores.yaml");
        QTest::newRow("a folder and a file")
            << std::string("parts/*.yaml") << std::string(".") << std::string("parts/stores.yaml");
        QTest::newRow("any folder") << std::string("teams/*/model.yaml") << std::string("teams/shops")
                                    << std::string("teams/shops/model.yaml");
    }
    void includedFilesThatComeLaterAreNoticed() {
        QFETCH(std::string, pattern);
        QFETCH(std::string, there);
        QFETCH(std::string, file);
        Watched shopFolder;
        const fs::path root = shopFolder.root / "model.factline.yaml";
        write(root, "factline: 1\nmodel: Split\ninclude: [\"" + pattern + "\"]\n");
        fs::create_directories(shopFolder.root / there);
        shopFolder.document.show(*document::openFile(root));
        shopFolder.wait();
        if (const fs::path folder = (shopFolder.root / file).parent_path(); !fs::exists(folder)) {
            fs::create_directory(folder);
            shopFolder.wait();
        }
        QCOMPARE(shopFolder.changed.count(), 0);
        replace(shopFolder.root / file, "factline: 1\ncontexts:\n  stores: {}\n"); // as careful writers do
        QTRY_COMPARE(shopFolder.changed.count(), 1);
        QCOMPARE(shopFolder.theirs().state->model.contexts.size(), std::size_t(1));
    }

    /// NFS, SMB and sshfs say nothing of what is done on other machines.
    void whatNobodyTellsIsNoticed() {
        Watched shopFolder(100);
        auto* told = shopFolder.watch.findChild<QFileSystemWatcher*>();
        QTRY_VERIFY(told != nullptr && !told->files().isEmpty());
        const auto silently = [&](const std::string& text) {
            told->removePaths(told->files() + told->directories());
            write(shopFolder.file, text);
        };
        silently(shop + "# theirs\n");
        QTRY_COMPARE(shopFolder.changed.count(), 1);
        silently(shop + "# others\n"); // as many bytes
        QTRY_COMPARE(shopFolder.changed.count(), 2);
        QVERIFY(shopFolder.theirs().disk[0].text->ends_with("# others\n"));
    }

    /// A drive that does not answer is waited for by nobody here, not even by who closes the model.
    void driveThatDoesNotAnswerHoldsUpNobody() {
        auto shopFolder = std::make_unique<Watched>(100);
        shopFolder->wait();
        QElapsedTimer time;
        const auto wasQuick = [&] { return time.elapsed() < 5000; };
        {
            write(shopFolder->file, replaced(shop, "The shop", "Our shop")); // as long: it has to be read
            const Silence silence(shopFolder->file);
            time.start();
            shopFolder->wait();
            change(shopFolder->document, 1);
            QVERIFY2(wasQuick(), qPrintable(QString::number(time.elapsed())));
            QCOMPARE(shopFolder->changed.count() + shopFolder->lost.count(), 0);
        }
        QTRY_COMPARE(shopFolder->changed.count(), 1); // once it answers

        write(shopFolder->file, replaced(shop, "The shop", "Any shop"));
        const Silence silence(shopFolder->file);
        shopFolder->wait();
        time.restart();
        shopFolder.reset();
        QVERIFY2(wasQuick(), qPrintable(QString::number(time.elapsed())));
    }

    /// Nor where what was said is to be said again.
    void looksAnewInTheBackground() {
        Watched shopFolder;
        QSignalSpy looked(&shopFolder.watch, &DiskWatch::looked);
        write(shopFolder.file, replaced(shop, "The shop", "Any shop"));
        QTRY_COMPARE(shopFolder.changed.count(), 1);
        QVERIFY(!shopFolder.theirs().lookup); // large, and of use to nobody here
        shopFolder.wait();
        looked.clear();
        {
            const Silence silence(shopFolder.file);
            QElapsedTimer time;
            time.start();
            shopFolder.watch.lookAnew();
            QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
            shopFolder.wait();
            QCOMPARE(shopFolder.changed.count() + looked.count(), 1);
        }
        QTRY_COMPARE(looked.count(), 1);
        QCOMPARE(shopFolder.changed.count(), 2);
    }

    void closedOrUntitledWatchesNothing() {
        Watched shopFolder;
        shopFolder.document.show(document::openText(shop));
        write(shopFolder.file, "changed");
        shopFolder.wait();
        shopFolder.document.close();
        shopFolder.watch.look();
        QCOMPARE(shopFolder.changed.count() + shopFolder.lost.count(), 0);
    }
};

QTEST_GUILESS_MAIN(DiskWatchTest)
#include "tst_disk_watch.moc"
