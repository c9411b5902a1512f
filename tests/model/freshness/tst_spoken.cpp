// SPDX-License-Identifier: Apache-2.0
#include "freshness/spoken.h"

#include <QTest>

using namespace factline::freshness;

/// Numbers as one says them, and as somebody declared them.
class SpokenTest : public QObject {
    Q_OBJECT
private slots:
    void sharesAreAsDeclared_data() {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("said");
        QTest::newRow("what a promise leaves out") << 1 - 0.99 << "1 %";
        QTest::newRow("a tenth") << 1 - 0.9 << "10 %";
        QTest::newRow("three nines") << 0.999 << "99.9 %";
        QTest::newRow("five nines") << 0.99999 << "99.999 %";
        QTest::newRow("worked out") << 0.97931234 << "97.9 %";
        QTest::newRow("no zero behind the point") << 0.0299612 << "3 %";
        QTest::newRow("a promise of 99 % that is broken") << 0.98981234 << "98.98 %";
        QTest::newRow("small, and a zero at the end") << 0.00100123 << "0.1 %";
        QTest::newRow("nearly all") << 0.9999999 << "more than 99.99 %";
        QTest::newRow("nearly none") << 1.234567e-7 << "less than 0.01 %";
        QTest::newRow("none") << 0.0 << "0 %";
        QTest::newRow("all") << 1.0 << "100 %";
    }
    void sharesAreAsDeclared() {
        QFETCH(double, share);
        QFETCH(QString, said);
        QCOMPARE(QString::fromStdString(spokenShare(share)), said);
    }

    void durationsAreAsDeclared_data() {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << 0.0 << "0 s";
        QTest::newRow("milliseconds") << 2.786 << "2.786 s";
        QTest::newRow("a fraction") << 0.25 << "250 ms";
        QTest::newRow("minutes") << 900.0 << "15 min";
        QTest::newRow("a minute") << 60.0 << "60 s";
        QTest::newRow("hours and seconds") << 7201.0 << "7201 s";
    }
    void durationsAreAsDeclared() {
        QFETCH(double, seconds);
        QFETCH(QString, said);
        QCOMPARE(QString::fromStdString(spokenDuration(seconds)), said);
    }

    /// Half rounded up would break the promise.
    void slackIsNeverMoreThanItIs() {
        QCOMPARE(spokenSlack(2.786), std::string("2.7"));
        QCOMPARE(spokenSlack(2.8), std::string("2.8"));
        QCOMPARE(spokenSlack(1.0), std::string("1.0"));
    }

    void muchIsSaidShortly() {
        QCOMPARE(spokenBudget(0).english(), std::string("none of it"));
        QCOMPARE(spokenBudget(3e-7).english(), std::string("hardly any of it"));
        QCOMPARE(spokenBudget(0.146).english(), std::string("14.6 %"));
        QCOMPARE(spokenBudget(100).english(), std::string("100 times over"));
        QCOMPARE(spokenBudget(4e8).english(), std::string("all of it, many times over"));
        QCOMPARE(spokenLoad(0.8), std::string("80 % busy"));
        QCOMPARE(spokenLoad(3.2e8), std::string("has many times the work that it can do"));
    }
};

QTEST_APPLESS_MAIN(SpokenTest)
#include "tst_spoken.moc"
