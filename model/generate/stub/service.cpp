// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "generate/names.h"
#include "generate/stub/dialect.h"
#include "generate/stub/service_data.h"
#include "generate/targets/postgresql/postgresql.h"

namespace factline::generate::stub {

namespace {

using Json = nlohmann::ordered_json;

/// A path of the dialect with the project's names in it.
std::string placed(std::string path, const Json& data) {
    for (const char* name : {"project", "folder", "file"}) {
        const std::string mark = fmt::format("{{{}}}", name);
        if (!data.contains(name)) continue;
        const auto value = data[name].get<std::string>();
        for (std::size_t at = path.find(mark); at != std::string::npos;
             at = path.find(mark, at + value.size()))
            path.replace(at, mark.size(), value);
    }
    return path;
}

bool wanted(const ProjectFile& file, bool consumes, bool publishes) {
    switch (file.when) {
    case ProjectFile::When::Always:
        return true;
    case ProjectFile::When::Consumes:
        return consumes;
    case ProjectFile::When::Publishes:
        return publishes;
    }
    return true;
}

} // namespace

Result<Output> renderService(const Request& request, const Dialect& dialect) {
    Output output;
    const Context& context = request.context;
    if (context.store != Store::PostgreSql && context.store != Store::None) {
        output.omitted.push_back(
            {{ElementKind::Context, context.name},
             std::string(dialect.target),
             fmt::format("its store is {}, and a service in {} keeps its outbox and its position "
                         "in PostgreSQL; say `store: postgresql` where that is wrong",
                         word(context.store), dialect.language)});
        return output;
    }
    const auto events = outboxEvents(request.lookup, context, dialect.target, output.omitted);
    const auto plans = consumersOf(request.lookup, context, dialect.target, output.omitted);
    if (events.empty() && plans.empty()) return output;

    PayloadTypes types(request.lookup, dialect, output.omitted);
    Json data = plans.empty() ? Json::object() : postgresql::consumerSchema(context, plans);
    Json outbox = events.empty() ? Json::object() : postgresql::outboxSchema(request, events);
    const Json consumers = consumersData(request, dialect, plans, types, output.omitted);
    data["context"] = dialect.comment(context.name);
    data["contextLiteral"] = dialect.literal(context.name);
    data["project"] = kebabName(context.name + "-service", 60);
    data["folder"] = snakeIdentifier(context.name + "-service");
    data["types"] = types.types();
    data["consumers"] = consumers;
    data["anyConsumer"] = !plans.empty();
    data["announced"] = eventsData(dialect, events, output.omitted);
    data["anyEvent"] = !events.empty();
    data["poll"] = pollOf(context);
    if (!events.empty()) data["example"] = data["announced"][0];
    const TemplateData filling(data);
    const TemplateData outboxFilling(outbox);
    for (const ProjectFile& file : dialect.files) {
        if (!wanted(file, !plans.empty(), !events.empty())) continue;
        const bool isOutbox = file.when == ProjectFile::When::Publishes;
        auto text = request.templates.render(file.source, isOutbox ? outboxFilling : filling);
        if (!text) return tl::unexpected(text.error());
        output.files.push_back(
            {request.folder + placed(file.path, data), std::move(*text), Ownership::Generated});
    }
    for (const Json& consumer : consumers) {
        Json named = consumer;
        named["folder"] = data["folder"];
        named["project"] = data["project"];
        auto text = request.templates.render(dialect.handlerSource, named);
        if (!text) return tl::unexpected(text.error());
        output.files.push_back(
            {request.folder + placed(dialect.handlerPath, named), std::move(*text), Ownership::Handler});
    }
    return output;
}

} // namespace factline::generate::stub
