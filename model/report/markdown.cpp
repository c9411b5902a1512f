// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fmt/format.h>

#include "report/formats.h"

namespace factline::report {

namespace {

/// Text that Markdown is to take as it stands.
std::string literal(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>|~&#$@").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

/// A name as code, whatever marks it holds. In a table a bar would begin a cell, in code as well.
std::string asCode(std::string_view text) {
    std::size_t longest = 0;
    std::size_t run = 0;
    std::string inside;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
        if (c == '|') inside += '\\';
        inside += c;
    }
    if (text.empty()) return {};
    const std::string fence(longest + 1, '`');
    const std::string_view gap = text.front() == '`' || text.back() == '`' ? " " : "";
    return fmt::format("{}{}{}{}{}", fence, gap, inside, gap, fence);
}

std::string_view markOf(Tone tone) {
    switch (tone) {
    case Tone::Strong:
    case Tone::Good:
    case Tone::Fair:
    case Tone::Bad:
        return "**";
    case Tone::Plain:
    case Tone::Quiet:
    case Tone::Name:
        break;
    }
    return "";
}

/// A line with its marks; blanks at its ends stay outside of them, or Markdown would not see them.
std::string marked(const std::string& line, Tone tone) {
    if (tone == Tone::Name) return asCode(line);
    const auto first = line.find_first_not_of(' ');
    const std::string_view mark = markOf(tone);
    if (first == std::string::npos || mark.empty()) return literal(line);
    const auto last = line.find_last_not_of(' ') + 1;
    return fmt::format("{}{}{}{}{}", line.substr(0, first), mark, literal(line.substr(first, last - first)),
                       mark, line.substr(last));
}

std::string toMarkdown(const Text& text) {
    std::string out;
    for (const Span& span : text) {
        bool first = true;
        for (const std::string& line : visibleLines(span.text)) {
            if (!first) out += "<br>";
            out += marked(line, span.tone);
            first = false;
        }
    }
    return out;
}

std::string plainMarkdown(const std::string& text) {
    return toMarkdown({{text, Tone::Plain}});
}

/// Writes one block after another; one function a kind.
class MarkdownWriter {
public:
    MarkdownWriter(std::string& out, std::string_view picture)
        : m_out(out)
        , m_picture(picture) {}

    void operator()(const Paragraph& block) { m_out += toMarkdown(block.text) + "\n\n"; }

    void operator()(const Bullets& block) {
        for (const Text& item : block.items)
            m_out += "- " + toMarkdown(item) + "\n";
        m_out += '\n';
    }

    void operator()(const Heading& block) {
        m_out += "### " + plainMarkdown(block.text) + "\n\n";
        if (!block.note.empty()) m_out += plainMarkdown(block.note) + "\n\n";
    }

    void operator()(const Tiles& block) {
        row(block.tiles, [](const Tile& tile) { return plainMarkdown(tile.label); });
        rule(block.tiles.size());
        row(block.tiles, [](const Tile& tile) { return "**" + plainMarkdown(tile.number) + "**"; });
        m_out += '\n';
    }

    void operator()(const Table& block) {
        row(block.columns, [](const Column& column) { return plainMarkdown(column.title); });
        rule(block.columns.size());
        for (const auto& cells : block.rows)
            row(cells, [](const Cell& cell) { return toMarkdown(cell.text); });
        m_out += '\n';
    }

    void operator()(const Sides& block) {
        const auto side = [&](const std::string& who, std::string_view does, const std::vector<Text>& lines) {
            m_out += fmt::format("- {} {}\n", asCode(who), does);
            for (const Text& line : lines)
                m_out += "  - " + toMarkdown(line) + "\n";
        };
        side(block.left, "says:", block.leftLines);
        side(block.right, "understands:", block.rightLines);
        m_out += "\n" + toMarkdown(block.verdict) + "\n\n";
    }

    void operator()(const MapPlace& block) {
        if (!m_picture.empty())
            m_out += fmt::format("![{}]({})\n\n", plainMarkdown(block.description), m_picture);
    }

private:
    template<typename Items, typename ToText>
    void row(const Items& items, ToText toText) {
        m_out += '|';
        for (const auto& item : items)
            m_out += " " + toText(item) + " |";
        m_out += '\n';
    }
    void rule(std::size_t columns) {
        m_out += '|';
        for (std::size_t i = 0; i < columns; ++i)
            m_out += "---|";
        m_out += '\n';
    }

    std::string& m_out;
    std::string_view m_picture;
};

} // namespace

std::string renderMarkdown(const Document& document, std::string_view picture) {
    std::string out = fmt::format("# {}\n\n", plainMarkdown(document.title));
    if (!document.subtitle.empty()) out += plainMarkdown(document.subtitle) + "\n\n";
    out += fmt::format("Review of version {}, {}.", plainMarkdown(document.version),
                       plainMarkdown(document.date));
    if (!document.basis.empty()) out += fmt::format(" It is {}.", plainMarkdown(document.basis));
    out += "\n\n";
    for (const Section& section : document.sections) {
        out += fmt::format("## {}\n\n", plainMarkdown(section.title));
        for (const Block& block : section.blocks)
            std::visit(MarkdownWriter(out, picture), block);
    }
    out.pop_back();
    return out;
}

} // namespace factline::report
