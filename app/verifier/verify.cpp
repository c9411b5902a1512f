// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>

#include <fmt/ostream.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/report/problems.h"
#include "cli/words.h"
#include "verification/spoken.h"

namespace factline::cli {

namespace {

using Json = nlohmann::ordered_json;
struct Options {
    std::string model;
    std::string database;
    std::string context;
    std::string stage;
    std::string format = "text";
};

Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json();
}

std::string asJson(const verification::Verified& verified, Json problems) {
    Json projections = Json::array();
    for (const auto& projection : verified.projections)
        projections.push_back({{"projection", projection.name},
                               {"age", orNull(projection.age)},
                               {"promised", orNull(projection.promised)},
                               {"stale", projection.isStale()}});
    Json outbox;
    if (verified.outbox)
        outbox = {{"waiting", verified.outbox->waiting},
                  {"oldest", orNull(verified.outbox->oldest)},
                  {"limit", verified.outbox->limit},
                  {"parked", verified.outbox->parked}};
    Json result{{"deviations", verified.deviations},
                {"outbox", std::move(outbox)},
                {"parked", verified.parked},
                {"projections", std::move(projections)},
                {"objections", verified.objections()}};
    if (!problems.empty()) result["problems"] = std::move(problems);
    return result.dump(2, ' ', false, Json::error_handler_t::replace);
}

void printText(const verification::Verified& verified, Console& console) {
    for (const auto& sentence : verification::sentencesOf(verified))
        fmt::print(console.out, "{}\n", sentence.text);
}

int verify(const Options& options, Console& console) {
    const Patience patience("asking the database of " + options.context);
    const auto input = readInput(options.model, options.stage, console);
    if (!input) return complain(console, input.error());
    int argc = 1;
    char name[] = "factline";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv); // finds Qt's drivers
    const auto verified =
        verification::verify(Lookup(input->model), {.url = options.database, .context = options.context});
    if (!verified) return complain(console, verified.error());
    if (options.format == "json")
        fmt::print(console.out, "{}\n", asJson(*verified, problemsOf(*input)));
    else
        printText(*verified, console);
    return input->code(verified->objections().empty() ? Clean : Objected);
}

} // namespace

Action declareVerify(Words& words) {
    auto options = std::make_shared<Options>();
    words.required("MODEL", options->model, "a *.factline.yaml file, or the folder of a split model");
    words.required(
        "--database", options->database,
        "postgresql://user@host/database?schema=name, or sqlite:path; give a password by PGPASSWORD or "
        "~/.pgpass, not here");
    words.required("--context", options->context, "whose database it is");
    words.text("--stage", options->stage, "the stage of the migration (default: the model's `now`)");
    words.choice("--format", options->format, {"text", "json"}, "how to print (default: text)");
    return [options](Console& console) { return verify(*options, console); };
}

} // namespace factline::cli
