// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "generate/names.h"
#include "generate/object_of.h"
#include "generate/stub/dialect.h"
#include "generate/stub/service_data.h"
#include "generate/targets/postgresql/postgresql.h"

namespace factline::generate::stub {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t roomForAll = 16; ///< entries of a service's data

} // namespace

Result<Output> renderService(const Request& request, const Dialect& dialect) {
    Output output;
    const Context& context = request.context;
    if (context.store != Store::PostgreSql && context.store != Store::None) {
        output.omitted.push_back(
            {{ElementKind::Context, context.name},
             std::string(dialect.target),
             Phrase::of("its store is {}, and a service in {} keeps its outbox and its position "
                        "in PostgreSQL; say `store: postgresql` where that is wrong",
                        word(context.store), dialect.language)});
        return output;
    }
    const auto events = outboxEvents(request.lookup, context, dialect.target, output.omitted);
    const auto plans = consumersOf(request.lookup, context, dialect.target, output.omitted);
    if (events.empty() && plans.empty()) return output;

    PayloadTypes types(request.lookup, dialect, output.omitted);
    ProjectData project;
    Json& data = project.service;
    data = plans.empty() ? objectFor(roomForAll) : postgresql::consumerSchema(context, plans);
    if (!events.empty()) project.outbox = postgresql::outboxSchema(request, events);
    const std::string name = context.name + "-service";
    data["context"] = dialect.comment(context.name);
    data["contextLiteral"] = dialect.literal(context.name);
    data["project"] = kebabName(name, 60);
    data["folder"] = snakeIdentifier(name);
    data["consumers"] = consumersData(request, dialect, plans, types, output.omitted);
    data["types"] = std::move(types).types();
    data["anyConsumer"] = !plans.empty();
    data["announced"] = eventsData(dialect, events, output.omitted);
    data["anyEvent"] = !events.empty();
    data["poll"] = pollOf(context);
    if (!events.empty()) data["example"] = data["announced"][0];
    for (Json& consumer : data["consumers"]) { // a handler names its project
        consumer["folder"] = data["folder"];
        consumer["project"] = data["project"];
    }
    if (const auto done = addProject(output, request, dialect.target, dialect.files, project); !done)
        return tl::unexpected(done.error());
    if (const auto done =
            addHandlers(output, request, dialect.target, dialect.ending, data["consumers"], "file");
        !done)
        return tl::unexpected(done.error());
    return output;
}

} // namespace factline::generate::stub
