// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/typescript/typescript.h"

#include <array>

#include "generate/names.h"
#include "generate/promises.h"
#include "generate/stub/dialect.h"
#include "generate/stub/literals.h"

namespace factline::generate::typescript {

namespace {

using stub::ProjectFile;
using stub::TypeText;

// What stands beside the names of events and consumers in a file: of the language, and our own.
constexpr auto keywords =
    std::to_array<std::string_view>({"About", "Announcement", "Array", "BigInt", "ClientBase", "Consumer",
                                     "Envelope", "Error", "NotWritten", "Object", "Promise", "String"});

constexpr std::array files{
    ProjectFile{"README.md", "typescript/README.md.mustache"},
    ProjectFile{"package.json", "typescript/package.json.mustache"},
    ProjectFile{"tsconfig.json", "typescript/tsconfig.json.mustache"},
    ProjectFile{"generated/consumer.sql", "postgresql/consumer.sql.mustache", ProjectFile::When::Consumes},
    ProjectFile{"generated/outbox.sql", "postgresql/outbox.sql.mustache", ProjectFile::When::Publishes},
    ProjectFile{"generated/applier.ts", "typescript/applier.ts.mustache"},
    ProjectFile{"generated/consumer.ts", "typescript/consumer.ts.mustache"},
    ProjectFile{"generated/contract.ts", "typescript/contract.ts.mustache", ProjectFile::When::Consumes},
    ProjectFile{"generated/database.ts", "typescript/database.ts.mustache"},
    ProjectFile{"generated/decode.ts", "typescript/decode.ts.mustache"},
    ProjectFile{"generated/dispatch.ts", "typescript/dispatch.ts.mustache"},
    ProjectFile{"generated/envelope.ts", "typescript/envelope.ts.mustache"},
    ProjectFile{"generated/errors.ts", "typescript/errors.ts.mustache"},
    ProjectFile{"generated/events.ts", "typescript/events.ts.mustache", ProjectFile::When::Consumes},
    ProjectFile{"generated/kafka.ts", "typescript/kafka.ts.mustache"},
    ProjectFile{"generated/log.ts", "typescript/log.ts.mustache"},
    ProjectFile{"generated/main.ts", "typescript/main.ts.mustache"},
    ProjectFile{"generated/metrics.ts", "typescript/metrics.ts.mustache"},
    ProjectFile{"generated/outbox.ts", "typescript/outbox.ts.mustache"},
    ProjectFile{"generated/reader.ts", "typescript/reader.ts.mustache"},
    ProjectFile{"generated/relay.ts", "typescript/relay.ts.mustache"},
    ProjectFile{"generated/settings.ts", "typescript/settings.ts.mustache"},
    ProjectFile{"generated/status-server.ts", "typescript/status-server.ts.mustache"},
};

std::string typeName(std::string_view name) {
    return stub::avoiding(pascalIdentifier(name), keywords);
}

std::string member(std::string_view name) {
    return stub::lowerFront(memberIdentifier(name));
}

std::string method(std::string_view event) {
    return "on" + pascalIdentifier(event);
}

std::string fileName(std::string_view consumer) {
    constexpr std::size_t longest = 60;
    return kebabName(consumer, longest);
}

/// What no number of JavaScript holds is text, and 64 bits are a bigint.
TypeText scalar(PayloadType::Kind kind) {
    switch (kind) {
    case PayloadType::Kind::Integer:
        return {"number", "decode.int32"};
    case PayloadType::Kind::Long:
        return {"bigint", "decode.int64"};
    case PayloadType::Kind::Decimal:
        return {"decode.Decimal", "decode.decimal"};
    case PayloadType::Kind::Boolean:
        return {"boolean", "decode.boolean"};
    case PayloadType::Kind::Uuid:
        return {"decode.Uuid", "decode.uuid"};
    case PayloadType::Kind::Date:
        return {"decode.LocalDate", "decode.date"};
    case PayloadType::Kind::Timestamp:
        return {"decode.Timestamp", "decode.timestamp"};
    default: // a time span as ISO 8601, bytes as base64
        return {"string", "decode.text"};
    }
}

const stub::Dialect dialect{
    .target = "typescript",
    .language = "TypeScript",
    .comment = commentText,
    .literal = stub::pairLiteral,
    .typeName = typeName,
    .memberName = member,
    .methodName = method,
    .fileName = fileName,
    .scalar = scalar,
    .enumeration = {"decode.OneOf<[{0}]>", "decode.oneOf({0})"},
    .list = {"decode.List<{0}>", "decode.listOf({0})"},
    .map = {"decode.Dictionary<{0}>", "decode.mapOf({0})"},
    .named = {"{0}", "decode{0}"},
    .anything = {"decode.Json", "decode.anything"},
    .optional = "{0} | undefined",
    .yes = "true",
    .no = "false",
    .files = files,
    .handlerPath = "handlers/{file}.ts",
    .handlerSource = "typescript/handler.ts.mustache",
};

Result<Output> render(const Request& request) {
    return renderService(request, dialect);
}

} // namespace

const Target target{
    "typescript",
    "Service in TypeScript on @confluentinc/kafka-javascript and pg: appends, relays and consumes",
    neverByDefault, render};

} // namespace factline::generate::typescript
