// SPDX-License-Identifier: Apache-2.0
#include <fmt/ostream.h>
#include <memory>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/words.h"
#include "contract/write.h"

namespace factline::cli {

namespace {

/// "Corner shop" -> "corner-shop": letters and digits in lower case, everything between them one hyphen.
/// Letters beyond ASCII stay as they are.
std::string fileStem(std::string_view name) {
    std::string stem;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) != 0)
            stem += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
        else if (!stem.empty() && stem.back() != '-')
            stem += '-';
    }
    while (stem.ends_with('-'))
        stem.pop_back();
    return stem;
}

int create(const std::string& name, Console& console) {
    if (name.find('/') != std::string::npos)
        return complain(
            console, {ErrorCode::InvalidArgument,
                      fmt::format("'{}' looks like a path. Give the name of the model, without a /; its file "
                                  "is written to the folder you are in.",
                                  name)});
    const auto stem = fileStem(name);
    if (stem.empty())
        return complain(console,
                        {ErrorCode::InvalidArgument,
                         fmt::format("'{}' has no letter to name a file by. Give the model a name.", name)});
    const auto file = stem + ".factline.yaml";
    const auto written = contract::writeFiles(".", {}, {{file, contract::newModel(name)}});
    if (!written) return complain(console, written.error());
    fmt::print(console.out, "{0}: a model to begin with. `factline check {0}` reads it.\n", file);
    return Clean;
}

} // namespace

Action declareNew(Words& words) {
    auto name = std::make_shared<std::string>();
    words.required("NAME", *name, "what the model is called; NAME.factline.yaml is written here");
    return [name](Console& console) { return create(*name, console); };
}

} // namespace factline::cli
