// SPDX-License-Identifier: Apache-2.0
#include "jobs/exporting.h"

#include <atomic>
#include <memory>
#include <semaphore>

#include <QClipboard>
#include <QMimeData>

#include "picture/write_file.h"
#include "support/open_document.h"

using namespace factline;
using namespace factline::testing;
using jobs::Copied;
using jobs::Exporting;

namespace {

/// Work that comes to its end when it is let.
struct Gate {
    std::shared_ptr<std::binary_semaphore> opened = std::make_shared<std::binary_semaphore>(0);
    std::shared_ptr<std::atomic<int>> entered = std::make_shared<std::atomic<int>>(0);

    void open() const { opened->release(); }
    Exporting::Write before(Exporting::Write work) const {
        return [gate = *this, work = std::move(work)] {
            ++*gate.entered;
            gate.opened->acquire();
            return work();
        };
    }
    Exporting::Copy before(Exporting::Copy work) const {
        return [gate = *this, work = std::move(work)] {
            ++*gate.entered;
            gate.opened->acquire();
            return work();
        };
    }
};

struct Folder {
    QTemporaryDir folder;
    std::filesystem::path file(const char* name) const { return folder.filePath(name).toStdString(); }
};

Exporting::Write writing(const std::filesystem::path& file, const std::string& text) {
    return [file, text] { return picture::writeFile(file, text).map([] { return Phrase(); }); };
}

Exporting::Copy copying(const char* text) {
    return [text]() -> Result<Copied> { return Copied{{}, QImage(2, 2, QImage::Format_RGB32), text}; };
}

QByteArray read(const std::filesystem::path& file) {
    QFile in(QString::fromStdString(file.string()));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("none");
}

QString copied() {
    return QGuiApplication::clipboard()->text();
}

} // namespace

/// Files and copies are made in the background, and the last that was asked for is what one has.
class ExportingTest : public QObject {
    Q_OBJECT
private slots:
    void saysWhatCameOfIt() {
        const Folder folder;
        Told told;
        Exporting exporting(told);
        QSignalSpy noticed(&exporting, &Exporting::noticed);
        exporting.write(folder.file("a"), writing(folder.file("a"), "one"));
        QVERIFY(exporting.isBusy());
        QVERIFY(told.toasts.isEmpty());
        QTRY_VERIFY(!exporting.isBusy());
        QCOMPARE(read(folder.file("a")), QByteArray("one"));
        QCOMPARE(told.toasts.size(), 1);
        QVERIFY(told.toasts[0].contains(folder.folder.filePath("a")));
        exporting.write(folder.file("b"), [] { return Result<Phrase>("It is small."); });
        QTRY_COMPARE(told.notices, QStringList("It is small."));
        QCOMPARE(noticed.count(), 1);
        exporting.write("/nowhere/c", writing("/nowhere/c", "three"));
        QTRY_COMPARE(noticed.count(), 2);
        QVERIFY(told.notices.back().contains("/nowhere/c"));
        QVERIFY(told.notices.back().contains("Choose another place"));
        QCOMPARE(told.toasts.size(), 1);
    }

    void lastOneForAFileStays() {
        const Folder folder;
        const auto file = folder.file("a");
        const Gate first, second;
        Told told;
        Exporting exporting(told);
        exporting.write(file, first.before(writing(file, "first")));
        exporting.write(file, second.before(writing(file, "second")));
        exporting.write(file, writing(file, "third"));
        second.open();
        QTest::qWait(50);
        QCOMPARE(second.entered->load(), 0); // it would be quicker
        QVERIFY(told.toasts.isEmpty());
        first.open();
        QTRY_VERIFY(!exporting.isBusy());
        QCOMPARE(read(file), QByteArray("third"));
        QCOMPARE(told.toasts.size(), 3);
    }

    void anotherFileDoesNotWait() {
        const Folder folder;
        const Gate gate;
        Told told;
        Exporting exporting(told);
        exporting.write(folder.file("slow"), gate.before(writing(folder.file("slow"), "slow")));
        exporting.write(folder.file("quick"), writing(folder.file("quick"), "quick"));
        QTRY_COMPARE(told.toasts.size(), 1);
        QCOMPARE(read(folder.file("quick")), QByteArray("quick"));
        QVERIFY(exporting.isBusy());
        gate.open();
        QTRY_VERIFY(!exporting.isBusy());
        QCOMPARE(read(folder.file("slow")), QByteArray("slow"));
    }

    void whoGoesDoesNotWait() {
        const Folder folder;
        const auto file = folder.file("a");
        const Gate gate;
        Told told;
        {
            Exporting exporting(told);
            exporting.write(file, gate.before(writing(file, "one")));
            exporting.copy(gate.before(copying("one")), "copied");
            QTRY_COMPARE(gate.entered->load(), 2);
        }
        QVERIFY(told.toasts.isEmpty());
        gate.open();
        gate.open();
        QTRY_COMPARE(read(file), QByteArray("one")); // whole all the same
        QTest::qWait(50);
        QVERIFY(told.toasts.isEmpty());
    }

    void letGoGivesUpWhatHasNotBegun() {
        const Folder folder;
        const auto file = folder.file("a");
        const Gate gate, never;
        Told told;
        Exporting exporting(told);
        exporting.write(file, gate.before(writing(file, "one")));
        exporting.write(file, never.before(writing(file, "two")));
        QTRY_COMPARE(gate.entered->load(), 1);
        QSignalSpy busy(&exporting, &Exporting::busyChanged);
        exporting.letGo();
        QCOMPARE(busy.count(), 1);
        QVERIFY(!exporting.isBusy());
        gate.open();
        QTRY_COMPARE(read(file), QByteArray("one"));
        QTest::qWait(50);
        QCOMPARE(never.entered->load(), 0);
        QVERIFY(told.toasts.isEmpty());
    }

    void copies() {
        Told told;
        Exporting exporting(told);
        exporting.copy(
            []() -> Result<Copied> {
                return Copied{{{"image/svg+xml", "<svg/>"}}, QImage(3, 2, QImage::Format_RGB32), "words"};
            },
            "Copied.");
        QVERIFY(exporting.isBusy());
        QTRY_COMPARE(told.toasts, QStringList("Copied."));
        const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(mime->data("image/svg+xml"), QByteArray("<svg/>"));
        QCOMPARE(qvariant_cast<QImage>(mime->imageData()).size(), QSize(3, 2));
        QCOMPARE(mime->text(), QString("words"));
        QVERIFY(!exporting.isBusy());
        exporting.copy([]() -> Result<Copied> { return failure(ErrorCode::External, "No memory."); },
                       "Copied.");
        QTRY_COMPARE(told.notices, QStringList("No memory."));
        QCOMPARE(copied(), QString("words"));
    }

    /// Whichever window it was.
    void lastCopyStays() {
        Told told;
        Exporting here(told), elsewhere(told);
        const Gate first, second, third;
        here.copy(first.before(copying("first")), "first");
        here.copy(second.before(copying("second")), "second");
        elsewhere.copy(third.before(copying("third")), "third");
        QVERIFY(!here.isBusy());
        first.open();
        second.open();
        QTest::qWait(50);
        QVERIFY(told.toasts.isEmpty());
        third.open();
        QTRY_COMPARE(told.toasts, QStringList("third"));
        QCOMPARE(copied(), QString("third"));
        // And the other way round.
        const Gate fourth;
        here.copy(fourth.before(copying("fourth")), "fourth");
        fourth.open();
        QTRY_COMPARE(copied(), QString("fourth"));
    }

    /// A text, say, copied while the picture is being drawn.
    void whatIsCopiedMeanwhileStays() {
        Told told;
        Exporting exporting(told);
        const Gate gate;
        exporting.copy(gate.before(copying("picture")), "picture");
        QGuiApplication::clipboard()->setText("a line");
        QVERIFY(!exporting.isBusy());
        gate.open();
        QTest::qWait(50);
        QCOMPARE(copied(), QString("a line"));
        QVERIFY(told.toasts.isEmpty());
    }
};

QTEST_MAIN(ExportingTest)
#include "tst_exporting.moc"
