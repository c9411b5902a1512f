// SPDX-License-Identifier: Apache-2.0
#include "verification/verify.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "freshness/spoken.h"
#include "generate/generate.h"
#include "generate/target.h"
#include "verification/database.h"
#include "verification/words.h"

namespace factline::verification {

namespace {

constexpr std::size_t shown = 20;

/// Where Debezium reads the outbox: its target, the table that is there then, and how many seconds later than
/// that an event is known to have gone out. The slot confirms once a minute (offset.flush.interval.ms), and
/// what it has confirmed is marked at the third heartbeat, of which there is one in 10 s.
constexpr std::string_view debezium = "debezium", heartbeat = "debezium_heartbeat";
constexpr double secondsUntilKnown = 120;

/// How one kind of database says what the others say otherwise.
struct Dialect {
    std::string_view target;    ///< of `generate`
    std::string_view outboxAge; ///< seconds since the oldest of some events happened
    std::string_view isParked;  ///< of an outbox row
    std::string_view freshAge;  ///< seconds since a projection had all of its oldest partition
};

constexpr Dialect postgresql{
    "postgresql", "extract(epoch FROM (clock_timestamp() AT TIME ZONE 'UTC') - min(occurred_at))::float8",
    "next_attempt_at = 'infinity'",
    "extract(epoch FROM clock_timestamp() - min(greatest(caught_up_at, last_event_time)))::float8"};
constexpr Dialect sqlite{"sqlite", "(julianday('now') - 2440587.5) * 86400.0 - min(occurred_at) / 1000.0",
                         "next_attempt_at = 9223372036854775807",
                         "(julianday('now') - 2440587.5) * 86400.0 - min(max(coalesce(caught_up_at, 0), "
                         "coalesce(last_event_time, 0))) / 1000.0"};

std::optional<double> number(const QVariant& value) {
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

/// What the SQL of one target creates for the context.
Schema created(const generate::Output& output) {
    Schema schema;
    for (const auto& file : output.files)
        if (file.path.ends_with("/outbox.sql") || file.path.ends_with("/consumer.sql") ||
            file.path.ends_with("/setup.sql"))
            merge(schema, parseSchema(file.content));
    return schema;
}

/// What Debezium needs besides.
Result<Schema> debeziumContract(const Lookup& lookup, const Request& request) {
    const auto output = generate::generate(
        lookup, {.targets = {std::string(debezium)}, .context = request.context}, generate::Templates());
    if (!output) return tl::unexpected(output.error());
    return created(*output);
}

/// What the context's database is to hold.
Result<Schema> contractOf(const Lookup& lookup, const Request& request, const Dialect& dialect) {
    if (!generate::findTarget(dialect.target))
        return failure(ErrorCode::InvalidArgument,
                       Phrase::of("Nothing is generated for {} yet.", dialect.target));
    const auto output =
        generate::generate(lookup, {.targets = {std::string(dialect.target)}, .context = request.context},
                           generate::Templates());
    if (!output) return tl::unexpected(output.error());
    Schema schema = created(*output);
    const auto refused = std::ranges::find(output->omitted, ElementKind::Context,
                                           [](const auto& omission) { return omission.element.kind; });
    if (schema.tables.empty() && refused != output->omitted.end())
        return failure(ErrorCode::Refused,
                       Phrase::of("{} has no tables on {}: {}.", request.context,
                                  dialect.target == sqlite.target ? "SQLite" : "PostgreSQL",
                                  refused->reason));
    if (schema.tables.empty())
        return failure(ErrorCode::Refused,
                       Phrase::of("{} neither publishes nor consumes an event, so its database has no "
                                  "contract.",
                                  request.context));
    return schema;
}

/// The strictest promise of a view that learns of what the context publishes; a minute where none does.
double backlogLimit(const Lookup& lookup, const ContextName& context) {
    std::optional<double> strictest;
    for (const Subscriber& subscriber : lookup.subscriptions()) {
        const auto* view = std::get_if<const View*>(&subscriber.consumer);
        if (!view || subscriber.subscription->event.context != context) continue;
        if (!(*view)->freshness || !(*view)->freshness->within) continue;
        const double within = toSeconds(*(*view)->freshness->within);
        strictest = std::min(strictest.value_or(within), within);
    }
    return strictest.value_or(60);
}

/// Asks one database one question after another; the first refusal ends it.
class Inspection {
public:
    Inspection(const Lookup& lookup, const Request& request, const Dialect& dialect, const Database& database)
        : m_lookup(lookup)
        , m_request(request)
        , m_dialect(dialect)
        , m_database(database) {}

    Result<Verified> run(Schema contract) {
        const auto found = m_database.schema();
        if (!found) return tl::unexpected(found.error());
        m_isReadByDebezium = found->tables.contains(std::string(heartbeat));
        if (m_isReadByDebezium) {
            auto more = debeziumContract(m_lookup, m_request);
            if (!more) return tl::unexpected(more.error());
            merge(contract, std::move(*more));
        }
        m_result.deviations = deviations(contract, *found);
        const auto has = [&](const char* table) {
            return contract.tables.contains(table) && found->tables.contains(table);
        };
        if (!contract.routes.empty() && found->tables.contains("outbox_route")) routes(contract.routes);
        if (has("outbox_event")) outbox();
        if (has("consumer_stream")) streams();
        if (has("projection_partition")) projections();
        if (m_error) return tl::unexpected(*m_error);
        return std::move(m_result);
    }

private:
    std::vector<std::vector<QVariant>> ask(const std::string& sql) {
        if (!m_error && m_request.stop.stop_requested())
            m_error = Error{ErrorCode::Cancelled, Phrase::of("Asking the database was cancelled.")};
        if (m_error) return {};
        auto rows = m_database.rows(sql);
        if (!rows) m_error = rows.error();
        return rows.value_or(std::vector<std::vector<QVariant>>());
    }

    void routes(const std::string& rows) {
        for (const auto& row :
             ask(fmt::format("SELECT * FROM (VALUES {}) AS declared EXCEPT SELECT type, "
                             "schema_version, aggregatetype, source, topic, partitions FROM "
                             "outbox_route",
                             rows)))
            m_result.deviations.push_back(
                filled(DatabaseWords::tr(
                           "The event %1 in version %2 is not what outbox_route has: run the generated SQL "
                           "again."),
                       row[0].toString().toStdString(), std::to_string(row[1].toInt())));
    }

    void outbox() {
        Outbox outbox{.limit = backlogLimit(m_lookup, m_request.context),
                      .lag = m_isReadByDebezium ? secondsUntilKnown : 0};
        for (const auto& row : ask(fmt::format(
                 "SELECT count(*), {} FROM outbox_event WHERE published_at IS NULL", m_dialect.outboxAge))) {
            outbox.waiting = row[0].toULongLong();
            outbox.oldest = number(row[1]);
        }
        for (const auto& row : ask(fmt::format(
                 "SELECT DISTINCT aggregatetype, aggregateid FROM outbox_event WHERE published_at "
                 "IS NULL AND {} ORDER BY 1, 2 LIMIT {}",
                 m_dialect.isParked, shown)))
            outbox.parked.push_back((row[0].toString() + QLatin1Char(' ') + row[1].toString()).toStdString());
        m_result.outbox = std::move(outbox);
    }

    void streams() {
        for (const auto& row :
             ask(fmt::format("SELECT consumer, aggregatetype, aggregateid FROM consumer_stream WHERE state = "
                             "'parked' ORDER BY 1, 2, 3 LIMIT {}",
                             shown)))
            m_result.parked.push_back(fmt::format("{}: {} {}", row[0].toString().toStdString(),
                                                  row[1].toString().toStdString(),
                                                  row[2].toString().toStdString()));
    }

    void projections() {
        std::map<std::string, std::optional<double>> ages;
        for (const auto& row : ask(fmt::format("SELECT projection, CASE WHEN count(*) = "
                                               "count(coalesce(caught_up_at, last_event_time)) THEN {} "
                                               "END FROM projection_partition GROUP BY projection",
                                               m_dialect.freshAge)))
            ages[row[0].toString().toStdString()] = number(row[1]);
        const Context* context = m_lookup.findContext(m_request.context);
        for (const auto& view : context->views) {
            if (view->fedBy.empty()) continue;
            Projection projection{.name = context->name + '/' + view->name};
            if (const auto known = ages.find(projection.name); known != ages.end())
                projection.age = known->second;
            if (view->freshness && view->freshness->within)
                projection.promised = toSeconds(*view->freshness->within);
            m_result.projections.push_back(std::move(projection));
        }
    }

    const Lookup& m_lookup;
    const Request& m_request;
    const Dialect& m_dialect;
    const Database& m_database;
    bool m_isReadByDebezium = false;
    Verified m_result;
    std::optional<Error> m_error;
};

} // namespace

std::vector<std::string> Verified::objections() const {
    using freshness::spokenTime;
    std::vector<std::string> list = deviations;
    if (outbox && outbox->oldest && *outbox->oldest > outbox->limit + outbox->lag)
        list.push_back(
            filled(DatabaseWords::tr(
                       "The oldest event in the outbox has waited for %1; %2 is the most that those who "
                       "wait for it are promised."),
                   spokenTime(*outbox->oldest), spokenTime(outbox->limit)));
    if (outbox)
        for (const std::string& aggregate : outbox->parked)
            list.push_back(filled(
                DatabaseWords::tr("The outbox has parked %1: it waits until somebody looks."), aggregate));
    for (const std::string& stream : parked)
        list.push_back(filled(DatabaseWords::tr("A consumer has parked a stream: %1."), stream));
    for (const Projection& projection : projections)
        if (projection.isStale())
            list.push_back(projection.age
                               ? filled(DatabaseWords::tr("%1 is %2 old; %3 is promised."), projection.name,
                                        spokenTime(*projection.age), spokenTime(*projection.promised))
                               : filled(DatabaseWords::tr("%1 has never been up to date; %2 is promised."),
                                        projection.name, spokenTime(*projection.promised)));
    return list;
}

Result<Verified> verify(const Lookup& lookup, const Request& request) {
    const Dialect& dialect = request.url.starts_with("sqlite:") ? sqlite : postgresql;
    auto contract = contractOf(lookup, request, dialect);
    if (!contract) return tl::unexpected(contract.error());
    const auto database = Database::open(request.url, request.password, request.secondsAStatement);
    if (!database) return tl::unexpected(database.error());
    return Inspection(lookup, request, dialect, *database).run(std::move(*contract));
}

} // namespace factline::verification
