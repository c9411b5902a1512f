// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "verification/schema.h"
#include "verification/sql_tokens.h"

namespace factline::verification {

namespace {

constexpr std::string_view comparisons[] = {"=", "<>", "!=", "<", "<=", ">", ">="};

/// The words that end the type of a column.
constexpr std::string_view behindType[] = {"NOT",     "NULL",       "DEFAULT",      "CHECK",
                                           "UNIQUE",  "PRIMARY",    "GENERATED",    "REFERENCES",
                                           "COLLATE", "CONSTRAINT", "AUTOINCREMENT"};

bool isOneOf(const Token& token, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return token.is(word); });
}

std::string small(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

std::string inOneLine(std::string_view text) {
    std::string line;
    for (const char c : text)
        if (const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r'; !blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    return line;
}

/// What PostgreSQL calls a type that has a shorter name.
std::string canonical(std::string type) {
    if (type == "timestamptz") return "timestamp with time zone";
    if (type == "timestamp") return "timestamp without time zone";
    return type;
}

/// Goes through the tokens of some SQL, statement by statement.
class Reader {
public:
    explicit Reader(std::string_view sql)
        : m_sql(sql)
        , m_tokens(tokensOf(sql)) {}

    Schema read() {
        while (!ended()) {
            statement();
            while (!ended() && !here().isMark(";"))
                ++m_next;
            ++m_next;
        }
        return std::move(m_schema);
    }

private:
    bool ended() const { return m_next >= m_tokens.size(); }
    const Token& here() const { return m_tokens[m_next]; }
    bool take(std::string_view word) {
        if (ended() || !here().is(word)) return false;
        ++m_next;
        return true;
    }
    std::string name() { return ended() ? std::string() : m_tokens[m_next++].text; }
    /// The last part of a name with its schema.
    std::string lastName() {
        std::string last = name();
        while (!ended() && here().isMark(".")) {
            ++m_next;
            last = name();
        }
        return last;
    }
    void passOver(std::initializer_list<std::string_view> words) {
        for (const auto word : words)
            if (!take(word)) return;
    }

    void statement() {
        if (take("CREATE")) {
            passOver({"OR", "REPLACE"});
            const bool unique = take("UNIQUE");
            if (take("TABLE")) {
                passOver({"IF", "NOT", "EXISTS"});
                table(lastName());
            } else if (take("INDEX")) {
                passOver({"IF", "NOT", "EXISTS"});
                index(name(), unique);
            } else if (take("TRIGGER")) {
                passOver({"IF", "NOT", "EXISTS"});
                trigger(name());
            } else if (take("VIEW") && name() == "outbox_route") {
                routes();
            }
        } else if (take("ALTER") && take("TABLE")) {
            const std::string called = lastName();
            if (!take("ADD")) return;
            if (take("COLUMN")) {
                passOver({"IF", "NOT", "EXISTS"});
                part(called, m_schema.tables[called]);
            } else if (take("CONSTRAINT")) {
                const std::string check = name();
                if (take("CHECK")) m_schema.checks[check] = {called, inParentheses()};
            }
        } else if (take("INSERT") && take("INTO")) {
            if (const std::string into = name(); into == "outbox_route" || into == "outbox_declared")
                routes();
        }
    }

    /// The rows behind VALUES, up to the end of the statement or what is to be done with rows that are there.
    void routes() {
        while (!ended() && !here().isMark(";") && !here().is("VALUES"))
            ++m_next;
        if (!take("VALUES")) return;
        const std::size_t begin = ended() ? m_sql.size() : here().at;
        std::size_t end = begin;
        for (; !ended() && !here().isMark(";") && !here().is("ON"); ++m_next)
            end = here().end;
        m_schema.routes = m_sql.substr(begin, end - begin);
    }

    void index(const std::string& called, bool unique) {
        if (!take("ON")) return;
        const std::string on = lastName();
        const std::size_t begin = m_next;
        while (!ended() && !here().isMark(";"))
            ++m_next;
        const Condition what = condition(begin, m_next);
        m_schema.indexes[called] = {on, what};
        const bool isPartial = std::any_of(m_tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                                           m_tokens.begin() + static_cast<std::ptrdiff_t>(m_next),
                                           [](const Token& token) { return token.is("WHERE"); });
        if (!unique || isPartial) return;
        m_next = begin;
        while (!ended() && !here().isMark("("))
            ++m_next;
        m_schema.tables[on].keys.insert(columnsInParentheses());
    }

    /// Of a trigger counts when it fires, and the function that it calls where it has no body.
    void trigger(const std::string& called) {
        const std::size_t begin = m_next;
        std::string on;
        while (!ended() && !here().is("BEGIN") && !here().isMark(";"))
            if (const bool isTable = take("ON"); isTable)
                on = lastName();
            else
                ++m_next;
        m_schema.checks[called] = {on, condition(begin, m_next)};
    }

    /// The parts between the parentheses of a table; what stands deeper is no column.
    void table(const std::string& called) {
        if (ended() || !here().isMark("(")) return;
        Table& table = m_schema.tables[called];
        do {
            ++m_next;
            part(called, table);
        } while (!ended() && here().isMark(","));
    }

    /// One column or constraint of a table, up to the comma or parenthesis behind it.
    void part(const std::string& called, Table& table) {
        const bool isColumn =
            !ended() && !isOneOf(here(), {"CHECK", "UNIQUE", "PRIMARY", "CONSTRAINT", "FOREIGN"});
        if (isColumn) {
            Column column{.name = name()};
            column.type = type();
            table.columns.push_back(std::move(column));
        }
        std::string constraint;
        while (!ended() && !here().isMark(",") && !here().isMark(")") && !here().isMark(";")) {
            if (take("CONSTRAINT")) {
                constraint = name();
            } else if (take("CHECK")) {
                table.checks.push_back(inParentheses());
                if (!constraint.empty()) m_schema.checks[constraint] = {called, table.checks.back()};
            } else if (take("NOT")) {
                if (take("NULL") && isColumn) table.columns.back().isNeeded = true;
            } else if (take("UNIQUE") || take("PRIMARY")) {
                take("KEY");
                if (!isColumn || (!ended() && here().isMark("(")))
                    table.keys.insert(columnsInParentheses());
                else
                    table.keys.insert({table.columns.back().name});
            } else {
                skip();
            }
        }
    }

    std::string type() {
        std::string text;
        while (!ended() && here().isName() &&
               std::ranges::none_of(behindType, [&](auto word) { return here().is(word); }))
            text += (text.empty() ? "" : " ") + small(name());
        return canonical(text);
    }

    /// Past one token, or past all between two parentheses.
    void skip() {
        int depth = 0;
        do {
            depth += here().isMark("(") ? 1 : here().isMark(")") ? -1 : 0;
            ++m_next;
        } while (depth > 0 && !ended());
    }

    std::vector<std::string> columnsInParentheses() {
        const std::size_t begin = m_next;
        if (!ended()) skip();
        std::vector<std::string> names = condition(begin, m_next).names;
        std::ranges::sort(names);
        return names;
    }

    Condition inParentheses() {
        const std::size_t begin = m_next;
        if (!ended()) skip();
        return condition(begin, m_next);
    }

    Condition condition(std::size_t begin, std::size_t end) const {
        Condition result;
        if (begin < end)
            result.text =
                inOneLine(m_sql.substr(m_tokens[begin].at, m_tokens[end - 1].end - m_tokens[begin].at));
        for (std::size_t i = begin; i < end; ++i) {
            const Token& token = m_tokens[i];
            if (token.is("BETWEEN"))
                result.comparisons.insert({">=", "<="});
            else if (token.is("IN"))
                result.comparisons.insert("=");
            else if (token.is("NOT"))
                ++result.negations;
            else if (token.kind == Token::Kind::Text)
                result.values.push_back('\'' + token.text);
            else if (token.isNumber())
                result.values.push_back(token.text);
            else if (token.isName())
                result.names.push_back(token.text);
            else if (std::ranges::find(comparisons, token.text) != std::end(comparisons))
                result.comparisons.insert(token.text == "!=" ? "<>" : token.text);
        }
        std::ranges::sort(result.values);
        return result;
    }

    std::string_view m_sql;
    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
    Schema m_schema;
};

} // namespace

Schema parseSchema(std::string_view sql) {
    return Reader(sql).read();
}

} // namespace factline::verification
