// SPDX-License-Identifier: Apache-2.0
// The JSON Schema accepts what the reader reads without a problem, and nothing else.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <QTest>

#include "contract/read.h"
#include "contract/schema.h"
#include "contract/yaml.h"
#include "support/json_schema.h"

using namespace factline::contract;
using factline::support::JsonSchema;
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

std::string contents(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A YAML node as editors hand it to a schema: plain numbers, true and false are no strings.
Json toJson(const SyntaxTree& tree, NodeIndex node) {
    const SyntaxNode& it = tree[node];
    const auto children = tree.children(node);
    switch (it.kind) {
    case NodeKind::Null:
        return nullptr;
    case NodeKind::Sequence: {
        Json list = Json::array();
        for (const NodeIndex child : children)
            list.push_back(toJson(tree, child));
        return list;
    }
    case NodeKind::Mapping: {
        Json object = Json::object();
        for (std::size_t i = 0; i + 1 < children.size(); i += 2)
            object[std::string(tree.scalar(children[i]))] = toJson(tree, children[i + 1]);
        return object;
    }
    case NodeKind::Scalar:
        break;
    }
    const std::string text(tree.scalar(node));
    if (it.style == NodeStyle::Plain) {
        if (text == "true" || text == "false") return text == "true";
        std::int64_t whole = 0;
        double number = 0;
        const char* const end = text.data() + text.size();
        if (std::from_chars(text.data(), end, whole).ptr == end) return whole;
        if (std::from_chars(text.data(), end, number).ptr == end) return number;
    }
    return text;
}

struct Verdicts {
    bool reader = false;
    bool schema = false;
};

Verdicts judge(const std::string& text) {
    static const JsonSchema schema(jsonSchema());
    std::vector<Problem> problems;
    const auto tree = parseYaml({"m.yaml", text}, problems);
    if (tree->root() == noNode) return {};
    return {parseModel({{"m.yaml", text}}).problems.empty(), schema.accepts(toJson(*tree, tree->root()))};
}

} // namespace

class SchemaTest : public QObject {
    Q_OBJECT
private slots:
    void acceptsTheLanguage() {
        const Verdicts whole =
            judge(contents(FACTLINE_SOURCE_DIR "/tests/cases/contract/language/input.factline.yaml"));
        QVERIFY(whole.reader);
        QVERIFY(whole.schema);
    }

    void acceptsTheExamples() {
        int examples = 0;
        for (const auto& entry : fs::directory_iterator(FACTLINE_SOURCE_DIR "/examples")) {
            if (!entry.path().string().ends_with(".factline.yaml")) continue;
            QVERIFY2(judge(contents(entry.path())).schema, entry.path().c_str());
            ++examples;
        }
        QVERIFY(examples > 0);
    }

    void agreesWithTheReader_data() {
        QTest::addColumn<QString>("line");
        for (const char* line :
             {"team: a",
              "team: 12",
              "team: true",
              "team:",
              "team: [a]",
              "team: {a: b}",
              "kind: core",
              "kind: Core",
              "kind:",
              "survives: 4h",
              "survives: 1h30m",
              "survives: PT4H",
              "survives: P1DT2H",
              "survives: 4",
              "survives: 4 h",
              "survives: 30m1h",
              "survives: PT",
              "survives: P",
              "survives: 1.5s",
              "survives: .5s",
              "survives: '0s'",
              "survives: h",
              "formerly: [a]",
              "formerly: [a, b]",
              "formerly: [a, a]",
              "formerly: a",
              "formerly:",
              "formerly: [[a]]",
              "facts:",
              "facts: {order: }",
              "facts: {order: {}}",
              "facts: {order: []}",
              "facts: [order]",
              "facts: {order: {keey: [a]}}",
              "facts: {order: {x-a: 1}}",
              "facts: {order: {changeRate: 12/h}}",
              "facts: {order: {changeRate: 12}}",
              "facts: {order: {changeRate: 12 / min}}",
              "channels: {c: {partitions: 12}}",
              "channels: {c: {partitions: 0}}",
              "channels: {c: {partitions: '12'}}",
              "channels: {c: {partitions: 1.5}}",
              "channels: {c: {partitions: 5000000000}}",
              "channels: {c: {hottestKey: 2%}}",
              "channels: {c: {hottestKey: 200%}}",
              "channels: {c: {hottestKey: 100%}}",
              "channels: {c: {hottestKey: 0.02}}",
              "channels: {c: {compacted: true}}",
              "channels: {c: {compacted: yes}}",
              "channels: {c: {lag: {fixed: 1s}}}",
              "channels: {c: {lag: [{fixed: 1s}, {window: 2s}]}}",
              "channels: {c: {lag: []}}",
              "channels: {c: {lag: }}",
              "channels: {c: {lag: {basis: guess}}}",
              "channels: {c: {lag: {p50: 1s}}}",
              "channels: {c: {lag: {p99: 1s, p99.9: 2s, basis: vendor}}}",
              "channels: {c: {lag: {fixed: 1s, poll: 2s}}}",
              "channels: {c: {lag: 1s}}",
              "channels: {c: {lag: {cron: '0 2 * * *', run: 1h, class: transport}}}",
              "events: {A: {asserts: []}}",
              "events: {A: {asserts: }}",
              "events: {A: {announces: }}",
              "events: {A: {payload: {a: uuid, b: {type: string, optional: true}}}}",
              "events: {A: {payload: {a: {means: b}}}}",
              "events: {A: {payload: {a: }}}",
              "events: {A: {payload: {a: [b]}}}",
              "events: {A: {publishing: {through: outbox}}}",
              "events: {A: {publishing: }}",
              "types: {T: {a: string, x-b: [1]}}",
              "types: {T: {a: string}}",
              "types: {T: }",
              "views: {v: {fedBy: {A: , B: {reliesOn: [a, {claim: b, finality: final}]}}}}",
              "views: {v: {fedBy: [A]}}",
              "views: {v: {fedBy: {A: {reliesOn: [{finality: final}]}}}}",
              "views: {v: {fedBy: {A: {capacity: {perMessage: 2ms}}}}}",
              "views: {v: {fedBy: {A: {capacity: {consumers: 2}}}}}",
              "policies: {p: {when: [A], then: [B]}}",
              "policies: {p: {when: {A: {onFailure: park}}}}",
              "policies: {p: {when: A}}",
              "policies: {p: {when: [[A]]}}",
              "decisions: {d: {reads: {v: , f: {ask: owner}}}}",
              "decisions: {d: {reads: {f: {ask: me}}}}",
              "decisions: {d: {reads: [v]}}",
              "relations: {b: conformist}",
              "relations: {b: friend}",
              "lint: {rules: {event-orphan: off}}",
              "lint: {rules: {event-orphan: on}}",
              "lint:",
              "waivers: [{rule: a, until: 2027-03-31}]",
              "waivers: [{until: 2027-03-31}]",
              "waivers: [a]",
              "waivers: [{rule: a, until: tomorrow}]",
              "hotspots: [a, ~]",
              "x-mine: {any: thing}",
              "mine: 1"})
            QTest::newRow(line) << QString::fromUtf8(line);
    }

    void agreesWithTheReader() {
        QFETCH(QString, line);
        const Verdicts verdicts =
            judge("factline: 1\ncontexts:\n  orders:\n    " + line.toStdString() + "\n");
        QCOMPARE(verdicts.schema, verdicts.reader);
    }

    void rootAgreesWithTheReader() {
        for (const char* text :
             {"factline: 1\n", "factline: 2\n", "factline: '1'\n", "model: a\n",
              "factline: 1\nmigration: {stages: [a], now: a}\n", "factline: 1\nmigration:\n",
              "factline: 1\nscenarios: {s: {set: {a: 1}, outage: {b: 10m}}}\n",
              "factline: 1\nscenarios: {s: {outage: {b: long}}}\n", "factline: 1\nclaims: {a.b: }\n"}) {
            const Verdicts verdicts = judge(text);
            QVERIFY2(verdicts.schema == verdicts.reader, text);
        }
    }

    void everyKeyIsExplained() {
        const Json schema = jsonSchema();
        const std::string page = referencePage();
        int keys = 0;
        for (const auto& [name, definition] : schema["$defs"].items()) {
            QVERIFY2(!definition.value("description", "").empty(), name.c_str());
            if (!definition.contains("properties")) continue;
            for (const auto& [key, property] : definition["properties"].items()) {
                QVERIFY2(property.value("description", "").size() > 5, key.c_str());
                QVERIFY2(page.find("| `" + key + "` |") != std::string::npos, key.c_str());
                ++keys;
            }
        }
        QVERIFY(keys > 120);
    }

    void linksOnThePageLead() {
        const std::string page = referencePage();
        for (std::size_t at = page.find("](#"); at != std::string::npos; at = page.find("](#", at + 1)) {
            std::string title = page.substr(at + 3, page.find(')', at) - at - 3);
            std::replace(title.begin(), title.end(), '-', ' ');
            title[0] = static_cast<char>(title[0] - 'a' + 'A');
            QVERIFY2(page.find("\n## " + title + "\n") != std::string::npos, title.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(SchemaTest)
#include "tst_schema.moc"
