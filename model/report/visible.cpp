// SPDX-License-Identifier: Apache-2.0
#include "lint/report.h"
#include "report/formats.h"

namespace factline::report {

std::vector<std::string> visibleLines(const std::string& text) {
    std::string_view rest = text;
    if (const auto last = rest.find_last_not_of('\n'); last != std::string_view::npos)
        rest = rest.substr(0, last + 1); // a block of YAML ends in one
    std::vector<std::string> lines;
    while (true) {
        const auto end = rest.find('\n');
        lines.push_back(lint::onOneLine(std::string(rest.substr(0, end))));
        if (end == std::string_view::npos) return lines;
        rest.remove_prefix(end + 1);
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace factline::report
