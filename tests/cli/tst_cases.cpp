// SPDX-License-Identifier: Apache-2.0
// Each folder below tests/cases/cli is one run: `arguments` (one a line), `stdin` (absent: empty), and what
// it must print and answer: `stdout`, `stderr` and `exit`, which are all there, even where they are empty:
// nothing is taken for said that nobody wrote. UPDATE_EXPECTED=1 writes them
// anew; look at the difference. A run that may write files has a folder `after` with those that are others
// than before: it runs in a copy, and all other files must be as they were.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "cli/program.h"

namespace {

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

void writeAll(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QStringList filesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

class CliCases : public QObject {
    Q_OBJECT
private slots:
    void prints_data() {
        QTest::addColumn<QString>("folder");
        const QDir cases(QStringLiteral(FACTLINE_SOURCE_DIR "/tests/cases/cli"));
        const auto names = cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        QVERIFY(!names.isEmpty());
        for (const auto& name : names)
            QTest::newRow(qPrintable(name)) << cases.filePath(name);
    }
    void prints() {
        QFETCH(QString, folder);
        const auto arguments = QString::fromUtf8(readAll(folder + QStringLiteral("/arguments")))
                                   .split(u'\n', Qt::SkipEmptyParts);
        const bool mayWrite = QDir(folder).exists(QStringLiteral("after"));
        const QTemporaryDir copy;
        if (mayWrite)
            for (const auto& name : filesIn(folder))
                QVERIFY(QFile::copy(folder + u'/' + name, copy.filePath(name)));
        const auto ended = runFactline(arguments, mayWrite ? copy.path() : folder,
                                       readAll(folder + QStringLiteral("/stdin")));
        if (mayWrite) holdsAfter(copy.path(), folder);
        if (qEnvironmentVariableIsSet("UPDATE_EXPECTED")) {
            writeAll(folder + QStringLiteral("/stdout"), ended.out);
            writeAll(folder + QStringLiteral("/stderr"), ended.err);
            writeAll(folder + QStringLiteral("/exit"), QByteArray::number(ended.code) + '\n');
        }
        for (const auto& name : {QStringLiteral("stdout"), QStringLiteral("stderr"), QStringLiteral("exit")})
            QVERIFY2(QFile::exists(folder + u'/' + name), qPrintable(name + QStringLiteral(" is missing")));
        QCOMPARE(QString::fromUtf8(ended.out),
                 QString::fromUtf8(readAll(folder + QStringLiteral("/stdout"))));
        QCOMPARE(QString::fromUtf8(ended.err),
                 QString::fromUtf8(readAll(folder + QStringLiteral("/stderr"))));
        QCOMPARE(ended.code, readAll(folder + QStringLiteral("/exit")).trimmed().toInt());
    }

private:
    static void holdsAfter(const QString& copy, const QString& folder) {
        const QString after = folder + QStringLiteral("/after");
        for (const auto& name : filesIn(copy)) {
            const auto now = readAll(copy + u'/' + name);
            const auto before = readAll(folder + u'/' + name);
            if (qEnvironmentVariableIsSet("UPDATE_EXPECTED") &&
                (QFile::exists(after + u'/' + name) || now != before))
                writeAll(after + u'/' + name, now);
            const auto wanted = QFile::exists(after + u'/' + name) ? readAll(after + u'/' + name) : before;
            QVERIFY2(now == wanted, qPrintable(name + u'\n' + QString::fromUtf8(now)));
        }
        for (const auto& name : filesIn(after))
            QVERIFY2(QFile::exists(copy + u'/' + name), qPrintable(name + QStringLiteral(" is missing")));
        for (const auto& name : filesIn(copy))
            QVERIFY2(QFile::exists(folder + u'/' + name) || QFile::exists(after + u'/' + name),
                     qPrintable(name + QStringLiteral(" is new")));
    }
};

QTEST_GUILESS_MAIN(CliCases)
#include "tst_cases.moc"
