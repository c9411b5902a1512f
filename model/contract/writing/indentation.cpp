// SPDX-License-Identifier: Apache-2.0
#include "contract/writing/indentation.h"

#include <algorithm>
#include <map>
#include <optional>

#include "contract/writing/page.h"

namespace factline::contract {

namespace {

constexpr std::size_t step = 2;

/// A column of the file and where it goes.
struct Column {
    std::size_t old = 0;
    std::size_t now = 0;
};

/// What is to be done with one line: keys and dashes that it begins with, or the text it goes on with.
struct Line {
    std::vector<Column> columns; ///< the first is the line's indentation; more after dashes
    bool continues = false;      ///< inside a text or brackets that began above
    bool text = false;           ///< inside a text: blanks and blank lines count
    Column shift;                ///< for a line that continues
};

/// Gives every line of a file its new indentation.
class Indentation {
public:
    explicit Indentation(const SyntaxTree& tree)
        : m_page(tree) {
        if (tree.root() != noNode) walk(tree.root(), 0);
    }

    std::string run() const {
        const std::string_view text = m_page.text();
        std::string out;
        std::vector<Column> open;
        bool blankBefore = true; // none at the beginning
        if (text.starts_with("\xEF\xBB\xBF")) out = text.substr(0, 3);
        for (auto at = static_cast<std::uint32_t>(out.size()); at < text.size(); at = m_page.lineEnd(at)) {
            const auto end = m_page.contentEnd(at);
            std::string_view content = text.substr(at, end - at);
            const auto found = m_lines.find(at);
            const Line line = found == m_lines.end() ? Line{} : found->second;
            if (!line.text) content = content.substr(0, content.find_last_not_of(" \t") + 1);
            if (content.empty() && !line.text) {
                if (!blankBefore) out += m_page.layout().lineBreak;
                blankBefore = true;
                continue;
            }
            blankBefore = false;
            for (const Column& column : line.columns) {
                std::erase_if(open, [&](const Column& c) { return c.old >= column.old; });
                open.push_back(column);
            }
            out += moved(content, line, at, open) + m_page.layout().lineBreak;
        }
        const std::string empty = m_page.layout().lineBreak + m_page.layout().lineBreak;
        while (out.ends_with(empty) && !endsInText())
            out.erase(out.size() - m_page.layout().lineBreak.size());
        return out;
    }

private:
    void walk(NodeIndex node, std::size_t column) {
        const SyntaxTree& tree = m_page.tree();
        const bool sequence = tree[node].kind == NodeKind::Sequence;
        if (tree[node].style != NodeStyle::Block || tree[node].first == noNode) return goesOn(node, {});
        for (const Location& member : m_page.members(0, node)) {
            const std::uint32_t start = m_page.start(member);
            const Column moves{m_page.column(start), column};
            m_lines[m_page.lineBegin(start)].columns.push_back(moves);
            const SyntaxNode& value = tree[member.value];
            if (sequence && value.kind != NodeKind::Null && value.style != NodeStyle::Block &&
                m_page.lineBegin(value.begin) == m_page.lineBegin(start))
                m_lines[m_page.lineBegin(start)].columns.push_back(
                    {m_page.column(value.begin), column + step});
            if (value.style == NodeStyle::Block && value.first != noNode)
                walk(member.value, column + step);
            else
                goesOn(member.value, moves);
            if (!sequence) goesOn(member.key, moves);
        }
    }

    /// Marks the lines that a text or brackets go on with.
    void goesOn(NodeIndex node, const Column& moves) {
        const SyntaxTree& tree = m_page.tree();
        const std::uint32_t end = tree.end(node);
        std::uint32_t at = m_page.lineEnd(tree[node].begin);
        if (tree[node].begin > 0 && m_page.startsLine(tree[node].begin) &&
            !m_lines.contains(m_page.lineBegin(tree[node].begin)))
            at = m_page.lineBegin(tree[node].begin); // a value that begins below its key
        for (; at < end; at = m_page.lineEnd(at))
            m_lines[at] = {.continues = true, .text = tree[node].kind == NodeKind::Scalar, .shift = moves};
    }

    std::string moved(std::string_view content, const Line& line, std::uint32_t at,
                      const std::vector<Column>& open) const {
        const auto indent = std::min(content.find_first_not_of(' '), content.size());
        if (line.continues) {
            const std::size_t wanted = indent + line.shift.now;
            if (indent == content.size()) return std::string(content);
            return std::string(wanted > line.shift.old ? wanted - line.shift.old : 0, ' ')
                .append(content.substr(indent));
        }
        if (line.columns.empty())
            return std::string(content[indent] == '#' ? commentColumn(indent, at, open) : indent, ' ')
                .append(content.substr(indent));
        std::string out(line.columns.front().now, ' ');
        for (std::size_t i = 0; i < line.columns.size(); ++i) { // one blank after a dash
            const std::size_t from = line.columns[i].old;
            const std::size_t to = i + 1 < line.columns.size() ? line.columns[i + 1].old : content.size();
            std::string_view part = content.substr(from, to - from);
            if (i + 1 < line.columns.size()) part = part.substr(0, part.find_last_not_of(' ') + 1);
            (out += part) += i + 1 < line.columns.size() ? " " : "";
        }
        return out;
    }

    /// A comment goes with the entry below it that stands in its column, else with what is open above it.
    std::size_t commentColumn(std::size_t old, std::uint32_t at, const std::vector<Column>& open) const {
        const auto next = std::find_if(m_lines.upper_bound(at), m_lines.end(),
                                       [](const auto& line) { return !line.second.columns.empty(); });
        if (next != m_lines.end() && next->second.columns.front().old == old)
            return next->second.columns.front().now;
        std::optional<std::size_t> best;
        for (const Column& column : open) {
            if (column.old == old) return column.now;
            if (column.old < old) best = column.now + step;
        }
        if (next != m_lines.end() && next->second.columns.front().old <= old)
            best = std::max(best.value_or(0), next->second.columns.front().now);
        return best.value_or(0);
    }

    bool endsInText() const {
        return !m_lines.empty() && m_lines.rbegin()->second.text &&
               m_page.lineEnd(m_lines.rbegin()->first) >= m_page.text().size();
    }

    Page m_page;
    std::map<std::uint32_t, Line> m_lines; ///< by the offset of the line
};

} // namespace

std::string tidied(const SyntaxTree& tree) {
    return Indentation(tree).run();
}

} // namespace factline::contract
