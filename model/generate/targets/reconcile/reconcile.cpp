// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/reconcile/reconcile.h"

#include <array>

#include <fmt/format.h>

#include "generate/names.h"
#include "generate/payload_schema.h"
#include "generate/promises.h"

namespace factline::generate::reconcile {

namespace {

using Json = OrderedJson;

std::string seconds(Duration time) {
    return sqlLiteral(fmt::format("{} seconds", std::chrono::ceil<std::chrono::seconds>(time).count()));
}

Result<Output> render(const Request& request) {
    Output output;
    const Context& context = request.context;
    Json views = Json::array();
    NameScope names;
    for (const auto& view : context.views) {
        const ElementKey key = keyOf(ElementKind::View, context.name, view->name);
        if (!view->reconciled) continue;
        if (context.store != Store::PostgreSql && context.store != Store::None) {
            output.omitted.push_back(
                {key, "reconcile",
                 Phrase::of("its context's store is {}, and this target knows PostgreSQL only",
                            word(context.store))});
            continue;
        }
        const Reconciliation& plan = *view->reconciled;
        const auto [name, clash] = names.take(snakeIdentifier(view->name).substr(0, 40), view->name);
        if (!clash.empty()) output.omitted.push_back({key, "reconcile", clash, true});
        views.push_back({{"literal", sqlLiteral(context.name + '/' + view->name)},
                         {"name", name},
                         {"nameLiteral", sqlLiteral(name)},
                         {"comment", commentText(context.name + '/' + view->name)},
                         {"against", plan.against.empty() ? std::string("the owner")
                                                          : commentText(toString(plan.against))},
                         {"every", plan.every ? seconds(*plan.every) : "NULL"},
                         {"grace", seconds(plan.grace)},
                         {"automatic", plan.repairs == RepairMode::Automatic ? "true" : "false"},
                         {"upTo", plan.upTo ? std::to_string(*plan.upTo) : "NULL"},
                         {"last", false}});
    }
    if (views.empty()) return output;
    views.back()["last"] = true;
    for (const Json& view : views) {
        auto text = request.templates.render("reconcile/handler.sql.mustache", view);
        if (!text) return tl::unexpected(text.error());
        output.files.push_back(
            {fmt::format("{}handlers/{}.sql", request.folder, view["name"].get<std::string>()),
             std::move(*text), Ownership::Handler});
    }
    constexpr std::array files{WatchFile{"generated/reconcile.sql", "reconcile/reconcile.sql.mustache"}};
    return rendered(request, files, {{"context", commentText(context.name)}, {"views", std::move(views)}},
                    std::move(output));
}

} // namespace

const Target target{
    "reconcile",
    Phrase::words("A job on PostgreSQL that compares views with their owners in batches and repairs them"),
    neverByDefault, render};

} // namespace factline::generate::reconcile
