// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/cloudevents/cloudevents.h"

#include <algorithm>

#include "generate/promises.h"
#include "generate/wire_headers.h"

namespace factline::generate::cloudevents {

namespace {

using Json = OrderedJson;

constexpr const char* source = "cloudevents/headers.schema.json.mustache";

Result<Output> render(const Request& request) {
    Output output;
    Json kinds = Json::array();
    Json records = Json::array();
    for (const Wire& wire : eventsOnChannels(request, "cloudevents", output.omitted)) {
        Json kind = objectOf({{"title", wire.event->name}}, 3);
        Json schema = headerSchema(wire);
        for (auto& [key, value] : schema.get_ref<Json::object_t&>())
            kind[key] = std::move(value);
        kinds.push_back(std::move(kind));
        Json payload = samplePayload(request.lookup, request.context, *wire.event);
        const std::string key = sampleKey(wire, payload);
        records.push_back(objectOf({{"topic", wire.topic},
                                    {"key", key},
                                    {"headers", sampleHeaders(wire, key)},
                                    {"value", std::move(payload)}}));
    }
    if (kinds.empty()) return output;
    const Json headers =
        objectOf({{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                  {"title", "Headers of the records of " + request.context.name},
                  {"description", "CloudEvents 1.0, binary content mode of the Kafka protocol binding."},
                  {"oneOf", std::move(kinds)}});
    for (const auto& [path, document] :
         {std::pair<const char*, const Json&>("generated/headers.schema.json", headers),
          {"generated/examples.json", records}})
        if (const auto done = addDocument(request, path, source, document, output); !done)
            return tl::unexpected(done.error());
    std::ranges::sort(output.files, {}, &GeneratedFile::path);
    return output;
}

} // namespace

const Target target{
    "cloudevents",
    Phrase::words("The headers of each event as CloudEvents 1.0 in binary mode, with an example record"),
    neverByDefault, render};

} // namespace factline::generate::cloudevents
