// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "picture/measured_texts.h"

using namespace factline;
using diagram::TextRole;

namespace {

/// As wide as it has letters, and counted.
struct Counting : diagram::TextMeasure {
    mutable int asked = 0;
    diagram::Size measure(std::string_view text, TextRole role) const override {
        ++asked;
        return {static_cast<double>(text.size()), role == TextRole::Title ? 2.0 : 1.0};
    }
};

} // namespace

/// What was measured for one picture need not be measured for the next.
class MeasuredTextsTest : public QObject {
    Q_OBJECT
private slots:
    void eachTextOnce() {
        const Counting measure;
        const auto known = std::make_shared<picture::MeasuredTexts>();
        for (int picture = 0; picture < 2; ++picture) {
            const picture::RememberingMeasure remembering(measure, known);
            QVERIFY((remembering.measure("order", TextRole::NodeLabel) == diagram::Size{5, 1}));
            QVERIFY((remembering.measure("order", TextRole::Title) == diagram::Size{5, 2}));
            QVERIFY((remembering.measure("", TextRole::Title) == diagram::Size{0, 2}));
        }
        QCOMPARE(measure.asked, 3);
    }

    void withoutMemoryEachTime() {
        const Counting measure;
        const picture::RememberingMeasure plain(measure, nullptr);
        (void)plain.measure("order", TextRole::Title);
        (void)plain.measure("order", TextRole::Title);
        QCOMPARE(measure.asked, 2);
    }
};

QTEST_APPLESS_MAIN(MeasuredTextsTest)
#include "tst_measured_texts.moc"
