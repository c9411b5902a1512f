// SPDX-License-Identifier: Apache-2.0
#include "base/circles.h"

#include <QTest>
#include <algorithm>
#include <rapidcheck.h>
#include <set>

using namespace factline;

class CirclesTest : public QObject {
    Q_OBJECT
private slots:
    void tellsTheShortestFromTheLowestRank() {
        // 0 -> 1 -> 2 -> 3 -> 0 and the short cut 2 -> 0; 4 leads to itself; 5 leads nowhere
        const Successors next{{1}, {2}, {3, 0}, {0}, {4}, {}};
        QCOMPARE(circlesOf(next, {0, 1, 2, 3, 4, 5}), (Successors{{0, 1, 2}, {4}}));
        QCOMPARE(circlesOf(next, {9, 8, 7, 6, 5, 4}), (Successors{{4}, {3, 0, 1, 2}}));
        QCOMPARE(circlesOf(next, {noRank, 1, noRank, noRank, 0, 0}), (Successors{{4}, {1, 2, 0}}));
    }

    void everyCircleIsOne() {
        QVERIFY(rc::check("each step of a circle is an edge, no node comes twice", [] {
            const auto next = *rc::gen::container<Successors>(
                8, rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 8)));
            for (const auto& circle : circlesOf(next, {0, 1, 2, 3, 4, 5, 6, 7})) {
                RC_ASSERT(std::set(circle.begin(), circle.end()).size() == circle.size());
                for (std::size_t i = 0; i < circle.size(); ++i) {
                    const auto& out = next[circle[i]];
                    RC_ASSERT(std::find(out.begin(), out.end(), circle[(i + 1) % circle.size()]) !=
                              out.end());
                }
            }
        }));
    }
};

QTEST_APPLESS_MAIN(CirclesTest)
#include "tst_circles.moc"
