// SPDX-License-Identifier: Apache-2.0
#include "picture/export.h"

#include <QtTest>

#include "support/hand_drawn.h"

using namespace factline;

class TestExport : public QObject {
    Q_OBJECT
private slots:
    void writesEveryFormat();
};

void TestExport::writesEveryFormat() {
    for (const char* theme : {"light", "dark"}) {
        for (const auto& format : picture::pictureFormats()) {
            const auto file = std::filesystem::path("/tmp/picture") / (std::string(theme) + "." + std::string(format.extension));
            const auto done = picture::exportPicture(test::handDrawn(), file, {.theme = theme, .scale = 2});
            QVERIFY2(done.has_value(), done ? "" : done.error().message.c_str());
        }
    }
}

QTEST_MAIN(TestExport)
#include "tst_export.moc"
