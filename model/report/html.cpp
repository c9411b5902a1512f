// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/resources.h"
#include "report/formats.h"

namespace factline::report {

namespace {

std::string_view classOf(Tone tone) {
    switch (tone) {
    case Tone::Strong:
        return "strong";
    case Tone::Quiet:
        return "quiet";
    case Tone::Name:
        return "name";
    case Tone::Good:
        return "good";
    case Tone::Fair:
        return "fair";
    case Tone::Bad:
        return "bad";
    case Tone::Plain:
        break;
    }
    return "";
}

/// A name may break after a slash, a dot or an arrow, before anywhere else.
std::string breakable(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += escaped(std::string_view(&text[i], 1));
        if (text[i] == '/' || (text[i] == '.' && i + 1 < text.size())) out += "<wbr>";
    }
    return out;
}

std::string toHtml(const Text& text) {
    std::string out;
    for (const Span& span : text) {
        std::string inside;
        bool first = true;
        for (const std::string& line : visibleLines(span.text)) {
            if (!first) inside += "<br>";
            inside += span.tone == Tone::Name ? breakable(line) : escaped(line);
            first = false;
        }
        if (inside.empty()) continue;
        if (span.tone == Tone::Plain)
            out += inside;
        else if (span.tone == Tone::Name)
            out += "<bdi class=\"name\">" + inside + "</bdi>";
        else
            out += fmt::format("<span class=\"{}\">{}</span>", classOf(span.tone), inside);
    }
    return out;
}

std::string plainHtml(const std::string& text) {
    return toHtml({{text, Tone::Plain}});
}

std::string barOf(const std::vector<Part>& parts) {
    if (parts.empty()) return {};
    std::string out = "<div class=\"bar\" aria-hidden=\"true\">";
    for (const Part& part : parts)
        out += fmt::format("<i class=\"s{}\" style=\"width:{:.1f}%\"></i>", part.colour, part.share * 100);
    return out + "</div>";
}

/// Writes one block after another; one function a kind.
class HtmlWriter {
public:
    HtmlWriter(std::string& out, std::string_view svg)
        : m_out(out)
        , m_svg(svg) {}

    void operator()(const Paragraph& block) { m_out += "<p>" + toHtml(block.text) + "</p>\n"; }

    void operator()(const Bullets& block) {
        m_out += "<ul>\n";
        for (const Text& item : block.items)
            m_out += "<li>" + toHtml(item) + "</li>\n";
        m_out += "</ul>\n";
    }

    void operator()(const Heading& block) {
        m_out += "<h3>" + plainHtml(block.text);
        if (!block.note.empty()) m_out += " <small>" + plainHtml(block.note) + "</small>";
        m_out += "</h3>\n";
    }

    void operator()(const Tiles& block) {
        m_out += "<div class=\"tiles\">\n";
        for (const Tile& tile : block.tiles)
            m_out += fmt::format("<div class=\"tile {}\"><b>{}</b> <span>{}</span></div>\n",
                                 classOf(tile.tone), plainHtml(tile.number), plainHtml(tile.label));
        m_out += "</div>\n";
    }

    void operator()(const Table& block) {
        int whole = 0;
        for (const Column& column : block.columns)
            whole += column.width;
        m_out += "<table>\n<colgroup>";
        for (const Column& column : block.columns)
            m_out += fmt::format("<col style=\"width:{:.1f}%\">", 100.0 * column.width / whole);
        m_out += "</colgroup>\n<thead><tr>";
        for (const Column& column : block.columns)
            m_out += "<th scope=\"col\">" + plainHtml(column.title) + "</th>";
        m_out += "</tr></thead>\n<tbody>\n";
        for (const auto& cells : block.rows) {
            m_out += "<tr>";
            for (const Cell& cell : cells)
                m_out += "<td>" + toHtml(cell.text) + barOf(cell.bar) + "</td>";
            m_out += "</tr>\n";
        }
        m_out += "</tbody>\n</table>\n";
    }

    void operator()(const Sides& block) {
        const auto side = [&](const std::string& who, std::string_view does, const std::vector<Text>& lines) {
            m_out += fmt::format("<div class=\"side\"><h4>{} <small>{}</small></h4>\n",
                                 toHtml({{who, Tone::Name}}), does);
            for (const Text& line : lines)
                m_out += "<p>" + toHtml(line) + "</p>\n";
            m_out += "</div>\n";
        };
        m_out += "<div class=\"clash\">\n<div class=\"sides\">\n";
        side(block.left, "says", block.leftLines);
        side(block.right, "understands", block.rightLines);
        m_out += "</div>\n<p class=\"verdict\">" + toHtml(block.verdict) + "</p>\n</div>\n";
    }

    void operator()(const MapPlace& block) {
        const auto begin = m_svg.find("<svg");
        if (begin == std::string_view::npos) return;
        m_out += fmt::format("<figure role=\"img\" aria-label=\"{}\">\n", escaped(block.description));
        m_out += m_svg.substr(begin);
        m_out += "\n</figure>\n";
    }

private:
    std::string& m_out;
    std::string_view m_svg;
};

} // namespace

std::string renderHtml(const Document& document, std::string_view svg) {
    const std::string title = plainHtml(document.title);
    std::string out =
        fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta name=\"generator\" content=\"Factline\">\n<title>{} – review</title>\n<style>\n{}"
                    "</style>\n</head>\n<body>\n",
                    title, findResource("report/review.css").value_or(""));
    out += fmt::format("<header>\n<p class=\"kind\">Review document</p>\n<h1>{}</h1>\n", title);
    if (!document.subtitle.empty())
        out += fmt::format("<p class=\"subtitle\">{}</p>\n", plainHtml(document.subtitle));
    out += fmt::format("<p class=\"state\">Version <b>{}</b> of {}{}</p>\n</header>\n",
                       plainHtml(document.version), plainHtml(document.date),
                       document.basis.empty() ? std::string() : ", " + plainHtml(document.basis));
    if (document.sections.size() > 2) {
        out += "<nav aria-label=\"Contents\">\n<ol>\n";
        for (const Section& section : document.sections)
            out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", escaped(section.id),
                               plainHtml(section.title));
        out += "</ol>\n</nav>\n";
    }
    out += "<main>\n";
    for (const Section& section : document.sections) {
        out +=
            fmt::format("<section id=\"{}\">\n<h2>{}</h2>\n", escaped(section.id), plainHtml(section.title));
        for (const Block& block : section.blocks)
            std::visit(HtmlWriter(out, svg), block);
        out += "</section>\n";
    }
    return out + "</main>\n</body>\n</html>\n";
}

} // namespace factline::report
