// SPDX-License-Identifier: Apache-2.0
#include "domain/payload_type.h"

#include <QTest>
#include <rapidcheck.h>

using namespace factline;
using Kind = PayloadType::Kind;

namespace {

/// Any type the language can write, up to `depth` levels.
rc::Gen<PayloadType> anyType(int depth) {
    return rc::gen::exec([depth] {
        const int kind = *rc::gen::inRange(0, depth > 0 ? 14 : 10);
        if (kind < 9 && kind != 3) return PayloadType{.kind = static_cast<Kind>(kind)};
        if (kind == 3) {
            const auto precision = static_cast<std::uint8_t>(*rc::gen::inRange(1, 66));
            return PayloadType{.kind = Kind::Decimal,
                               .precision = precision,
                               .scale = static_cast<std::uint8_t>(*rc::gen::inRange(0, precision + 1))};
        }
        if (kind == 9 || kind == 10) {
            PayloadType type{.kind = Kind::Enum};
            type.options = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(
                rc::gen::nonEmpty(rc::gen::string<std::string>())));
            for (auto& option : type.options) {
                option = "W";
                option += std::to_string(*rc::gen::inRange(0, 99));
            }
            return type;
        }
        if (kind == 11) {
            PayloadType type{.kind = Kind::Named};
            type.name = "OrderLine";
            return type;
        }
        PayloadType type{.kind = kind == 12 ? Kind::List : Kind::Map};
        type.of.push_back(*anyType(depth - 1));
        return type;
    });
}

} // namespace

class PayloadTypeTest : public QObject {
    Q_OBJECT
private slots:
    void readsEveryForm() {
        QCOMPARE(parsePayloadType("uuid")->kind, Kind::Uuid);
        QCOMPARE(parsePayloadType("duration")->kind, Kind::TimeSpan);
        const auto decimal = *parsePayloadType("decimal( 12 , 2 )");
        QCOMPARE(decimal.precision, std::uint8_t{12});
        QCOMPARE(decimal.scale, std::uint8_t{2});
        QCOMPARE(parsePayloadType("enum[A, B]")->options, (std::vector<std::string>{"A", "B"}));
        const auto nested = *parsePayloadType("map<list<OrderLine>>");
        QCOMPARE(nested.kind, Kind::Map);
        QCOMPARE(nested.of.front().of.front().name, std::string("OrderLine"));
    }

    void refusesWhatIsNone() {
        for (const char* text :
             {"", "list", "list<>", "list<string", "decimal", "decimal(2)", "decimal(2,3)", "decimal(0,0)",
              "decimal(99,2)", "enum[]", "enum[A,,B]", "two words", "a;drop"})
            QVERIFY2(!parsePayloadType(text), text);
        std::string deep = "string";
        for (int i = 0; i < 10'000; ++i)
            deep = "list<" + deep + ">";
        QVERIFY(!parsePayloadType(deep));
    }

    void writesWhatReadsBack() {
        QVERIFY(rc::check("type round trip", [] {
            const auto type = *anyType(4);
            RC_ASSERT(parsePayloadType(toString(type)).value() == type);
        }));
    }
};

QTEST_APPLESS_MAIN(PayloadTypeTest)
#include "tst_payload_type.moc"
