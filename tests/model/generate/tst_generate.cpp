// SPDX-License-Identifier: Apache-2.0
#include "generate/generate.h"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <map>
#include <set>

#include <QTest>
#include <fmt/format.h>

#include "generate/ascii_name.h"
#include "generate/names.h"
#include "generate/store_file.h"
#include "support/model_generator.h"

using namespace factline;
using namespace factline::generate;

namespace {

Event announcing(const std::string& name, const Ref& fact, const Ref& channel) {
    Event result;
    result.name = name;
    result.announces = {fact};
    result.channel = channel;
    result.payload = {{.name = "id", .type = {}}};
    return result;
}

/// `contexts` contexts on PostgreSQL with `events` events each; each context consumes the next one's events.
Model large(int contexts, int events) {
    Model model;
    for (int c = 0; c < contexts; ++c) {
        Context context;
        context.name = fmt::format("context-{}", c);
        context.store = Store::PostgreSql;
        Channel channel;
        channel.name = context.name + ".all";
        context.channels.push_back(channel);
        View view;
        view.name = "view";
        for (int e = 0; e < events; ++e) {
            Fact fact;
            fact.name = fmt::format("fact-{}", e);
            fact.key = {"id"};
            context.facts.push_back(fact);
            context.events.push_back(announcing(fmt::format("Thing{}Changed", e), {context.name, fact.name},
                                                {context.name, channel.name}));
            Subscription subscription;
            subscription.event = {fmt::format("context-{}", (c + 1) % contexts),
                                  fmt::format("Thing{}Changed", e)};
            view.fedBy.push_back(subscription);
        }
        context.views.push_back(view);
        model.contexts.push_back(context);
    }
    return model;
}

const Templates templates;

} // namespace

class GenerateTest : public QObject {
    Q_OBJECT
private slots:
    void refusesWhatIsNotThere() {
        const Lookup lookup(large(2, 2));
        const auto noTarget = generate::generate(lookup, {{"cobol"}, {}}, templates);
        QVERIFY(!noTarget);
        for (const generate::Target& target : generate::targets())
            QVERIFY2(noTarget.error().message.english().find(target.id) != std::string::npos,
                     std::string(target.id).c_str());
        const auto noContext = generate::generate(lookup, {{}, "context-9"}, templates);
        QVERIFY(!noContext);
        QVERIFY(noContext.error().message.english().find("context-0, context-1") != std::string::npos);
    }

    void givesTheSameEachTimeHoweverTheWorkIsSpread() {
        const Lookup lookup(large(40, 3));
        std::atomic<std::size_t> all = 0;
        const auto first = generate::generate(lookup, {{"postgresql", "asyncapi", "cpp"}, {}}, templates,
                                              {{}, [&](std::size_t, std::size_t of) { all = of; }});
        QVERIFY(first);
        QCOMPARE(all.load(), std::size_t(40));
        QVERIFY(std::ranges::is_sorted(first->files, {}, &GeneratedFile::path));
        for (int i = 0; i < 3; ++i)
            QVERIFY(*generate::generate(lookup, {{"postgresql", "asyncapi", "cpp"}, {}}, templates) ==
                    *first);
    }

    void stopsWhenAsked() {
        std::stop_source stop;
        const auto stopped =
            generate::generate(Lookup(large(20, 2)), {}, templates,
                               {stop.get_token(), [&](std::size_t, std::size_t) { stop.request_stop(); }});
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    void choosesContextAndTarget() {
        const Lookup lookup(large(3, 2));
        const auto one = generate::generate(lookup, {{"postgresql"}, "context-1"}, templates);
        QVERIFY(one.has_value());
        QCOMPARE(one->files.size(), std::size_t(3));
        QCOMPARE(one->files[0].path, std::string("context-1/postgresql/generated/consumer.sql"));
        QCOMPARE(scope({{"postgresql"}, "context-1"}), std::vector<std::string>{"context-1/postgresql/"});
        QCOMPARE(scope({{}, "context-1"}), std::vector<std::string>{"context-1/"});
        QCOMPARE(scope({{"cpp"}, {}}), std::vector<std::string>{"*/cpp/"});
        QVERIFY(scope({}).empty());
    }

    void leavesExternalContextsAlone() {
        Model model = large(2, 1);
        Context external = *model.contexts[0];
        external.kind = ContextKind::External;
        model.contexts[0] = external;
        const auto output = generate::generate(Lookup(model), {}, templates);
        QVERIFY(output.has_value());
        for (const auto& file : output->files)
            QVERIFY(file.path.starts_with("context-1/"));
    }

    void sortedInsideAndTheSameEachTime() {
        QVERIFY(
            rc::check("any model gives paths that stay inside, each once, sorted, and the same twice", [] {
                const Model model = *testing::models();
                const auto output = generate::generate(Lookup(model), {}, templates);
                RC_ASSERT(output.has_value());
                std::set<std::string> paths;
                for (const auto& file : output->files) {
                    RC_ASSERT(staysInside(file.path));
                    RC_ASSERT(paths.insert(file.path).second);
                }
                RC_ASSERT(std::ranges::is_sorted(output->files, {}, &GeneratedFile::path));
                RC_ASSERT(generate::generate(Lookup(model), {}, templates)->files == output->files);
            }));
    }

    void theConsumersTablesAreTheSameFromBothTargets() {
        const auto output = generate::generate(Lookup(large(2, 1)), {}, templates);
        QVERIFY(output.has_value());
        const auto content = [&](const std::string& path) {
            const auto found = std::ranges::find(output->files, path, &GeneratedFile::path);
            return found == output->files.end() ? std::string("none at ") + path : found->content;
        };
        QCOMPARE(content("context-0/cpp/generated/consumer.sql"),
                 content("context-0/postgresql/generated/consumer.sql"));
    }

    void onlyACheckIsMissingWhereTheEventIsGenerated() {
        Model model = large(1, 2);
        Context context = *model.contexts[0];
        Event keyless = *context.events[0];
        keyless.payload.clear();
        context.events[0] = keyless;
        Event nowhere = *context.events[1];
        nowhere.channel = {};
        context.events[1] = nowhere;
        context.views.clear();
        model.contexts[0] = context;
        const auto output = generate::generate(Lookup(model), {}, templates);
        QVERIFY(output.has_value());
        QCOMPARE(output->omitted.size(), std::size_t(2));
        for (const auto& omission : output->omitted)
            QCOMPARE(omission.partly, omission.element.name == "context-0/Thing0Changed");
    }

    void aSequenceIsOnlyWatchedWhereAllOfItArrives() {
        Model model = large(2, 1);
        const auto dispatch = [](const Model& m) {
            const auto output = generate::generate(Lookup(m), {{"cpp"}, "context-0"}, templates);
            for (const auto& file : output->files)
                if (file.path.ends_with("dispatch.cpp")) return file.content;
            return std::string();
        };
        const std::string contiguous = "TypeKey(\"context-1\", \"fact-0\"), true)";
        QVERIFY(dispatch(model).find(contiguous) != std::string::npos);

        Context spread = *model.contexts[1];
        Channel second;
        second.name = "second";
        spread.channels.push_back(second);
        spread.events.push_back(announcing("Other", {"context-1", "fact-0"}, {"context-1", "second"}));
        Model spreadModel = model;
        spreadModel.contexts[1] = spread;
        QVERIFY(dispatch(spreadModel).find(contiguous) == std::string::npos);

        Context compacted = *model.contexts[1];
        Channel state = *compacted.channels[0];
        state.compacted = true;
        compacted.channels[0] = state;
        model.contexts[1] = compacted;
        QVERIFY(dispatch(model).find(contiguous) == std::string::npos);
    }

    void valueObjectsThatContainThemselvesEnd() {
        Model model = large(2, 1);
        Context context = *model.contexts[1];
        for (int i = 0; i < 500; ++i) {
            TypeDefinition type;
            type.name = fmt::format("T{}", i);
            type.fields = {{.name = "next", .type = *parsePayloadType(fmt::format("T{}", (i + 1) % 500))}};
            context.types.push_back(type);
        }
        Event happened = *context.events[0];
        happened.payload.push_back({.name = "chain", .type = *parsePayloadType("T0")});
        context.events[0] = happened;
        model.contexts[1] = context;
        QVERIFY(generate::generate(Lookup(model), {}, templates).has_value());
    }

    void everyEventOfALargeModelIsGenerated() {
        constexpr int events = 400;
        for (const int contexts : {1, 3}) {
            const auto output = generate::generate(Lookup(large(contexts, events)), {}, templates);
            QVERIFY(output.has_value());
            std::map<std::string, std::string> texts; // by context and target
            for (const auto& file : output->files) {
                const auto target = file.path.find('/') + 1;
                texts[file.path.substr(0, file.path.find('/', target))] += file.content;
            }
            for (int context = 0; context < contexts; ++context)
                for (const char* target : {"cpp", "postgresql"}) {
                    const std::string& text = texts[fmt::format("context-{}/{}", context, target)];
                    for (int event = 0; event < events; ++event)
                        QVERIFY2(text.find(fmt::format("Thing{}Changed", event)) != std::string::npos,
                                 fmt::format("{} {} {}", context, target, event).c_str());
                }
        }
    }

    void namesOfFolders() {
        QCOMPARE(pathComponent("orders"), std::string("orders"));
        QCOMPARE(pathComponent(".."), std::string("_2e_2e"));
        QCOMPARE(pathComponent("a/b"), std::string("a_2fb"));
        QCOMPARE(pathComponent(""), std::string("_"));
        QVERIFY(pathComponent("a_2fb") != pathComponent("a/b"));
        QVERIFY(pathComponent(std::string(500, 'x')) != pathComponent(std::string(501, 'x')));
        QVERIFY(rc::check("names stay apart and inside", [](const std::string& a, const std::string& b) {
            RC_ASSERT(staysInside(pathComponent(a)));
            RC_ASSERT(a == b || pathComponent(a) != pathComponent(b));
        }));
    }

    void literalsAndIdentifiers() {
        QCOMPARE(sqlLiteral("o'hara"), std::string("'o''hara'"));
        QCOMPARE(sqlLiteral("a\\'b"), std::string("E'a\\\\''b'"));
        QCOMPARE(cppLiteral("a\"b\\\n\xC3\xA4?"), std::string("\"a\\\"b\\\\\\012\\303\\244\\077\""));
        QCOMPARE(commentText("a\nb */ \\"), std::string("a b * / \\."));
        QCOMPARE(commentText("a\u202E/\u2066*b\u200E"), std::string("a/ *b\u200E"));
        QCOMPARE(snakeIdentifier("OrderPlaced"), std::string("order_placed"));
        QCOMPARE(snakeIdentifier("class"), std::string("class_"));
        QCOMPARE(snakeIdentifier("1st"), std::string("n1st"));
        QCOMPARE(pascalIdentifier("completed-orders"), std::string("CompletedOrders"));
        QCOMPARE(memberIdentifier("orderId"), std::string("orderId"));
    }

    void namesOfAnyScriptReadTheSameEverywhere() {
        QCOMPARE(asciiName("Ärger"), std::string("Aerger"));
        QCOMPARE(asciiName("A\u0308rger"), std::string("Aerger")); // the mark by itself
        QCOMPARE(asciiName("ÄRGER"), std::string("AERGER"));
        QCOMPARE(asciiName("straße"), std::string("strasse"));
        QCOMPARE(asciiName("Čas Đorđe Łódź"), std::string("Cas Dorde Lodz"));
        QCOMPARE(asciiName("Заказ объект"), std::string("Zakaz obekt"));
        QCOMPARE(asciiName("Παραγγελία"), std::string("Paraggelia"));
        QCOMPARE(asciiName("đặt hàng"), std::string("dat hang"));
        QCOMPARE(asciiName("注文"), std::string("u6ce8u6587"));
        QCOMPARE(asciiName("a–b\u00A0c\xFF"), std::string("a-b-c-"));
        QCOMPARE(snakeIdentifier("KundeÄrgertSich"), std::string("kunde_aergert_sich"));
        QCOMPARE(pascalIdentifier("größe-geändert"), std::string("GroesseGeaendert"));
        QCOMPARE(memberIdentifier("größe"), std::string("groesse"));
        QCOMPARE(kebabName("Größe/GeändertAm", 63), std::string("groesse-geaendert-am"));
        QCOMPARE(kebabName("größe-", 6), std::string("groess"));
        QCOMPARE(kebabName("–", 63), std::string("unnamed"));
        QCOMPARE(pathComponent("bücher–"), std::string("bücher_e2_80_93"));
        QVERIFY(rc::check("names are plain identifiers", [](const std::string& name) {
            for (const std::string& id :
                 {snakeIdentifier(name), pascalIdentifier(name), memberIdentifier(name)}) {
                RC_ASSERT(!id.empty() && std::isdigit(static_cast<unsigned char>(id.front())) == 0);
                RC_ASSERT(std::ranges::all_of(
                    id, [](unsigned char c) { return c < 128 && (std::isalnum(c) != 0 || c == '_'); }));
                RC_ASSERT(id.front() != '_' && id.find("__") == std::string::npos);
            }
        }));
    }

    void twoOfOneNameAreToldApart() {
        NameScope names;
        QCOMPARE(names.take("a", "a").identifier, std::string("a"));
        const auto second = names.take("a", "A!");
        QCOMPARE(second.identifier, std::string("a_2"));
        const std::string clash = second.clash.english();
        QVERIFY2(clash.starts_with("`a` is already") && clash.find("`a_2`") != std::string::npos,
                 clash.c_str());
        QVERIFY(names.take("b", "b").clash.empty());
        QCOMPARE(names.take("a_2", "a_2").identifier, std::string("a_2_2"));
        QCOMPARE(names.take("a", "a?").identifier, std::string("a_3"));
        names.take("class_", "class");
        QCOMPARE(names.take("class_", "class ").identifier, std::string("class_2")); // no two '_'
    }
};

QTEST_APPLESS_MAIN(GenerateTest)
#include "tst_generate.moc"
