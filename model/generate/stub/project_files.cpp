// SPDX-License-Identifier: Apache-2.0
#include "generate/stub/project_files.h"

#include <fmt/format.h>

namespace factline::generate::stub {

namespace {

using Json = nlohmann::ordered_json;

Result<void> add(Output& output, const Request& request, std::string_view path, const std::string& source,
                 const Json& data) {
    auto text = request.templates.render(source, data);
    if (!text) return tl::unexpected(text.error());
    output.files.push_back(
        {fmt::format("{}{}", request.folder, path), std::move(*text), Ownership::Generated});
    return {};
}

/// What in a handler is there for each event: its method, or where all are called alike what they take.
std::vector<std::string> handledBy(const Json& consumer) {
    std::vector<std::string> words;
    for (const Json& input : consumer["inputs"])
        words.push_back(input.contains("method") ? input["method"] : input["event"]);
    return words;
}

} // namespace

Result<void> addProject(Output& output, const Request& request, std::string_view target,
                        std::span<const ProjectFile> files, const ProjectData& data) {
    const bool consumes = data.service["anyConsumer"].get<bool>();
    const bool publishes = data.service["anyEvent"].get<bool>();
    for (const ProjectFile& file : files) {
        if ((file.when == When::Consumes && !consumes) || (file.when == When::Publishes && !publishes))
            continue;
        const std::string source =
            fmt::format("{}/{}.mustache", target, file.path.substr(file.path.rfind('/') + 1));
        if (auto done = add(output, request, file.path, source, data.service); !done) return done;
    }
    if (consumes)
        if (auto done = add(output, request, "generated/consumer.sql", "postgresql/consumer.sql.mustache",
                            data.service);
            !done)
            return done;
    if (!publishes) return {};
    return add(output, request, "generated/outbox.sql", "postgresql/outbox.sql.mustache", data.outbox);
}

Result<void> addHandlers(Output& output, const Request& request, std::string_view target,
                         std::string_view ending, const Json& consumers, const char* nameOfFile) {
    const std::string source = fmt::format("{}/handler{}.mustache", target, ending);
    for (const Json& consumer : consumers) {
        const auto path =
            fmt::format("handlers/{}{}", consumer[nameOfFile].get_ref<const std::string&>(), ending);
        if (auto done = add(output, request, path, source, consumer); !done) return done;
        output.files.back().ownership = Ownership::Handler;
        output.files.back().handles = handledBy(consumer);
    }
    return {};
}

} // namespace factline::generate::stub
