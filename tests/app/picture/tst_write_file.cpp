// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <iterator>

#include <QTemporaryDir>
#include <QTest>

#include "picture/write_file.h"
#include "support/fails_after.h"

using namespace factline;

namespace {

std::string read(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

/// A picture or a review replaces the one before whole, or not at all.
class WriteFile : public QObject {
    Q_OBJECT
private slots:
    void failsAtEachByte() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("picture.svg")).toStdString();
        const std::string before = "<svg>the old one</svg>";
        const std::string bytes(300, 'x');
        QVERIFY(picture::writeFile(file, before));
        for (std::size_t room = 0; room < bytes.size(); ++room) {
            Result<void> done;
            {
                const testing::FailsAfter device(room);
                done = picture::writeFile(file, bytes);
            }
            QVERIFY2(!done, qPrintable(QString::number(room)));
            QVERIFY(done.error().message.english().find("picture.svg") != std::string::npos);
            QCOMPARE(read(file), before);
        }
        QVERIFY(picture::writeFile(file, bytes));
        QCOMPARE(read(file), bytes);
    }

    void longOnesToo() { // more than is held back before it is written
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("picture.png")).toStdString();
        const std::string bytes(100'000, 'x');
        for (const std::size_t room : {0, 16'384, 65'536, 99'999}) {
            const testing::FailsAfter device(room);
            QVERIFY(!picture::writeFile(file, bytes));
            QVERIFY(!std::filesystem::exists(file));
        }
        QVERIFY(picture::writeFile(file, bytes));
    }
};

QTEST_GUILESS_MAIN(WriteFile)
#include "tst_write_file.moc"
