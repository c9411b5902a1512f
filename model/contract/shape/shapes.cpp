// SPDX-License-Identifier: Apache-2.0
#include "contract/shape/shapes.h"

namespace factline::contract {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::string_view decimalNumber = "([0-9]+\\.?[0-9]*|\\.[0-9]+)";

std::string optionally(std::string_view unit) {
    return "(" + std::string(decimalNumber) + std::string(unit) + ")?";
}

// Units from the largest to the smallest, each at most once and at least one of them.
std::string durationPattern() {
    std::string simple;
    for (const std::string_view unit : {"y", "w", "d", "h", "m", "s", "ms", "us", "ns"})
        simple += optionally(unit);
    std::string iso = "P" + optionally("Y") + optionally("W") + optionally("D") + "(T" + optionally("H") +
                      optionally("M") + optionally("S") + ")?";
    return "^ *(?=[0-9.P])(" + simple + "|(?=.*[0-9])" + iso + ") *$";
}

// One form of a hop with the keys that all forms share.
template<typename Form>
Json hopSchema(Catalogue& catalogue) {
    const std::size_t place = catalogue.begin(Fields<Form>::noun, Fields<Form>::about);
    Json properties = Json::object();
    std::vector<std::string> required;
    addRows<Form, Hop>(catalogue, place, properties, required);
    Json schema = closedObject(std::move(properties), required);
    catalogue.at(place).schema = schema;
    return {{"$ref", "#/$defs/" + catalogue.at(place).name}};
}

const Definition& defineHop(Catalogue& catalogue) {
    if (const Definition* known = catalogue.find(definitionName(Fields<Hop>::noun))) return *known;
    const std::size_t place = catalogue.begin(Fields<Hop>::noun, Fields<Hop>::about);
    Json forms = Json::array({hopSchema<FixedLag>(catalogue), hopSchema<QuantileLag>(catalogue),
                              hopSchema<PollLag>(catalogue), hopSchema<CronLag>(catalogue),
                              hopSchema<WindowLag>(catalogue)});
    catalogue.at(place).schema = {{"anyOf", std::move(forms)}};
    return catalogue.at(place);
}

} // namespace

Shape ShapeOf<Duration>::make(Catalogue&) {
    return patternShape("duration", durationPattern());
}

Shape ShapeOf<Rate>::make(Catalogue&) {
    return patternShape("rate", "^ *" + std::string(decimalNumber) + " */ *(s|min|h|d) *$");
}

Shape ShapeOf<Share>::make(Catalogue&) {
    return patternShape("share", "^ *(0*100(\\.0*)?|0*[0-9]{1,2}(\\.[0-9]*)?|\\.[0-9]+) *% *$");
}

Shape ShapeOf<PayloadType>::make(Catalogue&) {
    return textShape("payload type");
}

Shape ShapeOf<std::chrono::year_month_day>::make(Catalogue&) {
    return patternShape("date", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
}

Shape ShapeOf<Lag>::make(Catalogue& catalogue) {
    const Shape hop = reference(defineHop(catalogue));
    Shape shape = either(hop, listShape(hop, false));
    shape.words = hop.words + ", or a list of them";
    return shape;
}

Shape ShapeOf<Reliance>::make(Catalogue& catalogue) {
    return either(textShape("claim"), reference(define<Reliance>(catalogue)));
}

Shape ShapeOf<std::vector<PayloadField>>::make(Catalogue& catalogue) {
    return mapShape(
        "names", either(ShapeOf<PayloadType>::make(catalogue), reference(define<PayloadField>(catalogue))));
}

Shape ShapeOf<std::vector<Shared<TypeDefinition>>>::make(Catalogue& catalogue) {
    Shape shape = mapShape("names", ShapeOf<std::vector<PayloadField>>::make(catalogue));
    shape.words = "names, each with names of fields, each with a payload type, or " +
                  reference(define<PayloadField>(catalogue)).words;
    return shape;
}

Shape ShapeOf<std::vector<Shared<Subscription>>>::make(Catalogue& catalogue) {
    return mapShape("events", orNothing(reference(define<Subscription>(catalogue))));
}

Shape ShapeOf<ListOrMap>::make(Catalogue& catalogue) {
    return either(listShape(ShapeOf<Ref>::make(catalogue), true),
                  ShapeOf<std::vector<Shared<Subscription>>>::make(catalogue));
}

Shape ShapeOf<std::vector<Read>>::make(Catalogue& catalogue) {
    return mapShape("views or facts", orNothing(reference(define<Read>(catalogue))));
}

Shape ShapeOf<std::vector<Relation>>::make(Catalogue& catalogue) {
    Shape shape = mapShape("contexts", ShapeOf<RelationKind>::make(catalogue));
    return shape;
}

Shape ShapeOf<std::vector<Scenario>>::make(Catalogue& catalogue) {
    return mapShape("names", orNothing(reference(define<Scenario>(catalogue))));
}

} // namespace factline::contract
