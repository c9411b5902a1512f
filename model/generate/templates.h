// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"

namespace factline::generate {

/// The Mustache templates in force: the compiled-in ones, each of which a user may replace by path. Filling
/// one has no effect that shows; parsed templates are kept, so one object must not be used from two threads
/// at once.
class Templates {
public:
    /// Replacements by path below templates/ ("postgresql/outbox.sql.mustache"). An error names a path that
    /// no target reads (with the paths there are) and a template that does not parse, with its place.
    static Result<Templates> with(std::map<std::string, std::string> replacements);

    Templates();
    Templates(Templates&&) noexcept;
    Templates& operator=(Templates&&) noexcept;
    ~Templates();

    /// The same templates again, for another thread.
    Templates another() const;

    /// The template at `path`, filled with an object of strings, booleans, numbers, lists and objects. Values
    /// come as the literal or identifier of the language that they are put into: nothing is escaped.
    Result<std::string> render(const std::string& path, const nlohmann::ordered_json& data) const;

private:
    struct Parsed;
    std::map<std::string, std::string> m_replacements;
    std::unique_ptr<Parsed> m_parsed;
};

/// The user's templates: every file `<target>/<file>.mustache` below `folder`. Other files are refused by
/// name.
Result<Templates> readTemplates(const std::filesystem::path& folder);

} // namespace factline::generate
