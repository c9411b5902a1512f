// SPDX-License-Identifier: Apache-2.0
#include "verification/schema.h"

#include <algorithm>
#include <fmt/format.h>

namespace factline::verification {

namespace {

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isWordCharacter(char c) {
    return (upper(c) >= 'A' && upper(c) <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Where a quoted text that begins at `at` ends: behind its last mark. A doubled mark stands for itself.
std::size_t endOfQuoted(std::string_view sql, std::size_t at) {
    const char mark = sql[at];
    for (std::size_t i = at + 1; i < sql.size(); ++i)
        if (sql[i] == mark) {
            if (i + 1 < sql.size() && sql[i + 1] == mark)
                ++i;
            else
                return i + 1;
        }
    return sql.size();
}

/// One word, mark or quoted text of a statement.
struct Token {
    std::string text; ///< a name without its quotes
    std::size_t at = 0, end = 0;
    bool isWord = false; ///< not quoted
    bool is(std::string_view word) const {
        return isWord && std::ranges::equal(text, word, {}, upper, upper);
    }
    bool isMark(char c) const { return !isWord && text.size() == 1 && text[0] == c; }
};

/// The tokens of SQL, comments and the bodies of functions left away.
std::vector<Token> tokensOf(std::string_view sql) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < sql.size();) {
        const char c = sql[at];
        if (sql.substr(at, 2) == "--") {
            at = std::min(sql.find('\n', at), sql.size());
        } else if (sql.substr(at, 2) == "$$") {
            const auto end = sql.find("$$", at + 2);
            at = end == std::string_view::npos ? sql.size() : end + 2;
        } else if (c == '\'' || c == '"' || c == '`') {
            const std::size_t end = endOfQuoted(sql, at);
            // A text is no name, whatever it says.
            std::string text = c == '\'' ? std::string() : std::string(sql.substr(at + 1, end - at - 2));
            tokens.push_back({std::move(text), at, end, false});
            at = end;
        } else if (isWordCharacter(c)) {
            std::size_t end = at;
            while (end < sql.size() && isWordCharacter(sql[end]))
                ++end;
            tokens.push_back({std::string(sql.substr(at, end - at)), at, end, true});
            at = end;
        } else {
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r') tokens.push_back({{c}, at, at + 1, false});
            ++at;
        }
    }
    return tokens;
}

/// Goes through the tokens of some SQL, statement by statement.
class Reader {
public:
    explicit Reader(std::string_view sql)
        : m_sql(sql)
        , m_tokens(tokensOf(sql)) {}

    Schema read() {
        while (m_next < m_tokens.size()) {
            statement();
            while (m_next < m_tokens.size() && !m_tokens[m_next].isMark(';'))
                ++m_next;
            ++m_next;
        }
        return std::move(m_schema);
    }

private:
    bool take(std::string_view word) {
        if (m_next >= m_tokens.size() || !m_tokens[m_next].is(word)) return false;
        ++m_next;
        return true;
    }
    std::string name() { return m_next < m_tokens.size() ? m_tokens[m_next++].text : std::string(); }
    void passOver(std::initializer_list<std::string_view> words) {
        for (const auto word : words)
            if (!take(word)) return;
    }

    void statement() {
        if (take("CREATE")) {
            passOver({"OR", "REPLACE"});
            take("UNIQUE");
            if (take("TABLE")) {
                passOver({"IF", "NOT", "EXISTS"});
                table(name());
            } else if (take("INDEX")) {
                passOver({"IF", "NOT", "EXISTS"});
                m_schema.indexes.insert(name());
            } else if (take("TRIGGER")) {
                passOver({"IF", "NOT", "EXISTS"});
                m_schema.checks.insert(name());
            } else if (take("VIEW") && name() == "outbox_route") {
                routes();
            }
        } else if (take("ALTER") && take("TABLE")) {
            name();
            if (take("ADD") && take("CONSTRAINT")) m_schema.checks.insert(name());
        } else if (take("INSERT") && take("INTO")) {
            if (const std::string into = name(); into == "outbox_route" || into == "outbox_declared")
                routes();
        }
    }

    /// The rows behind VALUES, up to the end of the statement or what is to be done with rows that are there.
    void routes() {
        while (m_next < m_tokens.size() && !m_tokens[m_next].isMark(';') && !m_tokens[m_next].is("VALUES"))
            ++m_next;
        if (!take("VALUES")) return;
        const std::size_t begin = m_next < m_tokens.size() ? m_tokens[m_next].at : m_sql.size();
        std::size_t end = begin;
        for (; m_next < m_tokens.size() && !m_tokens[m_next].isMark(';') && !m_tokens[m_next].is("ON");
             ++m_next)
            end = m_tokens[m_next].end;
        m_schema.routes = m_sql.substr(begin, end - begin);
    }

    /// The parts between the parentheses of a table; what stands deeper is no column.
    void table(const std::string& called) {
        if (m_next >= m_tokens.size() || !m_tokens[m_next].isMark('(')) return;
        Table& table = m_schema.tables[called];
        int depth = 0;
        bool begins = false;
        for (; m_next < m_tokens.size(); ++m_next) {
            const Token& token = m_tokens[m_next];
            if (token.isMark('(')) {
                begins = ++depth == 1;
                continue;
            }
            if (token.isMark(')')) {
                if (--depth == 0) return;
                continue;
            }
            if (depth != 1) continue;
            if (token.isMark(',')) {
                begins = true;
                continue;
            }
            const bool isConstraint = token.is("CHECK") || token.is("UNIQUE") || token.is("PRIMARY") ||
                                      token.is("CONSTRAINT") || token.is("FOREIGN");
            if (token.is("CHECK"))
                ++table.checks;
            else if (token.is("UNIQUE") || token.is("PRIMARY"))
                ++table.uniques;
            if (begins && !isConstraint) table.columns.push_back(token.text);
            begins = false;
        }
    }

    std::string_view m_sql;
    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
    Schema m_schema;
};

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

void compareTables(const std::string& name, const Table& expected, const Table& found,
                   std::vector<std::string>& result) {
    for (const std::string& column : expected.columns)
        if (!has(found.columns, column))
            result.push_back(fmt::format("The column {}.{} is missing.", name, column));
    for (const std::string& column : found.columns)
        if (!has(expected.columns, column))
            result.push_back(fmt::format("The column {}.{} is not in the contract.", name, column));
    if (found.checks < expected.checks)
        result.push_back(
            fmt::format("The table {} has {} of its {} checks.", name, found.checks, expected.checks));
    if (found.uniques < expected.uniques)
        result.push_back(
            fmt::format("The table {} has {} of its {} unique keys.", name, found.uniques, expected.uniques));
}

} // namespace

Schema parseSchema(std::string_view sql) {
    return Reader(sql).read();
}

void merge(Schema& into, Schema from) {
    into.tables.merge(from.tables);
    into.indexes.merge(from.indexes);
    into.checks.merge(from.checks);
    if (!from.routes.empty()) into.routes = std::move(from.routes);
}

std::vector<std::string> deviations(const Schema& expected, const Schema& found) {
    std::vector<std::string> result;
    for (const auto& [name, table] : expected.tables) {
        const auto there = found.tables.find(name);
        if (there == found.tables.end())
            result.push_back(fmt::format("The table {} is missing.", name));
        else
            compareTables(name, table, there->second, result);
    }
    for (const std::string& index : expected.indexes)
        if (!found.indexes.contains(index)) result.push_back(fmt::format("The index {} is missing.", index));
    for (const std::string& check : expected.checks)
        if (!found.checks.contains(check)) result.push_back(fmt::format("The check {} is missing.", check));
    return result;
}

} // namespace factline::verification
