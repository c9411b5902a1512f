// SPDX-License-Identifier: Apache-2.0
#include "generate/mustache.h"

#include <kainjow/mustache.hpp>
#include <rapidcheck.h>

#include <QTest>

using namespace factline::generate;
using Json = nlohmann::ordered_json;

namespace {

/// A template of tags, words and line ends in any order, `deep` sections in one another.
rc::Gen<std::string> anyTemplate(int deep) {
    auto pieces = rc::gen::elementOf(std::vector<std::string>{
        "word", " ", "\t", "\n", "\r\n", "\n\n", "{{text}}", "{{&number}}", "{{{list}}}", "{{missing}}",
        "{{object.text}}", "{{.}}", "{{!comment}}", "{{>partial}}", "{{yes}}", "<&\"'"});
    if (deep == 0) return pieces;
    const auto section = rc::gen::apply(
        [](const std::string& kind, const std::string& name, const std::string& inside) {
            return "{{" + kind + name + "}}" + inside + "{{/" + name + "}}";
        },
        rc::gen::element<std::string>("#", "^"),
        rc::gen::element<std::string>("yes", "no", "list", "none", "object", "missing", "text", "number",
                                      "object.text", "empty"),
        rc::gen::lazy([deep] { return anyTemplate(deep - 1); }));
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(pieces, pieces, section)),
                        [](const std::vector<std::string>& all) {
                            std::string text;
                            for (const std::string& each : all)
                                text += each;
                            return text;
                        });
}

const Json data{{"text", "t <&>\n"},
                {"number", 7},
                {"yes", true},
                {"no", false},
                {"list", {{{"text", "first"}}, {{"text", "second"}, {"number", 2}}, "third"}},
                {"none", Json::array()},
                {"empty", Json::object()},
                {"object", {{"text", "of the object"}, {"yes", false}}},
                {"partial", "[{{text}}\n {{#yes}}\n{{/yes}}]"}};

/// The same as the engine that the syntax is from understands it.
kainjow::mustache::data asTheEngineHasIt(const Json& value) {
    namespace engine = kainjow::mustache;
    if (value.is_object()) {
        engine::data object{engine::data::type::object};
        for (const auto& [key, entry] : value.items())
            object.set(key, asTheEngineHasIt(entry));
        return object;
    }
    if (value.is_array()) {
        engine::data list{engine::data::type::list};
        for (const auto& entry : value)
            list << asTheEngineHasIt(entry);
        return list;
    }
    if (value.is_boolean()) return engine::data{value.get<bool>()};
    return engine::data{value.is_string() ? value.get<std::string>() : value.dump()};
}

std::string filled(const std::string& text, const Json& with) {
    std::string room = "left over";
    return Mustache::parse(text).value().fill(with, room).value();
}

} // namespace

class MustacheTest : public QObject {
    Q_OBJECT
private slots:
    void fillsAsTheEngineDoes() {
        const auto asTheEngine = asTheEngineHasIt(data);
        QVERIFY(rc::check([&] {
            const std::string text = *anyTemplate(3);
            kainjow::mustache::mustache engine(text);
            engine.set_custom_escape([](const std::string& value) { return value; });
            RC_ASSERT(filled(text, data) == engine.render(asTheEngine));
        }));
    }

    void linesOfTagsDoNotComeOut() {
        QCOMPARE(filled("a\n  {{#list}}  \n- {{text}}\n{{/list}}\nb",
                        {{"list", {{{"text", "x"}}, {{"text", "y"}}}}}),
                 std::string("a\n- x\n- y\nb"));
    }

    void aNameIsLookedForFromTheInside() {
        QCOMPARE(filled("{{#in}}{{name}} {{other}}{{/in}}",
                        {{"in", {{"name", "near"}}}, {"name", "far"}, {"other", "o"}}),
                 std::string("near o"));
    }

    void aBrokenPartialIsNamed() {
        const auto parsed = Mustache::parse("{{>part}}");
        std::string room;
        const auto result = parsed->fill({{"part", "{{#open}}"}}, room);
        QVERIFY(!result && result.error().find("open") != std::string::npos);
    }

    void whatIsBrokenIsSaid() {
        QCOMPARE(Mustache::parse("ab {{#open}}").error(), std::string("Unclosed section \"open\" at 3"));
        QVERIFY(!Mustache::parse("{{"));
    }
};

QTEST_APPLESS_MAIN(MustacheTest)
#include "tst_mustache.moc"
