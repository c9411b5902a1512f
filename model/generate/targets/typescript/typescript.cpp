// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/typescript/typescript.h"

#include <array>

#include "generate/names.h"
#include "generate/promises.h"
#include "generate/stub/dialect.h"
#include "generate/stub/literals.h"

namespace factline::generate::typescript {

namespace {

using stub::TypeText;
using stub::When;

// What stands beside the names of events and consumers in a file: of the language, and our own.
constexpr auto keywords =
    std::to_array<std::string_view>({"About", "Announcement", "Array", "BigInt", "ClientBase", "Consumer",
                                     "Envelope", "Error", "NotWritten", "Object", "Promise", "String"});

constexpr auto files = std::to_array<stub::ProjectFile>({{"README.md"},
                                                         {"package.json"},
                                                         {"tsconfig.json"},
                                                         {"generated/applier.ts"},
                                                         {"generated/consumer.ts"},
                                                         {"generated/contract.ts", When::Consumes},
                                                         {"generated/database.ts"},
                                                         {"generated/decode.ts"},
                                                         {"generated/dispatch.ts"},
                                                         {"generated/envelope.ts"},
                                                         {"generated/errors.ts"},
                                                         {"generated/events.ts", When::Consumes},
                                                         {"generated/kafka.ts"},
                                                         {"generated/log.ts"},
                                                         {"generated/main.ts"},
                                                         {"generated/metrics.ts"},
                                                         {"generated/outbox.ts"},
                                                         {"generated/reader.ts"},
                                                         {"generated/relay.ts"},
                                                         {"generated/settings.ts"},
                                                         {"generated/status-server.ts"}});

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
    .ending = ".ts",
};

Result<Output> render(const Request& request) {
    return renderService(request, dialect);
}

} // namespace

const Target target{
    "typescript",
    Phrase::words(
        "Service in TypeScript on @confluentinc/kafka-javascript and pg: appends, relays and consumes"),
    neverByDefault, render};

} // namespace factline::generate::typescript
