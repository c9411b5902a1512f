// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <QClipboard>
#include <QMimeData>
#include <QPushButton>
#include <QThread>

#include "edit/edit.h"
#include "place.h"
#include "shell/windows.h"

using namespace factline;
using namespace factline::testing;
using shell::MainWindow;
using shell::Windows;

namespace {

std::atomic<bool> silent = false;
std::atomic<bool> windowAsked = false; ///< meanwhile, in vain

/// What stands in a folder "drive" is not answered for while it is silent.
void askDrive(const char* path) {
    if (!silent || std::strstr(path, "/drive/") == nullptr) return;
    if (QThread::currentThread() == qApp->thread()) {
        windowAsked = true;
        return;
    }
    while (silent)
        ::usleep(1000);
}

} // namespace

// Called in the place of the system's by everything in this program.
extern "C" int stat(const char* path, struct stat* found) noexcept {
    askDrive(path);
    return static_cast<int>(::syscall(SYS_newfstatat, AT_FDCWD, path, found, 0));
}
extern "C" int statx(int folder, const char* path, int flags, unsigned mask, struct statx* found) noexcept {
    askDrive(path);
    return static_cast<int>(::syscall(SYS_statx, folder, path, flags, mask, found));
}

extern "C" int access(const char* path, int mode) noexcept {
    askDrive(path);
    return static_cast<int>(::syscall(SYS_faccessat, AT_FDCWD, path, mode));
}

/// A network drive that does not answer: the window asks it nothing that it would have to wait for.
class SilentDrive : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void opensWithoutWaiting();
    void listsWhatWasOpenedLately();
    void exportsWithoutWaiting();
    void closesOnceItIsExported();
    void closesWithoutWaitingForAnExport();
    void whoStaysLosesNothing();

private:
    struct Desk {
        Place place;
        std::filesystem::path folder = place.file("drive");
        Windows windows{place.setup};
        MainWindow& window = windows.add();
        Desk() { std::filesystem::create_directory(folder); }
        std::filesystem::path model(const char* name) const {
            write(folder / name, tiny);
            return folder / name;
        }
        void answer(const QString& text) const {
            for (auto* button : window.findChildren<QPushButton*>())
                if (button->isVisible() && button->text() == text) return button->click();
            QFAIL(qPrintable(text));
        }
    };
};

void SilentDrive::init() {
    windowAsked = false;
}

void SilentDrive::cleanup() {
    silent = false;
}

void SilentDrive::opensWithoutWaiting() {
    Desk desk;
    const auto file = desk.model("m.factline.yaml"), other = desk.model("other.factline.yaml");
    const auto linked = desk.folder / "link.factline.yaml";
    std::filesystem::create_symlink(file, linked);
    QVERIFY(opens(desk.window, file));
    QCOMPARE(&desk.windows.open(linked, desk.window), &desk.window); // the same one, as the drive says
    silent = true;
    QCOMPARE(&desk.windows.open(file, desk.window), &desk.window);
    QPointer<MainWindow> second = &desk.windows.open(other, desk.window);
    QVERIFY(second != &desk.window && second->busy());
    MainWindow* third = &desk.windows.open(linked, desk.window); // nobody knows
    QTest::qWait(100);
    QVERIFY(third->close()); // without having read it
    QTest::qWait(100);
    QVERIFY(!windowAsked);
    silent = false;
    QTRY_COMPARE(second->windowTitle(), QString("other.factline.yaml — Factline"));
}

void SilentDrive::listsWhatWasOpenedLately() {
    Desk desk;
    auto& settings = *desk.place.setup.settings;
    const auto file = desk.model("m.factline.yaml");
    const QStringList all{QString::fromStdString(file.string())};
    settings.remember(file);
    std::filesystem::remove(file);
    silent = true;
    settings.lookForFiles();
    QCOMPARE(settings.recentFiles(), all); // as far as anybody knows
    desk.windows.add().QWidget::show();
    QTest::qWait(100);
    QVERIFY(!windowAsked);
    QSignalSpy changed(&settings, &shell::Settings::recentFilesChanged);
    silent = false;
    QVERIFY(changed.wait());
    QVERIFY(settings.recentFiles().isEmpty());
    desk.model("m.factline.yaml");
    settings.lookForFiles();
    QTRY_COMPARE(settings.recentFiles(), all);
}

void SilentDrive::exportsWithoutWaiting() {
    Desk desk;
    QVERIFY(opens(desk.window, desk.model("m.factline.yaml")));
    const auto picture = desk.folder / "m.svg";
    silent = true;
    desk.window.exportTo(picture);
    desk.window.reviewTo(desk.folder / "m.html");
    desk.window.copyPicture(); // which says when the model was written
    QTest::qWait(100);
    QVERIFY(!windowAsked);
    QVERIFY(desk.window.exporting().isBusy());
    silent = false;
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window.exporting().isBusy(), 20'000);
    QCOMPARE(desk.window.noticed(), QString());
    QVERIFY(read(picture).ends_with("</svg>\n"));
    QVERIFY(std::filesystem::exists(desk.folder / "m.html"));
    QVERIFY(QApplication::clipboard()->mimeData()->hasImage());
}

void SilentDrive::closesOnceItIsExported() {
    Desk desk;
    QPointer<MainWindow> window = &desk.window;
    window->QWidget::show();
    QVERIFY(opens(*window, desk.model("m.factline.yaml")));
    const auto picture = desk.folder / "m.svg";
    const auto exportInVain = [&] {
        silent = true;
        window->exportTo(picture);
        QVERIFY(!window->close());
        QVERIFY(saysAnywhere(*window).contains("still under way"));
    };
    const auto driveAnswers = [&] {
        silent = false;
        QTRY_VERIFY_WITH_TIMEOUT(!window || !window->exporting().isBusy(), 20'000);
    };
    exportInVain();
    desk.answer("Stay");
    driveAnswers();
    QTest::qWait(100);
    QVERIFY(window && window->isVisible());
    // One that fails is told of.
    exportInVain();
    std::filesystem::remove(picture);
    std::filesystem::create_directory(picture);
    driveAnswers();
    QTest::qWait(100);
    QVERIFY(window && window->isVisible());
    QVERIFY(window->noticed().contains("m.svg"));
    QVERIFY(!saysAnywhere(*window).contains("still under way"));
    std::filesystem::remove(picture);
    exportInVain();
    driveAnswers();
    QTRY_VERIFY(window.isNull());
    QVERIFY(read(picture).ends_with("</svg>\n"));
    QVERIFY(!windowAsked);
}

void SilentDrive::closesWithoutWaitingForAnExport() {
    Desk desk;
    QPointer<MainWindow> window = &desk.window;
    window->QWidget::show();
    QVERIFY(opens(*window, desk.model("m.factline.yaml")));
    silent = true;
    window->exportTo(desk.folder / "m.svg");
    QVERIFY(!window->close());
    desk.answer("Close without waiting");
    QTRY_VERIFY(window.isNull());
    silent = false;
    QTRY_VERIFY(std::filesystem::exists(desk.folder / "m.svg"));
}

/// Whether changes may go is asked when nothing else keeps the window any more.
void SilentDrive::whoStaysLosesNothing() {
    Desk desk;
    QPointer<MainWindow> window = &desk.window;
    window->QWidget::show();
    QVERIFY(opens(*window, desk.model("m.factline.yaml")));
    Context more;
    more.name = "more";
    QVERIFY(window->document().apply(edit::AddElement{more, {}, {}}));
    silent = true;
    window->exportTo(desk.folder / "m.svg");
    QVERIFY(!window->close());
    QVERIFY(saysAnywhere(*window).contains("still under way"));
    QVERIFY(!saysAnywhere(*window).contains("not saved"));
    desk.answer("Stay");
    silent = false;
    QTRY_VERIFY_WITH_TIMEOUT(!window->exporting().isBusy(), 20'000);
    QVERIFY(!window->close());
    QVERIFY(saysAnywhere(*window).contains("not saved"));
    desk.answer("Discard");
    QTRY_VERIFY(window.isNull());
}

QTEST_MAIN(SilentDrive)
#include "tst_silent_drive.moc"
