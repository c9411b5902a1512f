// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/json_schema/json_schema.h"

#include <fmt/format.h>

#include "generate/generate.h"
#include "generate/payload_schema.h"
#include "generate/promises.h"

namespace factline::generate::json_schema {

namespace {

Result<Output> render(const Request& request) {
    Output output;
    for (const auto& event : request.context.events) {
        if (event->name.empty() ||
            request.lookup.findEvent({request.context.name, event->name}) != event.get()) {
            output.omitted.push_back({keyOf(ElementKind::Event, request.context.name, event->name),
                                      "json-schema", Phrase::of("it has no name of its own; give it one")});
            continue;
        }
        PayloadSchemas schemas(request.lookup, "#/$defs/");
        OrderedJson document{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                             {"title", event->name}};
        if (!event->means.empty()) document["description"] = event->means;
        document["x-version"] = event->version;
        document.update(schemas.payload(request.context, *event));
        if (auto definitions = schemas.definitions(); !definitions.empty())
            document["$defs"] = std::move(definitions);
        if (const auto done =
                addDocument(request, fmt::format("generated/{}.schema.json", pathComponent(event->name)),
                            "json-schema/schema.json.mustache", document, output);
            !done)
            return tl::unexpected(done.error());
    }
    return output;
}

} // namespace

const Target target{"json-schema", Phrase::words("A JSON Schema (2020-12) for the payload of each event"),
                    neverByDefault, render};

} // namespace factline::generate::json_schema
