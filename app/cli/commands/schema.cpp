// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <fmt/ostream.h>
#include <memory>

#include "cli/command.h"
#include "contract/schema.h"

namespace factline::cli {

Action declareSchema(CLI::App& app) {
    auto format = std::make_shared<std::string>("json");
    app.add_option("--format", *format, "JSON Schema for editors, or the reference page (default: json)")
        ->check(CLI::IsMember({"json", "markdown"}));
    return [format](Console& console) {
        if (*format == "json")
            fmt::print(console.out, "{}\n", contract::jsonSchema().dump(2));
        else
            fmt::print(console.out, "{}", contract::referencePage());
        return int{Clean};
    };
}

} // namespace factline::cli
