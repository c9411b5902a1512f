// SPDX-License-Identifier: Apache-2.0
#include "base/similar.h"

#include <QTest>
#include <array>

using namespace factline;

class SimilarTest : public QObject {
    Q_OBJECT
private slots:
    void findsTheNearest() {
        constexpr std::array<std::string_view, 4> keys{"announces", "asserts", "denies", "channel"};
        QCOMPARE(mostSimilar("anounces", keys), std::string_view("announces"));
        QCOMPARE(mostSimilar("assetrs", keys), std::string_view("asserts")); // swapped
        QCOMPARE(mostSimilar("Channel", keys), std::string_view("channel"));
        QCOMPARE(mostSimilar("denise", keys), std::string_view("denies"));
        QCOMPARE(mostSimilar("finality", keys), std::string_view());
        QCOMPARE(mostSimilar("", keys), std::string_view());
    }

    void prefersFewerChangesThenTheFirst() {
        constexpr std::array<std::string_view, 3> keys{"order-placed", "order-place", "order-laced"};
        QCOMPARE(mostSimilar("order-plac", keys), std::string_view("order-place"));
        constexpr std::array<std::string_view, 2> twins{"abd", "abe"};
        QCOMPARE(mostSimilar("abc", twins), std::string_view("abd"));
    }
};

QTEST_APPLESS_MAIN(SimilarTest)
#include "tst_similar.moc"
