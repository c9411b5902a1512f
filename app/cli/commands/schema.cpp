// SPDX-License-Identifier: Apache-2.0
#include <fmt/ostream.h>
#include <memory>

#include "cli/command.h"
#include "cli/words.h"
#include "contract/schema.h"

namespace factline::cli {

Action declareSchema(Words& words) {
    auto format = std::make_shared<std::string>("json");
    words.choice("--format", *format, {"json", "markdown"},
                 "JSON Schema for editors, or the reference page (default: json)");
    return [format](Console& console) {
        if (*format == "json")
            fmt::print(console.out, "{}\n", contract::jsonSchema().dump(2));
        else
            fmt::print(console.out, "{}", contract::referencePage());
        return int{Clean};
    };
}

} // namespace factline::cli
