// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "contract/read.h"

using namespace factline;

class ExamplesTest : public QObject {
    Q_OBJECT
private slots:
    void reads_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"first-minute", "retail", "retail-fixed", "airport"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void reads() {
        QFETCH(QString, name);
        const auto read = contract::readModel(std::string(FACTLINE_SOURCE_DIR "/examples/") + name.toStdString() +
                                              ".factline.yaml");
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        for (const auto& problem : read->problems)
            qWarning("%s:%u:%u: %s", problem.place.file.c_str(), problem.place.line, problem.place.column,
                     problem.message.c_str());
        QVERIFY(read->problems.empty());
    }
};

QTEST_APPLESS_MAIN(ExamplesTest)
#include "tst_examples.moc"
