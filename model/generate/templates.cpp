// SPDX-License-Identifier: Apache-2.0
#include "generate/templates.h"

#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "base/resources.h"
#include "generate/mustache.h"
#include "generate/target.h"

namespace factline::generate {

namespace {

constexpr std::string_view root = "templates/";
constexpr std::size_t largestTemplate = 1 << 20;

/// "Unclosed section "x" at 120" -> the same with the line instead of the byte.
std::string withLine(const std::string& message, std::string_view text) {
    const auto at = message.rfind(" at ");
    std::size_t position = 0;
    if (at == std::string::npos || !(std::istringstream(message.substr(at + 4)) >> position)) return message;
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(position, text.size()));
    return fmt::format("{} in line {}", message.substr(0, at), 1 + std::count(text.begin(), end, '\n'));
}

Result<Mustache> parse(const std::string& path, const std::string& text) {
    auto parsed = Mustache::parse(text);
    if (!parsed)
        return failure(ErrorCode::Unreadable,
                       Phrase::of("The template {} is broken: {}. Mend it, or remove it to get the "
                                  "built-in one back.",
                                  path, withLine(parsed.error(), text)));
    return std::move(*parsed);
}

/// Whether some target reads a template of that path; those of `factline new` are not for generating.
bool isOfTarget(std::string_view path) {
    return findTarget(path.substr(0, path.find('/'))) != nullptr;
}

std::string knownPaths() {
    std::string list;
    for (const auto path : resourcePaths(root))
        if (isOfTarget(path.substr(root.size()))) list += fmt::format("\n  {}", path.substr(root.size()));
    return list;
}

} // namespace

struct Templates::Parsed {
    std::map<std::string, Mustache> byPath;
    std::string room;
};

Templates::Templates()
    : m_parsed(std::make_unique<Parsed>()) {}
Templates::Templates(Templates&&) noexcept = default;
Templates& Templates::operator=(Templates&&) noexcept = default;
Templates::~Templates() = default;

Result<Templates> Templates::with(std::map<std::string, std::string> replacements) {
    Templates templates;
    for (const auto& [path, text] : replacements) {
        if (!isOfTarget(path) || !findResource(std::string(root) + path))
            return failure(
                ErrorCode::NotFound,
                Phrase::of("No target reads a template {}. Take away or rename it; these can be replaced:{}",
                           path, knownPaths()));
        auto parsed = parse(path, text);
        if (!parsed) return tl::unexpected(parsed.error());
        templates.m_parsed->byPath.emplace(path, std::move(*parsed));
    }
    templates.m_replacements = std::move(replacements);
    return templates;
}

Templates Templates::another() const {
    Templates other;
    other.m_replacements = m_replacements;
    for (const auto& [path, text] : m_replacements) // the others are parsed when they are asked for
        other.m_parsed->byPath.emplace(path, parse(path, text).value());
    return other;
}

Result<std::string> Templates::render(const std::string& path, const nlohmann::ordered_json& data) const {
    auto found = m_parsed->byPath.find(path);
    if (found == m_parsed->byPath.end()) {
        const auto text = findResource(std::string(root) + path);
        if (!text)
            return failure(ErrorCode::NotFound,
                           Phrase::of("There is no template {}. There are:{}", path, knownPaths()));
        if (text->find("{{") == std::string_view::npos) return std::string(*text);
        auto parsed = parse(path, std::string(*text));
        if (!parsed) return tl::unexpected(parsed.error());
        found = m_parsed->byPath.emplace(path, std::move(*parsed)).first;
    }
    auto filled = found->second.fill(data, m_parsed->room);
    if (!filled)
        return failure(
            ErrorCode::Unreadable,
            Phrase::of("The template {} could not be filled: {}. Mend the template.", path, filled.error()));
    return std::move(*filled);
}

Result<Templates> readTemplates(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    std::error_code problem;
    std::map<std::string, std::string> replacements;
    fs::recursive_directory_iterator entries(folder, problem);
    for (; !problem && entries != fs::recursive_directory_iterator(); entries.increment(problem)) {
        if (entries->is_directory()) continue;
        const std::string path = entries->path().lexically_relative(folder).generic_string();
        if (!entries->is_regular_file())
            return failure(ErrorCode::Unreadable,
                           Phrase::of("The template {} is no file; take it out of the folder.", path));
        std::ifstream stream(entries->path(), std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(stream), {});
        if (!stream.good() && !stream.eof())
            return failure(ErrorCode::External, Phrase::of("The template {} could not be read.", path));
        if (text.size() > largestTemplate)
            return failure(ErrorCode::LimitExceeded,
                           Phrase::of("The template {} is larger than 1 MiB.", path));
        replacements.emplace(path, std::move(text));
    }
    if (problem)
        return failure(ErrorCode::NotFound,
                       Phrase::of("The templates in {} could not be read ({}). Give a folder "
                                  "that holds <target>/<file>.mustache.",
                                  folder.generic_string(), problem.message()));
    return Templates::with(std::move(replacements));
}

} // namespace factline::generate
