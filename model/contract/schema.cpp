// SPDX-License-Identifier: Apache-2.0
#include "contract/schema.h"

#include <fmt/format.h>

#include "contract/shape/shapes.h"

namespace factline::contract {

namespace {

Catalogue describeLanguage() {
    Catalogue catalogue;
    define<Model>(catalogue);
    return catalogue;
}

// A bar inside a table's cell would end the cell.
std::string cell(std::string_view text) {
    std::string result;
    for (const char c : text)
        result += c == '|' ? std::string("\\|") : std::string(1, c);
    return result;
}

constexpr std::string_view introduction = R"(# The language of contracts

A model is YAML in a file NAME.factline.yaml, or in a folder with model.factline.yaml and what that includes. Keys that
begin with `x-` are yours: they are kept and never read. YAML anchors, aliases, merge keys, tags and a second document
are refused, because they cannot be edited in place.

| form | is written |
|---|---|
| text | a word, or a sentence; in quotes where it holds `: `, ` #` or, inside brackets, a comma |
| name | contexts, facts, views, policies and decisions in kebab-case, events in PascalCase, claims as subject.state; never with a / or a \ |
| reference | `context/name`; inside a context a bare name means its own |
| duration | `500ms`, `30s`, `1h30m`, `7d`, `2w`, `1y` (365 days), or ISO 8601 (`PT30S`) |
| rate | `20/s`, `300/min`, `12/h`, `5/d` |
| share | `99%`, from 0% to 100% |
| date | `2027-03-31` |
| payload type | `string`, `integer`, `long`, `decimal(12,2)`, `boolean`, `uuid`, `date`, `timestamp`, `duration`, `bytes`, `enum[A, B]`, `list<T>`, `map<T>`, or a name under `types` |
| list | `[a, b]`, or a line with a dash for each; a name stands in it once |
)";

} // namespace

nlohmann::ordered_json jsonSchema() {
    const Catalogue catalogue = describeLanguage();
    nlohmann::ordered_json schema = {
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", fmt::format("Factline contracts, format {}", formatVersion)},
        {"$ref", "#/$defs/" + catalogue.all().front().name},
    };
    for (const Definition& definition : catalogue.all()) {
        nlohmann::ordered_json body = {{"description", definition.about}};
        body.update(definition.schema);
        schema["$defs"][definition.name] = std::move(body);
    }
    return schema;
}

std::string referencePage() {
    std::string page(introduction);
    const Catalogue catalogue = describeLanguage();
    for (const Definition& definition : catalogue.all()) {
        page += fmt::format("\n## {}\n\n{}\n", definition.title, definition.about);
        if (definition.rows.empty()) continue;
        page += "\n| key | value | default | meaning |\n|---|---|---|---|\n";
        for (const KeyRow& row : definition.rows)
            page += fmt::format("| `{}` | {} | {} | {} |\n", row.key, cell(row.words),
                                row.required ? "must be given" : cell(row.standard), cell(row.about));
    }
    return page;
}

} // namespace factline::contract
