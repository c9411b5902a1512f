// SPDX-License-Identifier: Apache-2.0
#include "base/quantity.h"

#include <QTest>
#include <rapidcheck.h>

using namespace factline;
using namespace std::chrono_literals;

class QuantityTest : public QObject {
    Q_OBJECT
private slots:
    void readsEveryForm() {
        QCOMPARE(*parseDuration("500ms"), Duration(500ms));
        QCOMPARE(*parseDuration("1h30m"), Duration(90min));
        QCOMPARE(*parseDuration("7d"), Duration(168h));
        QCOMPARE(*parseDuration("1.5s"), Duration(1500ms));
        QCOMPARE(*parseDuration("2w"), Duration(336h));
        QCOMPARE(*parseDuration("7y"), Duration(24h * 365 * 7));
        QCOMPARE(*parseDuration("PT30S"), Duration(30s));
        QCOMPARE(*parseDuration("P1DT2H"), Duration(26h));
        QCOMPARE(*parseDuration("0s"), Duration(0));
    }

    void refusesWhatIsNoDuration() {
        for (const char* text :
             {"", "5", "ms", "5 apples", "-3s", "30s1h", "5s5s", "300y", "P1M", "PT", "1e9s", "."})
            QVERIFY2(!parseDuration(text), text);
        QVERIFY(parseDuration("soon").error().message.english().find("500ms") != std::string::npos);
    }

    void writesWhatReadsBack() {
        QVERIFY(rc::check("duration round trip", [](std::int64_t raw) {
            const Duration duration(std::abs(raw / 2));
            RC_ASSERT(parseDuration(toString(duration)).value() == duration);
        }));
        QCOMPARE(toString(Duration(90min)), std::string("1h30m"));
        QCOMPARE(toString(Duration(672h)), std::string("28d"));
        QCOMPARE(toString(Duration(24h * 365)), std::string("1y"));
    }

    void ratesAndShares() {
        QCOMPARE(parseRate("300/min")->perSecond(), 5.0);
        QCOMPARE(toString(*parseRate("12/h")), std::string("12/h"));
        QVERIFY(!parseRate("12"));
        QCOMPARE(parseShare("99.9%")->value, 0.999);
        QCOMPARE(toString(*parseShare("0.1 %")), std::string("0.1%"));
        QVERIFY(!parseShare("101%"));
        QVERIFY(!parseShare("0.5"));
    }
};

QTEST_APPLESS_MAIN(QuantityTest)
#include "tst_quantity.moc"
