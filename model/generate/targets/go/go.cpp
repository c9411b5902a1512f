// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/go/go.h"

#include <array>

#include "generate/names.h"
#include "generate/promises.h"
#include "generate/stub/dialect.h"
#include "generate/stub/literals.h"

namespace factline::generate::go {

namespace {

using stub::TypeText;
using stub::When;

constexpr auto files = std::to_array<stub::ProjectFile>({{"README.md"},
                                                         {"go.mod"},
                                                         {"main.go"},
                                                         {"generated/applier.go", When::Consumes},
                                                         {"generated/clients.go"},
                                                         {"generated/contract.go", When::Consumes},
                                                         {"generated/database.go"},
                                                         {"generated/decode/decode.go"},
                                                         {"generated/delivery.go"},
                                                         {"generated/envelope.go", When::Consumes},
                                                         {"generated/events/events.go", When::Consumes},
                                                         {"generated/log.go"},
                                                         {"generated/metrics.go"},
                                                         {"generated/outbox/outbox.go"},
                                                         {"generated/reader.go", When::Consumes},
                                                         {"generated/relay.go"},
                                                         {"generated/run.go"},
                                                         {"generated/settings.go"}});

/// Names that begin with a capital can be seen from other packages.
std::string exported(std::string identifier) {
    if (!identifier.empty() && identifier.front() >= 'a' && identifier.front() <= 'z')
        identifier.front() = static_cast<char>(identifier.front() - 'a' + 'A');
    return identifier;
}

std::string typeName(std::string_view name) {
    return exported(pascalIdentifier(name));
}

std::string method(std::string_view event) {
    return "On" + typeName(event);
}

/// Never a name that Go reads as a test or as meant for one system only.
std::string fileName(std::string_view consumer) {
    return snakeIdentifier(consumer) + "_handler";
}

TypeText scalar(PayloadType::Kind kind) {
    switch (kind) {
    case PayloadType::Kind::Integer:
        return {"int32", "decode.Int32"};
    case PayloadType::Kind::Long:
        return {"int64", "decode.Int64"};
    case PayloadType::Kind::Decimal:
        return {"decode.Decimal", "decode.ReadDecimal"};
    case PayloadType::Kind::Boolean:
        return {"bool", "decode.Bool"};
    case PayloadType::Kind::Uuid:
        return {"decode.UUID", "decode.ReadUUID"};
    case PayloadType::Kind::Date:
        return {"decode.Date", "decode.ReadDate"};
    case PayloadType::Kind::Timestamp:
        return {"time.Time", "decode.Time"};
    default: // a time span as ISO 8601, bytes as base64
        return {"string", "decode.Text"};
    }
}

const stub::Dialect dialect{
    .target = "go",
    .language = "Go",
    .comment = commentText,
    .literal = stub::wideLiteral,
    .typeName = typeName,
    .memberName = typeName,
    .methodName = method,
    .fileName = fileName,
    .scalar = scalar,
    .enumeration = {"string", "decode.OneOf({0})"},
    .list = {"[]{0}", "decode.ListOf({0})"},
    .map = {"map[string]{0}", "decode.MapOf({0})"},
    .named = {"{0}", "Decode{0}"},
    .anything = {"any", "decode.Anything"},
    .optional = "*{0}",
    .yes = "true",
    .no = "false",
    .files = files,
    .ending = ".go",
};

Result<Output> render(const Request& request) {
    return renderService(request, dialect);
}

} // namespace

const Target target{"go", Phrase::words("Service in Go on franz-go and pgx: appends, relays and consumes"),
                    neverByDefault, render};

} // namespace factline::generate::go
