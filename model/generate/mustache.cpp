// SPDX-License-Identifier: Apache-2.0
#include "generate/mustache.h"

#include <algorithm>

#include <kainjow/mustache.hpp>

namespace factline::generate {

namespace engine = kainjow::mustache;

namespace {

using Json = nlohmann::ordered_json;

/// The entry of an object; null where there is none.
const Json* entry(const Json& value, const std::string& key) {
    const auto* object = value.get_ptr<const Json::object_t*>();
    if (!object) return nullptr;
    const auto found = std::ranges::find(*object, key, &Json::object_t::value_type::first);
    return found == object->end() ? nullptr : &found->second;
}

bool isLeftOut(const Json& value) {
    return (value.is_boolean() && !value.get<bool>()) || (value.is_array() && value.empty());
}

} // namespace

/// Takes the tree of components, one a word, that the engine reads a template into, and makes it few.
class Mustache::Parser {
public:
    using Component = engine::component<std::string>;

    static std::vector<Part> parts(const std::vector<Component>& components) {
        std::vector<Part> result;
        for (const Component& component : components)
            add(result, component);
        return result;
    }

private:
    static void add(std::vector<Part>& parts, const Component& component) {
        using Tag = engine::tag_type;
        switch (component.tag.type) {
        case Tag::text:
            return addText(parts, component);
        case Tag::variable:
        case Tag::unescaped_variable:
            return named(parts, Part::Kind::Value, component);
        case Tag::section_begin:
            return named(parts, Part::Kind::Section, component);
        case Tag::section_begin_inverted:
            return named(parts, Part::Kind::Inverted, component);
        case Tag::partial:
            return named(parts, Part::Kind::Partial, component);
        default: // a comment, or other delimiters, which the parser has seen to
            return;
        }
    }

    static void addText(std::vector<Part>& parts, const Component& component) {
        if (parts.empty() || parts.back().kind != Part::Kind::Text) parts.emplace_back();
        Part& part = parts.back();
        const std::size_t begin = part.text.size();
        part.text += component.text;
        if (!component.is_newline()) return;
        part.lastLine = part.text.size();
        if (part.firstLine != 0) return;
        part.firstBreak = begin;
        part.firstLine = part.text.size();
    }

    static void named(std::vector<Part>& parts, Part::Kind kind, const Component& component) {
        Part part;
        part.kind = kind;
        const std::string& name = component.tag.name;
        if (kind == Part::Kind::Partial || name.find('.') == std::string::npos)
            part.name = {name};
        else if (name != ".")
            part.name = engine::split(name, '.');
        part.inside = Parser::parts(component.children);
        parts.push_back(std::move(part));
    }
};

/// Fills one template. A line that holds nothing but the tags of sections does not come out.
class Mustache::Filler {
public:
    Filler(const Json& data, std::string& room)
        : m_around{&data}
        , m_text(room) {
        m_text.clear();
    }

    tl::expected<std::string, std::string> result(const std::vector<Part>& parts) {
        fill(parts);
        if (!m_problem.empty()) return tl::unexpected(m_problem);
        if (isLineOfTags()) m_text.resize(m_line);
        return m_text;
    }

private:
    void fill(const std::vector<Part>& parts) {
        for (const Part& part : parts) {
            if (!m_problem.empty()) return;
            fill(part);
        }
    }

    void fill(const Part& part) {
        if (part.kind == Part::Kind::Text) return text(part);
        const Json* value = find(part.name);
        switch (part.kind) {
        case Part::Kind::Value:
            if (value) append(*value);
            break;
        case Part::Kind::Partial:
            if (value) partial(*value);
            break;
        case Part::Kind::Section:
            if (!value || isLeftOut(*value)) break;
            if (value->is_array())
                for (const Json& each : *value)
                    within(part, &each);
            else
                within(part, value);
            break;
        default:
            if (!value || isLeftOut(*value)) within(part, value);
        }
    }

    void text(const Part& part) {
        if (part.firstLine == 0) {
            m_text += part.text;
            return;
        }
        m_text.append(part.text, 0, part.firstBreak);
        if (isLineOfTags())
            m_text.resize(m_line);
        else
            m_text.append(part.text, part.firstBreak, part.firstLine - part.firstBreak);
        m_text.append(part.text, part.firstLine);
        m_line = m_text.size() - (part.text.size() - part.lastLine);
        m_tagged = false;
    }

    /// What is in a section, with what its names stand for there.
    void within(const Part& part, const Json* value) {
        m_tagged = true;
        if (value) m_around.push_back(value);
        fill(part.inside);
        if (value) m_around.pop_back();
        m_tagged = true;
    }

    void append(const Json& value) {
        if (const auto* text = value.get_ptr<const std::string*>())
            m_text += *text;
        else if (value.is_number() || value.is_null())
            m_text += value.dump();
    }

    void partial(const Json& value) {
        const auto* text = value.get_ptr<const std::string*>();
        if (!text) return append(value);
        const auto parsed = parse(*text);
        if (parsed)
            fill(parsed->m_parts);
        else
            m_problem = parsed.error();
    }

    /// What a name stands for: looked for from the inside to the outside.
    const Json* find(const std::vector<std::string>& name) const {
        if (name.empty()) return m_around.back();
        for (auto around = m_around.rbegin(); around != m_around.rend(); ++around) {
            const Json* value = *around;
            for (auto step = name.begin(); value && step != name.end(); ++step)
                value = entry(*value, *step);
            if (value) return value;
        }
        return nullptr;
    }

    bool isLineOfTags() const {
        return m_tagged && m_text.find_first_not_of(" \t", m_line) == std::string::npos;
    }

    std::vector<const Json*> m_around;
    std::string& m_text;
    std::size_t m_line = 0; ///< where the last line begins
    bool m_tagged = false;  ///< a section began or ended in it
    std::string m_problem;
};

tl::expected<Mustache, std::string> Mustache::parse(const std::string& text) {
    engine::context<std::string> nothing;
    engine::context_internal<std::string> context(nothing);
    engine::component<std::string> root;
    std::string problem;
    try {
        const engine::parser<std::string> parser(text, context, root, problem);
    } catch (const std::exception& thrown) {
        problem = thrown.what();
    }
    if (!problem.empty()) return tl::unexpected(problem);
    Mustache result;
    result.m_parts = Parser::parts(root.children);
    return result;
}

tl::expected<std::string, std::string> Mustache::fill(const Json& data, std::string& room) const {
    return Filler(data, room).result(m_parts);
}

} // namespace factline::generate
