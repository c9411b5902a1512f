// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <QThread>

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

QTEST_MAIN(SilentDrive)
#include "tst_silent_drive.moc"
