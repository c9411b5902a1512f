// SPDX-License-Identifier: Apache-2.0
#include "generate/document_text.h"

#include <algorithm>
#include <string_view>

namespace factline::generate {

namespace {

using Json = nlohmann::ordered_json;

bool standsForItself(char c) {
    return c >= ' ' && c != '"' && c != '\\'; // beyond ASCII it is negative
}

std::string dumped(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class Writer {
public:
    explicit Writer(std::string& text)
        : m_text(text) {}

    void write(const Json& value) {
        if (const auto* object = value.get_ptr<const Json::object_t*>())
            list(*object, '{', '}', [&](const auto& member) {
                write(member.first);
                m_text += ": ";
                write(member.second);
            });
        else if (const auto* array = value.get_ptr<const Json::array_t*>())
            list(*array, '[', ']', [&](const Json& each) { write(each); });
        else if (const auto* text = value.get_ptr<const std::string*>())
            write(*text);
        else
            m_text += dumped(value);
    }

private:
    void write(const std::string& text) {
        if (std::ranges::all_of(text, standsForItself))
            ((m_text += '"') += text) += '"';
        else
            m_text += dumped(text);
    }

    template<typename List, typename Each>
    void list(const List& list, char open, char close, const Each& each) {
        m_text += open;
        m_depth += 2;
        bool first = true;
        for (const auto& entry : list) {
            m_text += first ? "\n" : ",\n";
            m_text.append(m_depth, ' ');
            each(entry);
            first = false;
        }
        m_depth -= 2;
        if (!first) (m_text += '\n').append(m_depth, ' ');
        m_text += close;
    }

    std::string& m_text;
    std::size_t m_depth = 0; ///< blanks in front of a line
};

} // namespace

std::string documentText(const Json& document) {
    std::string text;
    Writer(text).write(document);
    return text;
}

} // namespace factline::generate
