// SPDX-License-Identifier: Apache-2.0
#include "generate/templates.h"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

#include "base/resources.h"
#include "generate/target.h"

namespace factline::generate {

namespace mustache = kainjow::mustache;

namespace {

constexpr std::string_view root = "templates/";
constexpr std::size_t largestTemplate = 1 << 20;

// The engine only copies data into lists and objects; over several levels that is most of the work. So the
// tree is built in place.
mustache::data toData(const nlohmann::ordered_json& value) {
    if (value.is_object()) {
        mustache::data object{mustache::data::type::object};
        for (const auto& [key, entry] : value.items())
            object[key] = toData(entry);
        return object;
    }
    if (value.is_array()) {
        mustache::data list{mustache::data::type::list};
        auto& elements = const_cast<mustache::list&>(list.list_value());
        elements.reserve(value.size());
        for (const auto& entry : value)
            elements.emplace_back(toData(entry));
        return list;
    }
    if (value.is_boolean()) return mustache::data{value.get<bool>()};
    if (value.is_string()) return mustache::data{value.get_ref<const std::string&>()};
    return mustache::data{value.dump()};
}

/// "Unclosed section "x" at 120" -> the same with the line instead of the byte.
std::string withLine(const std::string& message, std::string_view text) {
    const auto at = message.rfind(" at ");
    std::size_t position = 0;
    if (at == std::string::npos || !(std::istringstream(message.substr(at + 4)) >> position)) return message;
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(position, text.size()));
    return fmt::format("{} in line {}", message.substr(0, at), 1 + std::count(text.begin(), end, '\n'));
}

Result<mustache::mustache> parse(const std::string& path, const std::string& text) {
    try {
        mustache::mustache parsed{text};
        if (!parsed.is_valid())
            return failure(ErrorCode::Unreadable,
                           fmt::format("The template {} is broken: {}. Mend it, or remove it to "
                                       "get the built-in one back.",
                                       path, withLine(parsed.error_message(), text)));
        parsed.set_custom_escape([](const std::string& value) { return value; });
        return parsed;
    } catch (const std::exception& problem) {
        return failure(
            ErrorCode::Unreadable,
            fmt::format("The template {} is broken: {}. Mend it, or remove it to get the built-in one back.",
                        path, problem.what()));
    }
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

struct TemplateData::Tree {
    mustache::data root;
};

TemplateData::TemplateData(const nlohmann::ordered_json& object)
    : m_tree(std::make_shared<const Tree>(Tree{toData(object)})) {}

struct Templates::Parsed {
    std::map<std::string, mustache::mustache> byPath;
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
                fmt::format("No target reads a template {}. Take away or rename it; these can be replaced:{}",
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

Result<std::string> Templates::render(const std::string& path, const TemplateData& data) const {
    auto found = m_parsed->byPath.find(path);
    if (found == m_parsed->byPath.end()) {
        const auto text = findResource(std::string(root) + path);
        if (!text)
            return failure(ErrorCode::NotFound,
                           fmt::format("There is no template {}. There are:{}", path, knownPaths()));
        if (text->find("{{") == std::string_view::npos) return std::string(*text);
        auto parsed = parse(path, std::string(*text));
        if (!parsed) return tl::unexpected(parsed.error());
        found = m_parsed->byPath.emplace(path, std::move(*parsed)).first;
    }
    std::string result = found->second.render(data.m_tree->root);
    if (!found->second.is_valid())
        return failure(ErrorCode::Unreadable,
                       fmt::format("The template {} could not be filled: {}. Mend the template.", path,
                                   found->second.error_message()));
    return result;
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
                           fmt::format("The template {} is no file; take it out of the folder.", path));
        std::ifstream stream(entries->path(), std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(stream), {});
        if (!stream.good() && !stream.eof())
            return failure(ErrorCode::External, fmt::format("The template {} could not be read.", path));
        if (text.size() > largestTemplate)
            return failure(ErrorCode::LimitExceeded,
                           fmt::format("The template {} is larger than 1 MiB.", path));
        replacements.emplace(path, std::move(text));
    }
    if (problem)
        return failure(ErrorCode::NotFound,
                       fmt::format("The templates in {} could not be read ({}). Give a folder "
                                   "that holds <target>/<file>.mustache.",
                                   folder.generic_string(), problem.message()));
    return Templates::with(std::move(replacements));
}

} // namespace factline::generate
