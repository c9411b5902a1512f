// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <QSignalSpy>
#include <QTest>

#include "document/journal.h"
#include "samples.h"
#include "support/fails_after.h"

using namespace factline;
using namespace factline::testing;
using document::Document;
using document::Journal;

namespace {

/// What was asked of the system lately, in order: "sync NAME", "rename NAME".
std::vector<std::string>& asked() {
    static std::vector<std::string> calls;
    return calls;
}

} // namespace

// Called in the place of the system's by everything in this program.
extern "C" int fsync(int descriptor) {
    std::error_code error;
    const auto name = fs::read_symlink("/proc/self/fd/" + std::to_string(descriptor), error).filename();
    asked().push_back("sync " + name.string());
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}
extern "C" int rename(const char* from, const char* to) noexcept {
    asked().push_back("rename " + fs::path(to).filename().string());
    return ::renameat(AT_FDCWD, from, AT_FDCWD, to);
}

namespace {

Result<void> saveWith(Document& document, std::size_t bytes) {
    const FailsAfter device(bytes);
    return save(document);
}

void rename(Document& document, const char* element, const char* name) {
    QVERIFY(document.apply(edit::Rename{idOf(document, element), name}));
}

std::vector<std::string> entries(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

/// The journal of a document with something unsaved in it.
std::string journalBytes(const QString& folder) {
    Document document;
    Journal journal(document, folder);
    document.show(document::openText(shop));
    rename(document, "context finance", "billing");
    journal.writeNow();
    return read(journal.file().toStdString());
}

} // namespace

/// Wherever the disk is full, or the power goes, what was there stays whole, the user is told, and so much
/// can still be undone.
class FullDisk : public QObject {
    Q_OBJECT
private slots:
    void saveFailsAtEachByte() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        rename(document, "context finance", "billing");
        const std::string mine = textOf(document);
        const auto there = entries(shopFolder.root);
        for (std::size_t bytes = 0; bytes < mine.size(); ++bytes) {
            const auto saved = saveWith(document, bytes);
            QVERIFY2(!saved && saved.error().code == ErrorCode::External, qPrintable(QString::number(bytes)));
            QVERIFY(saved.error().message.english().find("shop.factline.yaml") != std::string::npos);
            QVERIFY(saved.error().message.english().find("space") != std::string::npos);
            QCOMPARE(read(shopFolder.file), shop);
            QVERIFY(document.isDirty() && document.history().canUndo());
            QVERIFY(entries(shopFolder.root) == there); // nothing half written is left behind
        }
        document.history().undo();
        QCOMPARE(textOf(document), shop);
        document.history().redo();
        QVERIFY(saveWith(document, mine.size()));
        QCOMPARE(read(shopFolder.file), mine);
        QVERIFY(!document.isDirty() && document.history().canUndo());
    }

    /// A file that is put in its place before the disk holds it is empty after a power cut.
    void isOnTheDiskBeforeItIsInItsPlace() {
        ShopFolder shopFolder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        rename(document, "context finance", "billing");
        asked().clear();
        QVERIFY(save(document));
        const auto at = [](const std::string& call) {
            return std::ranges::find(asked(), call) - asked().begin();
        };
        const auto written = at("sync .shop.factline.yaml.new");
        const auto placed = at("rename shop.factline.yaml");
        const auto kept = at("sync " + shopFolder.root.filename().string());
        QVERIFY(written < placed && placed < kept && kept < std::ssize(asked()));
    }

    void placesFailAtEachByte() {
        ShopFolder shopFolder;
        const fs::path sidecar = shopFolder.root / "shop.layout.json";
        Document document;
        document.show(*document::openFile(shopFolder.file));
        settle(document);
        rename(document, "context finance", "billing");
        QVERIFY(save(document));
        const std::string before = read(sidecar);
        auto positions = *document.snapshot()->positions;
        positions.nodes["context orders"].x += 1000;
        document.place(positions, "Move orders");
        const std::string mine = sidecarOf(document);
        const auto there = entries(shopFolder.root);
        for (std::size_t bytes = 0; bytes < mine.size(); ++bytes) {
            const auto saved = saveWith(document, bytes);
            QVERIFY2(!saved && saved.error().code == ErrorCode::External, qPrintable(QString::number(bytes)));
            QVERIFY(saved.error().message.english().find("shop.layout.json") != std::string::npos);
            QVERIFY(saved.error().message.english().find("space") != std::string::npos);
            QCOMPARE(read(sidecar), before);
            QVERIFY(document.isDirty() && document.history().count() == 2);
            QVERIFY(entries(shopFolder.root) == there);
        }
        QVERIFY(saveWith(document, mine.size()));
        QCOMPARE(read(sidecar), mine);
        QVERIFY(!document.isDirty());
    }

    void journalFailsAtEachByte() {
        QTemporaryDir folder;
        Document document;
        Journal journal(document, folder.path());
        QSignalSpy failed(&journal, &Journal::failed);
        document.show(document::openText(shop));
        rename(document, "context finance", "billing");
        journal.writeNow();
        const fs::path file = journal.file().toStdString();
        const std::string before = read(file);
        const auto there = entries(file.parent_path());
        rename(document, "context billing", "ledgers"); // as long as the name before
        for (std::size_t bytes = 0; bytes < before.size(); ++bytes) {
            {
                const FailsAfter device(bytes);
                journal.writeNow();
            }
            QCOMPARE(static_cast<std::size_t>(failed.count()), bytes + 1);
            QVERIFY(failed.back()[0].toString().contains("Save the model soon"));
            QCOMPARE(read(file), before);
            QVERIFY(entries(file.parent_path()) == there);
        }
        QVERIFY(document.isDirty() && document.history().count() == 2);
        journal.writeNow();
        QVERIFY(read(file) != before);
    }

    /// It is replaced as a whole, so its last whole record is the file before; a part of one is never taken
    /// for a model.
    void journalCutAtEachByte() {
        QTemporaryDir folder;
        const std::string whole = journalBytes(folder.path());
        QVERIFY(whole.size() > shop.size());
        const fs::path cut = fs::path(folder.path().toStdString()) / "cut.journal";
        for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
            write(cut, whole.substr(0, bytes));
            const auto found = document::findLeftovers(folder.path());
            QCOMPARE(found.size(), std::size_t(1)); // the one that is whole
            QVERIFY(found.front().journal != QString::fromStdString(cut.string()));
        }
        write(cut, whole);
        const auto found = document::findLeftovers(folder.path());
        QCOMPARE(found.size(), std::size_t(2));
        for (const auto& each : found) {
            Document document;
            document.show(each.opened, true);
            QVERIFY(idOf(document, "context billing"));
            QVERIFY(textOf(document).find("# who sells") != std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(FullDisk)
#include "tst_full_disk.moc"
