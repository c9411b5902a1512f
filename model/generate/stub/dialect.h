// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "generate/file.h"
#include "generate/stub/project_files.h"
#include "generate/target.h"

namespace factline::generate::stub {

/// A type of the language, and the expression that reads one strictly from JSON.
struct TypeText {
    std::string type;
    std::string decode;
};

/// How a language writes what every stub is filled with. The behaviour is the same in all of them:
/// resources/help/generating.md says which.
struct Dialect {
    std::string_view target;
    std::string_view language;                 ///< as a sentence calls it: "Python"
    std::string (*comment)(std::string_view);  ///< fit for one line of a comment
    std::string (*literal)(std::string_view);  ///< a string of the language
    std::string (*typeName)(std::string_view); ///< identifiers from names of the model
    std::string (*memberName)(std::string_view);
    std::string (*methodName)(std::string_view event);  ///< of the handler for an event
    std::string (*fileName)(std::string_view consumer); ///< of its handlers, without the ending
    /// What stands for each scalar; Enum gets its words as `{0}` in both, a list or map what it holds.
    TypeText (*scalar)(PayloadType::Kind kind);
    TypeText enumeration;
    TypeText list;
    TypeText map;
    TypeText named;       ///< `{0}`: the type's name
    TypeText anything;    ///< JSON as it is
    std::string optional; ///< `{0}`: the type that may be missing
    std::string_view yes; ///< true
    std::string_view no;  ///< false
    std::span<const ProjectFile> files;
    std::string_view ending; ///< of the files of its handlers
};

/// The project of a context in that language: its events, consumers, relay and tables.
Result<Output> renderService(const Request& request, const Dialect& dialect);

} // namespace factline::generate::stub
