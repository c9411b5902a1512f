// SPDX-License-Identifier: Apache-2.0
#include "lint/meaning.h"

#include <QTest>
#include <algorithm>
#include <rapidcheck.h>
#include <set>

using namespace factline;
using namespace factline::lint;

namespace {

using Names = std::vector<ClaimName>;

Claim claim(const ClaimName& name, Names implies = {}, Names excludes = {},
            const Ref& of = {"orders", "order"}) {
    Claim c;
    c.name = name, c.of = of, c.implies = std::move(implies), c.excludes = std::move(excludes);
    return c;
}

Model modelOf(const std::vector<Claim>& claims) {
    Model model;
    for (const auto& c : claims)
        model.claims.emplace_back(c);
    return model;
}

Event said(std::optional<Names> asserts, std::optional<Names> denies = {},
           Finality finality = Finality::Revocable) {
    Event e;
    e.name = "E", e.asserts = std::move(asserts), e.denies = std::move(denies), e.finality = finality;
    return e;
}

Judgement verdict(const std::vector<Claim>& claims, const Event& e, const Reliance& reliance,
                  std::string_view publisher = "orders") {
    const Model model = modelOf(claims);
    const ClaimGraph graph(model);
    return judge(Said(graph, e), publisher, reliance);
}

} // namespace

class MeaningTest : public QObject {
    Q_OBJECT
private slots:
    void everyVerdict() {
        const std::vector<Claim> claims{claim("r"), claim("x", {}, {"r"}),
                                        claim("f", {}, {}, {"billing", "bill"})};
        QCOMPARE(verdict(claims, said(Names{"x"}), {"r", {}}),
                 (Judgement{Verdict::Contradicted, {"x"}, {"r"}}));
        QCOMPARE(verdict(claims, said({}, Names{"r"}), {"r", {}}), (Judgement{Verdict::Denied, {}, {"r"}}));
        QCOMPARE(verdict(claims, said(Names{"r"}), {"r", Finality::Final}),
                 (Judgement{Verdict::Weaker, {"r"}, {"r"}}));
        QCOMPARE(verdict(claims, said(Names{"r"}), {"r", {}}),
                 (Judgement{Verdict::Guaranteed, {"r"}, {"r"}}));
        QCOMPARE(verdict(claims, said({}), {"f", {}}), (Judgement{Verdict::Foreign, {}, {"f"}}));
        QCOMPARE(verdict(claims, said({}), {"r", {}}), (Judgement{Verdict::Unspecified, {}, {"r"}}));
        QCOMPARE(verdict(claims, said(Names{}), {"r", {}}).verdict, Verdict::Unspecified);
    }

    void theFirstThatHoldsCounts() {
        const std::vector<Claim> claims{claim("r", {"s"}), claim("s"), claim("x", {}, {"s"}),
                                        claim("f", {}, {}, {"billing", "bill"})};
        // contradicted before denied and before guaranteed
        QCOMPARE(verdict(claims, said(Names{"x"}, Names{"r"}), {"r", {}}).verdict, Verdict::Contradicted);
        QCOMPARE(verdict(claims, said(Names{"r", "x"}), {"r", {}}).verdict, Verdict::Contradicted);
        // denied only where it is not asserted: what is both is asserted
        QCOMPARE(verdict(claims, said(Names{"r"}, Names{"s"}), {"r", {}}).verdict, Verdict::Guaranteed);
        // denied before foreign
        QCOMPARE(verdict(claims, said({}, Names{"f"}), {"f", {}}).verdict, Verdict::Denied);
        // weaker before foreign: what is asserted is asserted, whoever owns it
        QCOMPARE(verdict(claims, said(Names{"f"}), {"f", Finality::Final}).verdict, Verdict::Weaker);
        QCOMPARE(verdict(claims, said(Names{"f"}), {"f", {}}).verdict, Verdict::Guaranteed);
    }

    void finality() {
        const std::vector<Claim> claims{claim("r")};
        const auto of = [&](Finality given, std::optional<Finality> needed) {
            return verdict(claims, said(Names{"r"}, {}, given), {"r", needed}).verdict;
        };
        QCOMPARE(of(Finality::Final, Finality::Final), Verdict::Guaranteed);
        QCOMPARE(of(Finality::Final, Finality::Revocable), Verdict::Guaranteed);
        QCOMPARE(of(Finality::Revocable, Finality::Revocable), Verdict::Guaranteed);
        QCOMPARE(of(Finality::Revocable, std::nullopt), Verdict::Guaranteed);
        QCOMPARE(of(Finality::Revocable, Finality::Final), Verdict::Weaker);
    }

    void bothSidesAreClosed() {
        const std::vector<Claim> claims{claim("a", {"b"}),
                                        claim("b", {"c"}),
                                        claim("c"),
                                        claim("r", {"s"}),
                                        claim("s", {"t"}, {"nobody"}),
                                        claim("t"),
                                        claim("x", {}, {"t"})};
        QCOMPARE(verdict(claims, said(Names{"a"}), {"c", {}}),
                 (Judgement{Verdict::Guaranteed, {"a", "b", "c"}, {"c"}}));
        QCOMPARE(verdict(claims, said({}, Names{"t"}), {"r", {}}),
                 (Judgement{Verdict::Denied, {}, {"r", "s", "t"}}));
        QCOMPARE(verdict(claims, said(Names{"x"}), {"r", {}}),
                 (Judgement{Verdict::Contradicted, {"x"}, {"r", "s", "t"}}));
        // What implies the claim is not needed for it: denying the stronger leaves the weaker open.
        QCOMPARE(verdict(claims, said({}, Names{"r"}), {"t", {}}).verdict, Verdict::Unspecified);
        QCOMPARE(verdict(claims, said(Names{"t"}), {"r", {}}).verdict, Verdict::Unspecified);
    }

    void excludesHoldsBothWays() {
        for (const auto& claims :
             {std::vector{claim("r", {}, {"x"}), claim("x")}, std::vector{claim("r"), claim("x", {}, {"r"})}})
            QCOMPARE(verdict(claims, said(Names{"x"}), {"r", {}}).verdict, Verdict::Contradicted);
        // To exclude the same third is not to exclude one another.
        QCOMPARE(
            verdict({claim("r", {}, {"y"}), claim("x", {}, {"y"}), claim("y")}, said(Names{"x"}), {"r", {}})
                .verdict,
            Verdict::Unspecified);
    }

    void circlesAndUnknownNamesDoNoHarm() {
        const std::vector<Claim> circle{claim("a", {"b"}), claim("b", {"a", "a"}), claim("c", {"c"})};
        QCOMPARE(verdict(circle, said(Names{"a"}), {"b", {}}).verdict, Verdict::Guaranteed);
        QCOMPARE(verdict(circle, said({}), {"a", {}}).verdict, Verdict::Unspecified);
        QCOMPARE(verdict(circle, said({}, Names{"c"}), {"c", {}}).verdict, Verdict::Denied);
        QCOMPARE(verdict({}, said(Names{"u"}), {"u", {}}).verdict, Verdict::Guaranteed);
        QCOMPARE(verdict({}, said({}, Names{"u"}), {"u", {}}).verdict, Verdict::Denied);
        QCOMPARE(verdict({}, said({}), {"u", {}}).verdict, Verdict::Unspecified);
        QCOMPARE(verdict({claim("a", {"u"})}, said(Names{"a"}), {"u", {}}).verdict, Verdict::Guaranteed);
        QCOMPARE(verdict({claim("r", {}, {}, {})}, said({}), {"r", {}}).verdict, Verdict::Unspecified);
    }

    /// The way to each claim of a chain, and of two chains that meet, whatever is left out of it.
    void waysKeepTheirEnds() {
        std::vector<Claim> claims;
        for (int i = 0; i < 9; ++i)
            claims.push_back(claim(std::to_string(i), {std::to_string(i + 1)}));
        claims.push_back(claim("x", {"5"}));
        const Model model = modelOf(claims);
        const ClaimGraph graph(model);
        const auto way = [&](const Names& from, const std::string& to) {
            const Closure closure(graph, from);
            return closure.wayTo(closure.find(graph.find(to).value()).value());
        };
        for (int length = 1; length <= 10; ++length) {
            Names whole;
            for (int i = 0; i < length; ++i)
                whole.push_back(std::to_string(i));
            QCOMPARE(way({"0"}, whole.back()), Way(whole));
        }
        QCOMPARE(way({"0", "x"}, "7"), (Way{"x", "5", "6", "7"}));
        QCOMPARE(way({"1", "4"}, "9"), (Way{"4", "5", "6", "7", "8", "9"}));
        QCOMPARE(way({"1", "4"}, "9").names, (Names{"4", "5", "6", "8", "9"}));
        QCOMPARE(way({"1", "4"}, "9").leftOut, std::size_t(1));
    }

    void waysInWords() {
        const Way one{"a"}, five{"a", "b", "c", "d", "e"}, nine{"a", "b", "c", "d", "e", "f", "g", "h", "i"};
        QCOMPARE(chain(one), std::string("a"));
        QCOMPARE(chain(five), std::string("a, which implies b, which implies c, which implies d, "
                                          "which implies e"));
        QCOMPARE(chain(nine),
                 std::string("a, which implies b, which implies c, which by way of 4 more implies h, which "
                             "implies i"));
        QCOMPARE(chainBack(one), std::string());
        QCOMPARE(chainBack({"a", "b", "c"}), std::string(", which b implies, which a implies"));
        QCOMPARE(chainBack(nine),
                 std::string(", which h implies, which c implies by way of 4 more, which b implies, which a "
                             "implies"));
        QCOMPARE(circleText(one), std::string("a -> a"));
        QCOMPARE(circleText(five), std::string("a -> b -> c -> d -> e -> a"));
        QCOMPARE(circleText(nine), std::string("a -> b -> c -> 4 more -> h -> i -> a"));
    }

    void theFirstClaimOfANameCounts() {
        const std::vector<Claim> twins{claim("r", {"s"}), claim("r", {"t"}), claim("s"), claim("t")};
        QCOMPARE(verdict(twins, said({}, Names{"s"}), {"r", {}}).verdict, Verdict::Denied);
        QCOMPARE(verdict(twins, said({}, Names{"t"}), {"r", {}}).verdict, Verdict::Unspecified);
    }

    void severities() {
        using enum Verdict;
        const auto row = [](Verdict v) {
            return std::vector{severityOf(v, Dependence::None), severityOf(v, Dependence::Reversible),
                               severityOf(v, Dependence::Irreversible)};
        };
        const auto error = Severity::Error, warning = Severity::Warning, off = Severity::Off;
        QCOMPARE(row(Contradicted), (std::vector{error, error, error}));
        QCOMPARE(row(Denied), (std::vector{error, error, error}));
        QCOMPARE(row(Weaker), (std::vector{warning, error, error}));
        QCOMPARE(row(Guaranteed), (std::vector{off, off, off}));
        QCOMPARE(row(Foreign), (std::vector{warning, error, error}));
        QCOMPARE(row(Unspecified), (std::vector{warning, warning, error}));
    }

    /// Against the definition, written down with sets and a fixed point instead of graphs.
    void agreesWithTheDefinition() {
        QVERIFY(rc::check("judge follows the six cases in their order", [] {
            const auto pick = rc::gen::map(rc::gen::inRange(0, 6),
                                           [](int i) { return std::string(1, static_cast<char>('a' + i)); });
            const auto list = rc::gen::resize(3, rc::gen::container<Names>(pick));
            std::vector<Claim> claims;
            for (char c = 'a'; c < 'f'; ++c) // f is never declared
                claims.push_back(claim(std::string(1, c), *list,
                                       *rc::gen::resize(1, rc::gen::container<Names>(pick)),
                                       {*rc::gen::element<std::string>("orders", "billing"), "x"}));
            const Event e = said(*list, *list, *rc::gen::element(Finality::Final, Finality::Revocable));
            const Reliance reliance{
                *pick, *rc::gen::element(std::optional<Finality>{}, std::optional(Finality::Final))};

            const auto find = [&](const std::string& name) {
                return std::ranges::find_if(claims, [&](const Claim& c) { return c.name == name; });
            };
            const auto closed = [&](const Names& names) {
                std::set<std::string> all(names.begin(), names.end());
                for (std::size_t before = 0; before != all.size();) {
                    before = all.size();
                    for (const auto& name : std::set(all))
                        if (const auto c = find(name); c != claims.end())
                            all.insert(c->implies.begin(), c->implies.end());
                }
                return all;
            };
            const auto excludes = [&](const std::string& x, const std::string& y) {
                const auto c = find(x);
                return c != claims.end() && std::ranges::find(c->excludes, y) != c->excludes.end();
            };
            const auto a = closed(*e.asserts), n = closed({reliance.claim});
            const std::set<std::string> denies(e.denies->begin(), e.denies->end());
            bool contradicted = false, denied = false;
            for (const auto& need : n) {
                for (const auto& said : a)
                    contradicted = contradicted || excludes(said, need) || excludes(need, said);
                denied = denied || denies.contains(need);
            }
            const auto owner = find(reliance.claim);
            const Verdict expected =
                contradicted                            ? Verdict::Contradicted
                : !a.contains(reliance.claim) && denied ? Verdict::Denied
                : a.contains(reliance.claim)
                    ? (reliance.finality && e.finality == Finality::Revocable ? Verdict::Weaker
                                                                              : Verdict::Guaranteed)
                : owner != claims.end() && owner->of.context != "orders" ? Verdict::Foreign
                                                                         : Verdict::Unspecified;
            RC_ASSERT(verdict(claims, e, reliance).verdict == expected);
        }));
    }
};

QTEST_APPLESS_MAIN(MeaningTest)
#include "tst_meaning.moc"
