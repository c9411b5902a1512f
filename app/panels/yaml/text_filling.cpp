// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/text_filling.h"

#include <algorithm>

#include <QElapsedTimer>
#include <QTextCursor>
#include <QTextDocument>

#include "viewmodels/line_diff.h"
#include "viewmodels/text.h"

namespace factline::panels {

namespace {

constexpr std::size_t piece = 8'000; ///< bytes
constexpr int turn = 8;              ///< milliseconds before the window may do something else

/// Where a piece from there on ends: after a line, because only there nothing is cut in two.
std::size_t endOf(const std::string& text, std::size_t from) {
    if (text.size() - from <= piece) return text.size();
    const auto end = text.find('\n', from + piece);
    return end == std::string::npos ? text.size() : end + 1;
}

} // namespace

TextFilling::TextFilling(QTextDocument& document, QObject* parent)
    : QObject(parent)
    , m_document(document) {
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &TextFilling::addPiece);
}

void TextFilling::start(const Shared<std::string>& text) {
    m_document.clear();
    m_text = text;
    m_lines = 1 + static_cast<int>(std::ranges::count(*text, '\n'));
    m_at = 0;
    m_timer.start();
}

void TextFilling::stop() {
    m_timer.stop();
    m_text = {};
    m_lines = 0;
}

void TextFilling::addPiece() {
    QElapsedTimer clock;
    clock.start();
    QTextCursor end(&m_document);
    end.movePosition(QTextCursor::End);
    while (m_at < m_text->size() && clock.elapsed() < turn) {
        const std::size_t until = endOf(*m_text, m_at);
        QString lines;
        const char* between = "";
        for (const auto line : viewmodels::linesOf(std::string_view(*m_text).substr(m_at, until - m_at))) {
            lines += QLatin1String(between) + viewmodels::toQString(line);
            between = "\n";
        }
        end.insertText(lines);
        m_at = until;
    }
    if (m_at == m_text->size()) stop();
    emit added();
}

} // namespace factline::panels
