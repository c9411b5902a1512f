// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/java/java.h"

#include <array>

#include "generate/names.h"
#include "generate/promises.h"
#include "generate/stub/dialect.h"
#include "generate/stub/literals.h"

namespace factline::generate::java {

namespace {

using stub::TypeText;

// Those of C++ are avoided everywhere; these are Java's, what a record must not call a component, and our own
// names.
constexpr auto keywords = std::to_array<std::string_view>(
    {"Events",     "abstract",  "assert",     "boolean",   "byte",     "clone",        "extends",
     "final",      "finally",   "finalize",   "generated", "getClass", "handlers",     "hashCode",
     "implements", "import",    "instanceof", "interface", "java",     "native",       "notify",
     "notifyAll",  "null",      "package",    "strictfp",  "super",    "synchronized", "throws",
     "toString",   "transient", "value",      "wait",      "where"});

constexpr auto files = std::to_array<stub::ProjectFile>({{"README.md"},
                                                         {"pom.xml"},
                                                         {"generated/Applier.java"},
                                                         {"generated/Consumer.java"},
                                                         {"generated/Contract.java"},
                                                         {"generated/Database.java"},
                                                         {"generated/Decode.java"},
                                                         {"generated/Envelope.java"},
                                                         {"generated/Events.java"},
                                                         {"generated/Log.java"},
                                                         {"generated/Main.java"},
                                                         {"generated/Metrics.java"},
                                                         {"generated/NotWritten.java"},
                                                         {"generated/Outbox.java"},
                                                         {"generated/PermanentError.java"},
                                                         {"generated/Reader.java"},
                                                         {"generated/Relay.java"},
                                                         {"generated/Settings.java"},
                                                         {"generated/StatusServer.java"},
                                                         {"generated/TransientError.java"}});

/// Java reads \\u in comments, too: what follows it must not end the line or be no number.
std::string comment(std::string_view text) {
    std::string result = commentText(text);
    for (std::size_t at = result.find("\\u"); at != std::string::npos; at = result.find("\\u", at + 2))
        result.insert(at + 1, " ");
    return result;
}

std::string typeName(std::string_view name) {
    return stub::avoiding(pascalIdentifier(name), keywords);
}

std::string member(std::string_view name) {
    return stub::avoiding(stub::lowerFront(memberIdentifier(name)), keywords);
}

std::string method(std::string_view event) {
    return "on" + pascalIdentifier(event);
}

/// Fully named, so that an event may be called String.
TypeText scalar(PayloadType::Kind kind) {
    switch (kind) {
    case PayloadType::Kind::Integer:
        return {"java.lang.Integer", "generated.Decode::int32"};
    case PayloadType::Kind::Long:
        return {"java.lang.Long", "generated.Decode::int64"};
    case PayloadType::Kind::Decimal:
        return {"java.math.BigDecimal", "generated.Decode::decimal"};
    case PayloadType::Kind::Boolean:
        return {"java.lang.Boolean", "generated.Decode::bool"};
    case PayloadType::Kind::Uuid:
        return {"java.util.UUID", "generated.Decode::uuid"};
    case PayloadType::Kind::Date:
        return {"java.time.LocalDate", "generated.Decode::date"};
    case PayloadType::Kind::Timestamp:
        return {"java.time.Instant", "generated.Decode::instant"};
    default: // a time span as ISO 8601, bytes as base64
        return {"java.lang.String", "generated.Decode::text"};
    }
}

const stub::Dialect dialect{
    .target = "java",
    .language = "Java",
    .comment = comment,
    .literal = stub::pairLiteral,
    .typeName = typeName,
    .memberName = member,
    .methodName = method,
    .fileName = typeName,
    .scalar = scalar,
    .enumeration = {"java.lang.String", "generated.Decode.oneOf({0})"},
    .list = {"java.util.List<{0}>", "generated.Decode.listOf({0})"},
    .map = {"java.util.Map<java.lang.String, {0}>", "generated.Decode.mapOf({0})"},
    .named = {"{0}", "{0}::decode"},
    .anything = {"com.fasterxml.jackson.databind.JsonNode", "generated.Decode::anything"},
    .optional = "java.util.Optional<{0}>",
    .yes = "true",
    .no = "false",
    .files = files,
    .ending = ".java",
};

Result<Output> render(const Request& request) {
    return renderService(request, dialect);
}

} // namespace

const Target target{"java",
                    Phrase::words("Service in Java on kafka-clients and JDBC: appends, relays and consumes"),
                    neverByDefault, render};

} // namespace factline::generate::java
