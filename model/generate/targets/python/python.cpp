// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/python/python.h"

#include <array>

#include "generate/names.h"
#include "generate/promises.h"
#include "generate/stub/dialect.h"
#include "generate/stub/literals.h"

namespace factline::generate::python {

namespace {

using stub::TypeText;

// Those of C++ are avoided everywhere.
constexpr auto keywords = std::to_array<std::string_view>(
    {"False", "None",   "True",     "as",     "assert",  "async", "await",  "cls",    "decode",
     "def",   "del",    "elif",     "except", "finally", "from",  "global", "import", "in",
     "is",    "lambda", "nonlocal", "pass",   "raise",   "self",  "with",   "yield"});

constexpr auto files = std::to_array<stub::ProjectFile>({{"README.md"},
                                                         {"pyproject.toml"},
                                                         {"generated/__init__.py"},
                                                         {"generated/applier.py"},
                                                         {"generated/consumer.py"},
                                                         {"generated/contract.py"},
                                                         {"generated/database.py"},
                                                         {"generated/decode.py"},
                                                         {"generated/dispatch.py"},
                                                         {"generated/envelope.py"},
                                                         {"generated/events.py"},
                                                         {"generated/log.py"},
                                                         {"generated/main.py"},
                                                         {"generated/metrics.py"},
                                                         {"generated/outbox.py"},
                                                         {"generated/relay.py"},
                                                         {"generated/settings.py"},
                                                         {"generated/status_server.py"}});

std::string member(std::string_view name) {
    return stub::avoiding(snakeIdentifier(name), keywords);
}

std::string typeName(std::string_view name) {
    return stub::avoiding(pascalIdentifier(name), keywords);
}

std::string method(std::string_view event) {
    return "on_" + snakeIdentifier(event);
}

TypeText scalar(PayloadType::Kind kind) {
    switch (kind) {
    case PayloadType::Kind::Integer:
        return {"int", "decode.int32"};
    case PayloadType::Kind::Long:
        return {"int", "decode.int64"};
    case PayloadType::Kind::Decimal:
        return {"Decimal", "decode.decimal"};
    case PayloadType::Kind::Boolean:
        return {"bool", "decode.boolean"};
    case PayloadType::Kind::Uuid:
        return {"UUID", "decode.uuid"};
    case PayloadType::Kind::Date:
        return {"date", "decode.day"};
    case PayloadType::Kind::Timestamp:
        return {"datetime", "decode.instant"};
    default: // a time span as ISO 8601, bytes as base64
        return {"str", "decode.text"};
    }
}

const stub::Dialect dialect{
    .target = "python",
    .language = "Python",
    .comment = commentText,
    .literal = stub::wideLiteral,
    .typeName = typeName,
    .memberName = member,
    .methodName = method,
    .fileName = member,
    .scalar = scalar,
    .enumeration = {"str", "decode.one_of({0})"},
    .list = {"list[{0}]", "decode.list_of({0})"},
    .map = {"dict[str, {0}]", "decode.map_of({0})"},
    .named = {"{0}", "{0}.decode"},
    .anything = {"Any", "decode.anything"},
    .optional = "{0} | None",
    .yes = "True",
    .no = "False",
    .files = files,
    .ending = ".py",
};

Result<Output> render(const Request& request) {
    return renderService(request, dialect);
}

} // namespace

const Target target{
    "python", Phrase::words("Service in Python on confluent-kafka and psycopg: appends, relays and consumes"),
    neverByDefault, render};

} // namespace factline::generate::python
