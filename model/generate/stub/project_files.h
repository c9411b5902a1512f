// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include <nlohmann/json.hpp>

#include "generate/file.h"
#include "generate/target.h"

namespace factline::generate::stub {

/// Which projects of a language have a file.
enum class When {
    Always,
    Consumes,  ///< where the context has a view or policy that is fed
    Publishes, ///< where it publishes through an outbox
};

/// One file that a project has once. Its template is `<target>/<name of the file>.mustache`.
struct ProjectFile {
    std::string_view path; ///< below the project
    When when = When::Always;
};

/// What the files of a project are filled with.
struct ProjectData {
    nlohmann::ordered_json service; ///< with `anyConsumer` and `anyEvent`, which say what there is
    nlohmann::ordered_json outbox;  ///< of the tables that events leave by
};

/// Adds the files of a project, with the tables in SQL that every language has.
Result<void> addProject(Output& output, const Request& request, std::string_view target,
                        std::span<const ProjectFile> files, const ProjectData& data);

/// Adds the handlers, each of a consumer and once only: `handlers/<name><ending>`, filled from the consumer.
Result<void> addHandlers(Output& output, const Request& request, std::string_view target,
                         std::string_view ending, const nlohmann::ordered_json& consumers,
                         const char* nameOfFile);

} // namespace factline::generate::stub
