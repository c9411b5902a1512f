// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include "document/journal.h"
#include "samples.h"

using namespace factline;
using namespace factline::testing;
using document::Document;
using document::Journal;

namespace {

constexpr int delay = 30;
const std::string untitled = "model.factline.yaml";

void change(Document& document) {
    QVERIFY(document.apply(edit::Rename{idOf(document, "context finance"), "billing"}));
}

/// What the text says after change().
std::string changedShop() {
    Document document;
    document.show(document::openText(shop));
    change(document);
    return textOf(document);
}

/// The program that is killed: opens a model (or begins one), changes it, and waits.
int runChild(QCoreApplication& application) {
    const QStringList arguments = QCoreApplication::arguments();
    Document document;
    Journal journal(document, arguments.at(2), delay);
    QTextStream out(stdout);
    if (arguments.size() > 3)
        document.show(*document::openFile(arguments.at(3).toStdString()));
    else
        document.show(document::openText(shop));
    settle(document);
    (void)document.apply(edit::Rename{idOf(document, "context finance"), "billing"});
    (void)document.type(document.text()->files.front().path,
                        replaced(textOf(document), "announces: [", "announces: [["));
    QTimer waiting;
    QObject::connect(&waiting, &QTimer::timeout, &application, [&] {
        if (QFile::exists(journal.file())) out << "written" << Qt::endl;
    });
    waiting.start(delay);
    return QCoreApplication::exec();
}

struct Child {
    QProcess process;
    Child(const QStringList& arguments) {
        process.start(QCoreApplication::applicationFilePath(), QStringList{"--child"} + arguments);
    }
    bool hasWritten() { return process.waitForReadyRead(20'000); }
    void kill() {
        process.kill();
        process.waitForFinished();
    }
};

} // namespace

/// A crash loses no more than the last moments; what is left behind is offered once and taken over whole.
class JournalTest : public QObject {
    Q_OBJECT
private slots:
    void writesAfterItsDelay() {
        QTemporaryDir folder;
        Document document;
        Journal journal(document, folder.path(), delay);
        document.show(document::openText(shop));
        QTest::qWait(3 * delay);
        QVERIFY(!QFile::exists(journal.file())); // nothing is unsaved
        change(document);
        QVERIFY(!QFile::exists(journal.file()));
        QTRY_VERIFY(QFile::exists(journal.file()));
        const QByteArray once = QByteArray::fromStdString(read(journal.file().toStdString()));
        document.history().undo();
        QVERIFY(!QFile::exists(journal.file())); // as it was: nothing to recover
        document.history().redo();
        QTRY_VERIFY(QFile::exists(journal.file()));
        journal.discard();
        QVERIFY(!QFile::exists(journal.file()));
        QVERIFY(!once.isEmpty());
    }

    /// A large state takes its time: it must not replace what was written after it, nor come back after a
    /// save.
    void overtakenIsNeverPut() {
        ShopFolder shopFolder;
        std::string large = shop;
        for (int i = 0; i < 3'000; ++i)
            large += "      view-" + std::to_string(i) + ": {shows: [orders/order]}\n";
        write(shopFolder.file, large);
        QTemporaryDir folder;
        Document document;
        Journal journal(document, folder.path(), 0);
        document.show(*document::openFile(shopFolder.file));
        for (int round = 0; round < 5; ++round) {
            const std::string name = "kept-" + std::to_string(round);
            const ElementId context = document.snapshot()->model.contexts[1]->id;
            QVERIFY(document.apply(edit::Rename{context, "passing-" + std::to_string(round)}));
            QTest::qWait(1); // it is being written
            QVERIFY(document.apply(edit::Rename{context, name}));
            journal.writeNow();
            QTest::qWait(150);
            const QByteArray bytes = QByteArray::fromStdString(read(journal.file().toStdString()));
            const auto found = document::parseUnsaved(bytes);
            QVERIFY(found);
            QCOMPARE(found->state->model.contexts[1]->name, name);
            QVERIFY(document.apply(edit::Rename{context, "gone-" + std::to_string(round)}));
            QTest::qWait(1);
            QVERIFY(save(document));
            QTest::qWait(150);
            QVERIFY(!QFile::exists(journal.file()));
        }
    }

    void savedIsNothingToRecover() {
        ShopFolder shopFolder;
        QTemporaryDir folder;
        Document document;
        Journal journal(document, folder.path(), delay);
        document.show(*document::openFile(shopFolder.file));
        change(document);
        journal.writeNow();
        QVERIFY(QFile::exists(journal.file()));
        QVERIFY(save(document));
        QVERIFY(!QFile::exists(journal.file()));
        QVERIFY(document::findLeftovers(folder.path()).empty());
    }

    void runningProgramsAreLeftAlone() {
        QTemporaryDir folder;
        Document document;
        Journal journal(document, folder.path(), delay);
        document.show(document::openText(shop));
        change(document);
        journal.writeNow();
        QVERIFY(document::findLeftovers(folder.path()).empty());
        Child child({folder.path()});
        QVERIFY(child.hasWritten());
        QVERIFY(document::findLeftovers(folder.path()).empty());
        child.kill();
        QCOMPARE(document::findLeftovers(folder.path()).size(), std::size_t(1));
    }

    void endedWithoutSavingIsOffered() {
        QTemporaryDir folder;
        Document document;
        {
            Journal journal(document, folder.path(), delay);
            document.show(document::openText(shop));
            change(document);
            journal.writeNow();
        }
        QCOMPARE(document::findLeftovers(folder.path()).size(), std::size_t(1));
    }

    /// A drive answers once nobody waits any more: what it then holds is not to be recovered.
    void whatItsFileHoldsIsSaved() {
        ShopFolder shopFolder;
        QTemporaryDir folder;
        Document document;
        document.show(*document::openFile(shopFolder.file));
        settle(document);
        {
            Journal journal(document, folder.path(), delay);
            change(document);
            journal.writeNow();
        }
        const auto leftovers = document::findLeftovers(folder.path());
        QCOMPARE(leftovers.size(), std::size_t(1));
        const document::Opened& found = leftovers.front().opened;
        QVERIFY(!document::isSaved(found));
        write(shopFolder.file, changedShop());
        QVERIFY(!document::isSaved(found)); // the places are not
        write(diagram::sidecarOf(shopFolder.file), sidecarOf(document));
        QVERIFY(document::isSaved(found));
        write(shopFolder.file, shop);
        QVERIFY(!document::isSaved(found));
        QVERIFY(!document::isSaved(document::openText(shop))); // it has no file
    }

    /// Killed between making the lock and signing it: nobody would ever have offered the journal again.
    void killedWhileItLockedIsOffered() {
        QTemporaryDir folder;
        Child child({folder.path()});
        QVERIFY(child.hasWritten());
        child.kill();
        const QStringList locks = QDir(folder.path()).entryList({QStringLiteral("*.lock")}, QDir::Files);
        QCOMPARE(locks.size(), 1);
        write((folder.path() + '/' + locks.front()).toStdString(), "");
        QCOMPARE(document::findLeftovers(folder.path()).size(), std::size_t(1));
    }
    void killedUntitledIsRecovered() {
        QTemporaryDir folder;
        Child child({folder.path()});
        QVERIFY(child.hasWritten());
        child.kill();
        auto leftovers = document::findLeftovers(folder.path());
        QCOMPARE(leftovers.size(), std::size_t(1));
        QVERIFY(document::findLeftovers(folder.path()).empty()); // offered once
        const auto& found = leftovers.front();
        QCOMPARE(found.title, QString("Untitled"));
        QVERIFY(found.when.isValid() && found.when.secsTo(QDateTime::currentDateTimeUtc()) < 600);
        QVERIFY(found.opened.file.empty());
        QVERIFY(!found.opened.state->positions->nodes.empty());

        Document document;
        Journal journal(document, folder.path(), delay);
        document.show(found.opened, true);
        QVERIFY(document.isDirty());
        QCOMPARE(textOf(document), changedShop());
        QVERIFY(document.draft());
        QCOMPARE(*document.draft()->find(untitled)->text,
                 replaced(textOf(document), "announces: [", "announces: [["));
        QVERIFY(!document.draft()->problems.empty());
        journal.writeNow();
        document::removeLeftover(found);
        leftovers.clear();
        QVERIFY(document::findLeftovers(folder.path()).empty());
        QVERIFY(QFile::exists(journal.file()));
    }

    void killedWithAFileIsRecovered() {
        ShopFolder shopFolder;
        QTemporaryDir folder;
        Child child({folder.path(), QString::fromStdString(shopFolder.file.string())});
        QVERIFY(child.hasWritten());
        child.kill();
        QCOMPARE(read(shopFolder.file), shop); // the user's file was not touched
        const auto leftovers = document::findLeftovers(folder.path());
        QCOMPARE(leftovers.size(), std::size_t(1));
        QCOMPARE(leftovers[0].title, QString("shop"));
        Document document;
        document.show(leftovers[0].opened, true);
        QVERIFY(document.file() == shopFolder.file);
        document.dropDraft();
        QVERIFY(save(document));
        QCOMPARE(read(shopFolder.file), changedShop());

        document.show(leftovers[0].opened, true); // the disk is another now: nothing is overwritten
        QVERIFY(!save(document));
    }

    void strangeFilesAreLeftAlone() {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        write(root / "a.journal", "no json");
        write(root / "b.journal", R"({"format": 99})");
        write(root / "c.journal", R"({"format": 1, "title": 7})");
        QVERIFY(document::findLeftovers(folder.path()).empty());
        QVERIFY(fs::exists(root / "a.journal") && fs::exists(root / "b.journal"));
        QVERIFY(document::findLeftovers(folder.path() + "/nowhere").empty());
    }

    void newestFirst() {
        QTemporaryDir folder;
        for (const char* name : {"older", "newer"}) {
            Document document;
            Journal journal(document, folder.path(), delay);
            document::Opened opened = document::openText(shop);
            opened.file = fs::path("/tmp") / (std::string(name) + ".factline.yaml");
            document.show(opened, true);
            journal.writeNow();
            QTest::qWait(5);
        }
        const auto found = document::findLeftovers(folder.path());
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].title, QString("newer"));
    }

    void failureIsSaid() {
        QTemporaryDir folder;
        write(fs::path(folder.path().toStdString()) / "file", "");
        Document document;
        Journal journal(document, folder.path() + "/file/below", delay); // no folder can be made there
        QSignalSpy failed(&journal, &Journal::failed);
        document.show(document::openText(shop));
        change(document);
        QVERIFY(failed.wait());
        QVERIFY2(failed[0][0].toString().contains("Save the model soon"),
                 qPrintable(failed[0][0].toString()));
        QVERIFY(document.isDirty());
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc > 1 && std::string_view(argv[1]) == "--child") return runChild(application);
    JournalTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_journal.moc"
