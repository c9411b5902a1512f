// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "diagram/wrap.h"

using namespace factline;

namespace {

using Lines = std::vector<std::string>;

/// As wide as it has bytes.
struct Typewriter : diagram::TextMeasure {
    diagram::Size measure(std::string_view text, diagram::TextRole) const override {
        return {static_cast<double>(text.size()), 1};
    }
};

} // namespace

/// A name that is too long for one line is broken where its words meet.
class TstWrap : public QObject {
    Q_OBJECT
private slots:
    void halvesAreAsEvenAsWordsAllow() {
        QVERIFY((diagram::halved("OrderCompleted") == Lines{"Order", "Completed"}));
        QVERIFY((diagram::halved("sellable stock recalculated") == Lines{"sellable stock", "recalculated"}));
        QVERIFY((diagram::halved("stock-of-store") == Lines{"stock-", "of-store"}));
        QVERIFY((diagram::halved("HTTPRequestFailed") == Lines{"HTTPRequest", "Failed"}));
        QVERIFY((diagram::halved("ÄÄ bbb cccc") == Lines{"ÄÄ bbb", "cccc"})); // by letters, not bytes
    }

    void whatHasNoBreakStaysWhole() {
        for (const char* whole : {"", "order", "ORDER", "ä", "recalculated"})
            QVERIFY2((diagram::halved(whole) == Lines{whole}), whole);
    }

    void labelsTakeTheRoomTheyHave() {
        const Typewriter measure;
        const auto wrap = [&](const char* text, double width) {
            return diagram::wrapLabel(text, width, measure, diagram::TextRole::NodeLabel);
        };
        QVERIFY((wrap("OrderCompleted", 14) == Lines{"OrderCompleted"}));
        QVERIFY((wrap("OrderCompleted", 9) == Lines{"Order", "Completed"}));
        const Lines cut = wrap("OrderRecalculated", 8);
        QCOMPARE(cut.size(), std::size_t(2));
        QCOMPARE(cut.front(), std::string("Order"));
        QVERIFY(cut.back().size() <= 8 && cut.back().find("…") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TstWrap)
#include "tst_wrap.moc"
