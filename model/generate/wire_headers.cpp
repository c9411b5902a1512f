// SPDX-License-Identifier: Apache-2.0
#include "generate/wire_headers.h"

#include <fmt/format.h>

#include "generate/object_of.h"

namespace factline::generate {

namespace {

using Json = OrderedJson;

Json always(std::string value) {
    return objectOf({{"type", "string"}, {"const", std::move(value)}});
}

std::string sourceOf(const Wire& wire) {
    return wire.publisher->name;
}

} // namespace

Json headerSchema(const Wire& wire) {
    Json versions = objectOf({{"type", "string"}, {"pattern", "^[1-9][0-9]*$"}});
    versions["description"] = fmt::format("Up to {}.", wire.event->version);
    Json properties = objectOf({{"ce_specversion", always("1.0")},
                                {"ce_id", objectOf({{"type", "string"}, {"minLength", 1}})},
                                {"ce_source", always(sourceOf(wire))},
                                {"ce_type", always(wire.event->name)},
                                {"ce_schemaversion", std::move(versions)},
                                {"ce_subject", objectOf({{"type", "string"}})},
                                {"ce_aggregatetype", always(wire.aggregateType)},
                                {"ce_time", objectOf({{"type", "string"}, {"format", "date-time"}})},
                                {"ce_sequence", objectOf({{"type", "string"}, {"pattern", "^[0-9]{20}$"}})},
                                {"ce_traceparent", objectOf({{"type", "string"}})},
                                {"ce_correlationid", objectOf({{"type", "string"}})},
                                {"ce_causationid", objectOf({{"type", "string"}})}});
    Json required = Json::array({"ce_specversion", "ce_id", "ce_source", "ce_type"});
    if (wire.sequenced) {
        for (const char* name :
             {"ce_schemaversion", "ce_subject", "ce_aggregatetype", "ce_time", "ce_sequence"})
            required.push_back(name);
    } else {
        properties.erase("ce_sequence"); // nobody numbers it
    }
    Json schema = objectFor(3);
    schema["type"] = "object";
    schema["properties"] = std::move(properties);
    schema["required"] = std::move(required);
    return schema;
}

Json sampleHeaders(const Wire& wire, const std::string& key) {
    Json headers = objectOf({{"ce_specversion", "1.0"},
                             {"ce_id", "6f1f5b0e-3c55-4f0b-8a49-5d0e7f8c9a10"},
                             {"ce_source", sourceOf(wire)},
                             {"ce_type", wire.event->name},
                             {"ce_schemaversion", std::to_string(wire.event->version)},
                             {"ce_subject", key},
                             {"ce_aggregatetype", wire.aggregateType}},
                            4);
    if (wire.sequenced) headers["ce_sequence"] = fmt::format("{:020}", 1);
    headers["ce_time"] = "2026-03-01T12:00:00.123456Z";
    headers["ce_traceparent"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    headers["content-type"] = "application/json";
    return headers;
}

} // namespace factline::generate
