// SPDX-License-Identifier: Apache-2.0
#include "base/phrase.h"

#include <QTest>
#include <map>

using namespace factline;

class PhraseTest : public QObject {
    Q_OBJECT
private slots:
    void saysInEnglishWhatItIsMadeOf() {
        const std::string name = "orders";
        QCOMPARE(Phrase::of("{} owns {} of {}", name, 3, Phrase::of("{} facts", std::string_view("all"))),
                 std::string("orders owns 3 of all facts"));
        QCOMPARE(Phrase::of("Nothing to do."), std::string("Nothing to do."));
        QCOMPARE(Phrase("a {} of {0}"), std::string("a {} of {0}")); // a name is no pattern
        QCOMPARE(Phrase::of("relations: {{}: ...}, {within: 1s}, {", name),
                 std::string("relations: {orders: ...}, {within: 1s}, {"));
        QCOMPARE(Phrase::row({"a", ", ", Phrase::of("b and {}", "c")}), std::string("a, b and c"));
        QCOMPARE("a" + Phrase() + Phrase::of(" {}", 1), std::string("a 1"));
    }

    void emptyIsWhatSaysNothing() {
        QVERIFY(Phrase().empty() && Phrase("").empty() && Phrase::row({}).empty() && (Phrase() + "").empty());
        QVERIFY(!Phrase("a").empty() && !Phrase::of("a").empty() && !("a" + Phrase()).empty());
    }

    void saysTheSameInAnotherLanguageAndOrder() {
        const std::map<std::string_view, std::string> german{{"{} owns {}", "{1} gehört {0} ({})"},
                                                             {"a fact", "ein Fakt"}};
        const auto translate = [&](std::string_view pattern) {
            const auto found = german.find(pattern);
            return found == german.end() ? std::string(pattern) : found->second;
        };
        QCOMPARE(Phrase::of("{} owns {}", "orders", Phrase::of("a fact")).in(translate),
                 std::string("ein Fakt gehört orders (orders)"));
        QCOMPARE(Phrase::of("{}, and {}", Phrase::of("a fact"), "a fact").in(translate),
                 std::string("ein Fakt, and a fact"));
        QCOMPARE(Phrase("a fact").in(translate), std::string("a fact"));
        constexpr Phrase::Words words = Phrase::words("a fact");
        QCOMPARE(Phrase(words).in(translate), std::string("ein Fakt"));
        QCOMPARE(Phrase::of("{}, and {}", words, "a fact").in(translate),
                 std::string("ein Fakt, and a fact"));
        QVERIFY(Phrase(Phrase::Words()).empty());
        // what a translation asks for and nobody has given is left out
        QCOMPARE(Phrase::of("a fact").in([](std::string_view) { return "{7}{}."; }), std::string("."));
    }

    void theSameWordsAreTheSame() {
        QVERIFY(Phrase::of("{} owns {}", "a", "b") == Phrase::of("{} owns {}", "a", "b"));
        QVERIFY(Phrase::of("{} owns {}", "a", "b") == Phrase("a owns b"));
        QVERIFY(Phrase::of("{} owns {}", "a", "b") != Phrase::of("{} owns {}", "b", "a"));
        QVERIFY(Phrase::of("b") < Phrase::of("{}", "c") && !(Phrase("b") < Phrase::of("b")));
    }

    void namesAreChangedAndPatternsAreNot() {
        Phrase phrase = "x" + Phrase::of("x of {} and {}", "x", Phrase::of("x {}", "xx"));
        phrase.changeNames([](std::string name) { return "<" + std::move(name) + ">"; });
        QCOMPARE(phrase, std::string("<x>x of <x> and x <xx>"));
    }
};

QTEST_APPLESS_MAIN(PhraseTest)
#include "tst_phrase.moc"
