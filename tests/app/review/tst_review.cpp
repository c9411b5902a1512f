// SPDX-License-Identifier: Apache-2.0
#include "review/review.h"

#include <fstream>

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace factline;
namespace fs = std::filesystem;

namespace {

const fs::path source = FACTLINE_SOURCE_DIR;
constexpr lint::Day today{std::chrono::year(2026), std::chrono::November, std::chrono::day(29)};

Result<review::Review> reviewOf(const fs::path& file, const contract::ReadModel* since = nullptr) {
    const auto read = contract::readModel(file);
    review::Request request{.source = {*read, file}, .today = today};
    request.process.program = fs::path(FACTLINE_BIN_DIR) / "factline-layout";
    if (since) request.since.emplace(review::Source{*since, file});
    return review::makeReview(request);
}

QByteArray bytesOf(const review::Review& review, const fs::path& file) {
    const auto files = review::formatOf(file)->render(review, file);
    return files ? QByteArray::fromStdString(files->back().bytes) : QByteArray();
}

/// Text as it was written, for a page on which it may be broken anywhere.
QString withoutBlanks(QString text) {
    return text.remove(QRegularExpression(QStringLiteral("\\s+")));
}

} // namespace

/// The review document as a file.
class ReviewTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_everything = reviewOf(source / "tests/cases/report/everything/model.factline.yaml").value();
        m_anyScript = reviewOf(source / "tests/cases/report/any-script/model.factline.yaml").value();
        m_empty = reviewOf(source / "tests/cases/report/empty/model.factline.yaml").value();
    }

    void htmlIsWellFormedAndNeedsNothingElse_data() {
        QTest::addColumn<QString>("which");
        for (const char* which : {"everything", "any-script", "empty"})
            QTest::newRow(which) << QString::fromLatin1(which);
    }
    void htmlIsWellFormedAndNeedsNothingElse() {
        QFETCH(QString, which);
        const QByteArray html = bytesOf(which == u"empty"        ? m_empty
                                        : which == u"everything" ? m_everything
                                                                 : m_anyScript,
                                        "r.html");
        QVERIFY(html.startsWith("<!DOCTYPE html>"));
        // What HTML need not close, XML must.
        QString text = QString::fromUtf8(html);
        text.replace(QRegularExpression(QStringLiteral("<(meta|br|wbr|col)\\b([^>]*)>")),
                     QStringLiteral("<\\1\\2/>"));
        QXmlStreamReader reader(text);
        QStringList elements;
        QStringList ids;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement()) continue;
            elements += reader.name().toString();
            for (const auto& attribute : reader.attributes()) {
                const QString name = attribute.qualifiedName().toString();
                const QString value = attribute.value().toString();
                QVERIFY2(!name.startsWith(QLatin1String("on")), qPrintable(name));
                QVERIFY2(name != u"src", qPrintable(value));
                if (name == u"href" || name == u"xlink:href")
                    QVERIFY2(value.startsWith(u'#') || value.startsWith(QLatin1String("data:")),
                             qPrintable(value));
                QVERIFY2(!value.contains(u"url(") || value.contains(u"url(#"), qPrintable(value));
                if (name == u"id") ids += value;
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        for (const char* foreign : {"script", "link", "img", "iframe", "object", "base"})
            QVERIFY2(!elements.contains(QLatin1String(foreign)), foreign);
        const QString style =
            text.section(QStringLiteral("<style>"), 1).section(QStringLiteral("</style>"), 0, 0);
        QVERIFY(style.contains(QStringLiteral("@media print")));
        QVERIFY(!style.contains(QStringLiteral("@import")) && !style.contains(QStringLiteral("url(")));
        QCOMPARE(ids.removeDuplicates(), 0);
    }

    void theMapIsInTheHtmlAndBesideTheMarkdown() {
        QVERIFY(bytesOf(m_everything, "r.html").contains("<svg"));
        QVERIFY(!bytesOf(m_empty, "r.html").contains("<svg"));
        const auto files = review::formatOf("a folder/a b.md")->render(m_everything, "a folder/a b.md");
        QCOMPARE(files->size(), std::size_t(2));
        QCOMPARE(files->front().path, fs::path("a folder/a b.map.svg"));
        QVERIFY(files->back().bytes.find("](a%20b.map.svg)") != std::string::npos);
    }

    void pdfTextCanBeSelected() {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        QVERIFY2(!program.isEmpty(), "pdftotext (poppler-utils) is not installed");
        const QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "review.pdf";
        QVERIFY(review::writeReview(m_everything, file).has_value());
        QProcess process;
        process.start(program, {QString::fromStdString(file.string()), QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const QString text = withoutBlanks(QString::fromUtf8(process.readAllStandardOutput()));
        for (const char* wanted :
             {"Four errors stand in the way.", "Does OrderPaid mean order.checked?", "To order-squad",
              "Partner feed", "architecture board", "2999-12-31", "OrderPaid denies it.",
              "May this parcel leave?", "Cannot be kept", "Bring the poll of"})
            QVERIFY2(text.contains(withoutBlanks(QString::fromUtf8(wanted))), wanted);
        QCOMPARE(text.count(withoutBlanks(QStringLiteral("Does PaymentBooked mean"))),
                 1); // no line is drawn twice
    }

    void theSameModelGivesTheSameBytes_data() {
        QTest::addColumn<QString>("file");
        for (const auto& format : review::documentFormats())
            QTest::newRow(std::string(format.extension).c_str())
                << QStringLiteral("r.%1").arg(QString::fromStdString(std::string(format.extension)));
    }
    void theSameModelGivesTheSameBytes() {
        QFETCH(QString, file);
        const auto again = reviewOf(source / "tests/cases/report/everything/model.factline.yaml");
        QVERIFY(again.has_value());
        QVERIFY(bytesOf(*again, file.toStdString()) == bytesOf(m_everything, file.toStdString()));
    }

    void whatIsKnownBeforeIsToldApart() {
        const fs::path file = source / "tests/cases/report/everything/model.factline.yaml";
        const auto read = contract::readModel(file);
        const auto all = lint::run(Lookup(read->model));
        review::Request request{.source = {*read, file}, .today = today, .baselined = {all.front()}};
        request.process.program = fs::path(FACTLINE_BIN_DIR) / "factline-layout";
        const auto review = review::makeReview(request);
        const QByteArray text = bytesOf(*review, "r.md");
        QVERIFY(text.contains("Three errors stand in the way"));
        QVERIFY(text.contains("### Known before"));
    }

    void anUnknownFormatIsRefused() {
        const auto format = review::formatOf("review.docx");
        QVERIFY(!format.has_value());
        QVERIFY(QString::fromStdString(format.error().message).contains(u".html, .md or .pdf"));
    }

private:
    review::Review m_everything, m_anyScript, m_empty;
};

QTEST_MAIN(ReviewTest)
#include "tst_review.moc"
