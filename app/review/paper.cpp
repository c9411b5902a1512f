// SPDX-License-Identifier: Apache-2.0
#include "review/paper.h"

#include <array>
#include <fmt/format.h>

#include "report/formats.h"

namespace factline::review {

using namespace report;

namespace {

constexpr std::array<std::string_view, 5> series{"#4f6fe0", "#128a9e", "#8a5bd6", "#6e7684", "#c2559b"};

std::string_view fillOf(Tone tone) {
    switch (tone) {
    case Tone::Good:
        return "#e1f1fa";
    case Tone::Fair:
        return "#fff0dc";
    case Tone::Bad:
        return "#fce4ea";
    default:
        return "#f6f7f9";
    }
}

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
    return "plain";
}

/// Text for HTML, in which a hyphen beside a digit or before > stands for itself: some fonts draw these by a
/// glyph of their own, which cannot be selected as what it is. A style of its own keeps it apart.
std::string apart(std::string_view line) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto isDigit = [&](std::size_t at) {
            return at < line.size() && line[at] >= '0' && line[at] <= '9';
        };
        const bool isJoint =
            line[i] == '-' && (isDigit(i + 1) || (i > 0 && isDigit(i - 1)) || line.substr(i + 1, 1) == ">");
        out += isJoint ? "<span class=\"joint\">-</span>" : escaped(line.substr(i, 1));
    }
    return out;
}

std::string inlineText(const Text& text) {
    std::string out;
    for (const Span& span : text) {
        std::string inside;
        bool first = true;
        for (const std::string& line : visibleLines(span.text)) {
            if (!first) inside += "<br>";
            inside += apart(line);
            first = false;
        }
        if (!inside.empty()) out += fmt::format("<span class=\"{}\">{}</span>", classOf(span.tone), inside);
    }
    return out;
}

std::string flat(const std::string& text) {
    return inlineText({{text, Tone::Plain}});
}

std::string barOf(const std::vector<Part>& parts) {
    if (parts.empty()) return {};
    std::string cells;
    double left = 1;
    const auto cell = [&](double share, std::string_view colour) {
        cells += fmt::format("<td width=\"{:.0f}%\" bgcolor=\"{}\" style=\"font-size:4px\">&nbsp;</td>",
                             share * 100, colour);
        left -= share;
    };
    for (const Part& part : parts)
        if (part.share >= 0.01) cell(part.share, series.at(static_cast<std::size_t>(part.colour)));
    if (left > 0.01) cell(left, "#eceef2");
    return "<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"margin-top:3px\"><tr>" + cells +
           "</tr></table>";
}

/// Writes one block after another; one function a kind.
class Writer {
public:
    explicit Writer(std::string& out)
        : m_out(out) {}

    void operator()(const Paragraph& block) { m_out += "<p>" + inlineText(block.text) + "</p>"; }

    void operator()(const Bullets& block) {
        m_out += "<ul>";
        for (const Text& item : block.items)
            m_out += "<li>" + inlineText(item) + "</li>";
        m_out += "</ul>";
    }

    void operator()(const Heading& block) {
        m_out += "<h3>" + flat(block.text);
        if (!block.note.empty()) m_out += "&nbsp; <span class=\"note\">" + flat(block.note) + "</span>";
        m_out += "</h3>";
    }

    void operator()(const Tiles& block) {
        m_out += "<table class=\"tiles\" width=\"100%\" cellspacing=\"6\" cellpadding=\"9\"><tr>";
        for (const Tile& tile : block.tiles)
            m_out +=
                fmt::format("<td width=\"{:.0f}%\" bgcolor=\"{}\"><span class=\"number {}\">{}</span><br>"
                            "<span class=\"small\">{}</span></td>",
                            100.0 / static_cast<double>(block.tiles.size()), fillOf(tile.tone),
                            classOf(tile.tone), escaped(tile.number), escaped(tile.label));
        m_out += "</tr></table>";
    }

    void operator()(const Table& block) {
        int whole = 0;
        for (const Column& column : block.columns)
            whole += column.width;
        m_out += "<table class=\"list\" width=\"100%\" cellspacing=\"0\" cellpadding=\"4\"><thead><tr>";
        for (const Column& column : block.columns)
            m_out += fmt::format("<td width=\"{:.0f}%\" class=\"head\">{}</td>", 100.0 * column.width / whole,
                                 flat(column.title));
        m_out += "</tr></thead>";
        for (const auto& cells : block.rows) {
            m_out += "<tr>";
            for (const Cell& cell : cells)
                m_out += "<td class=\"cell\">" + inlineText(cell.text) + barOf(cell.bar) + "</td>";
            m_out += "</tr>";
        }
        m_out += "</table>";
    }

    void operator()(const Sides& block) {
        const auto side = [&](const std::string& who, std::string_view does, const std::vector<Text>& lines) {
            m_out +=
                fmt::format("<td width=\"50%\" class=\"side\"><p class=\"who\">{} <span class=\"note\">{}"
                            "</span></p>",
                            inlineText({{who, Tone::Strong}}), does);
            for (const Text& line : lines)
                m_out += "<p class=\"line\">" + inlineText(line) + "</p>";
            m_out += "</td>";
        };
        m_out += "<table class=\"clash\" width=\"100%\" cellspacing=\"0\" cellpadding=\"8\"><tr>";
        side(block.left, "says", block.leftLines);
        side(block.right, "understands", block.rightLines);
        m_out += fmt::format("</tr><tr><td colspan=\"2\" bgcolor=\"{}\">{}</td></tr></table>",
                             fillOf(Tone::Bad), inlineText(block.verdict));
    }

    void operator()(const MapPlace& /*block*/) {} // has a page of its own

private:
    std::string& m_out;
};

} // namespace

QString paperStyle() {
    return QStringLiteral(R"(
body { color: #1a1c20; font-size: 13px; }
p { margin-top: 0; margin-bottom: 8px; }
li { margin-bottom: 5px; }
h1 { font-size: 34px; font-weight: 600; margin-top: 4px; margin-bottom: 8px; }
h2 { font-size: 21px; font-weight: 600; margin-top: 28px; margin-bottom: 8px; }
h3 { font-size: 15px; font-weight: 600; margin-top: 18px; margin-bottom: 5px; }
.kind { color: #3457d5; font-weight: 600; }
.subtitle { font-size: 16px; }
.note { color: #5b6270; font-size: 12px; font-weight: 400; }
.small { font-size: 12px; color: #3a3f49; }
.quiet { color: #5b6270; }
.strong { font-weight: 600; }
.joint { text-decoration: none; }
.name { font-weight: 500; }
.good { color: #0472ac; font-weight: 600; }
.fair { color: #a65a03; font-weight: 600; }
.bad { color: #a3123a; font-weight: 600; }
.number { font-size: 22px; font-weight: 600; }
.list { margin-top: 6px; margin-bottom: 10px; }
.list td { font-size: 11px; vertical-align: top; }
.head { color: #5b6270; font-weight: 600; border-bottom: 1px solid #1a1c20; vertical-align: bottom; }
.cell { border-bottom: 1px solid #e2e4e9; }
.tiles { margin-top: 6px; }
.clash { border: 1px solid #d5d8de; border-collapse: collapse; margin-top: 8px; margin-bottom: 12px; }
.line { margin-bottom: 4px; }
.who { margin-bottom: 6px; }
)");
}

QString paperTitle(const Document& document) {
    std::string out = "<p class=\"kind\">Review document</p><h1>" + flat(document.title) + "</h1>";
    if (!document.subtitle.empty()) out += "<p class=\"subtitle\">" + flat(document.subtitle) + "</p>";
    out += fmt::format("<p class=\"quiet\">Version {} of {}{}</p><hr>", flat(document.version),
                       flat(document.date), document.basis.empty() ? "" : ", " + flat(document.basis));
    return QString::fromStdString(out);
}

QString paperText(std::span<const Section> sections) {
    std::string out;
    for (const Section& section : sections) {
        out += "<h2>" + flat(section.title) + "</h2>";
        for (const Block& block : section.blocks)
            std::visit(Writer(out), block);
    }
    return QString::fromStdString(out);
}

} // namespace factline::review
