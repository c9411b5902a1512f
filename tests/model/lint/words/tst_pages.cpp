// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <algorithm>
#include <fstream>
#include <sstream>

#include "lint/words/tokens.h"
#include "lint/words/verbs.h"
#include "lint/words/vocabulary.h"

using namespace factline::lint;

namespace {

/// The words of the paragraph in which the page of a rule says what it finds.
std::vector<std::string> whatItFinds(const std::string& rule) {
    std::ifstream file(FACTLINE_SOURCE_DIR "/resources/rules/" + rule + ".md");
    std::stringstream text;
    text << file.rdbuf();
    const std::string page = text.str();
    std::size_t begin = 0;
    for (int paragraph = 0; paragraph < 2; ++paragraph)
        begin = page.find("\n\n", begin) + 2;
    return wordsOf(page.substr(begin, page.find("\n\n", begin) - begin));
}

/// The word itself, its plural, or the past of the verb.
bool tells(const std::vector<std::string>& page, std::string_view word) {
    const std::string plural =
        word.ends_with('y') ? std::string(word.substr(0, word.size() - 1)) + "ies" : std::string(word);
    return std::ranges::any_of(page, [&](const auto& said) {
        return said.starts_with(word) || said == plural || baseForm(said) == word;
    });
}

} // namespace

/// Pages that list words list those of the program.
class PagesTest : public QObject {
    Q_OBJECT
private slots:
    void thePagesListTheWordsOfTheRules() {
        using List = std::span<const std::string_view>;
        for (const auto& [rule, list] :
             {std::pair<const char*, List>("crud-event-name", rowVerbs()),
              std::pair<const char*, List>("generic-change-event", vagueVerbs()),
              std::pair<const char*, List>("generic-change-event", vagueObjects()),
              std::pair<const char*, List>("technical-term-in-name", technicalTerms())}) {
            const auto page = whatItFinds(rule);
            for (const std::string_view word : list) {
                const bool british = word.ends_with("ise"); // "synchronise" is "synchronize"
                QVERIFY2(british || tells(page, word), (rule + (": " + std::string(word))).c_str());
            }
        }
    }

    /// What the page of technical-term-in-name lists between the colon and the full stop is no less than
    /// that.
    void noPageListsOtherWords() {
        auto page = whatItFinds("technical-term-in-name");
        const auto begin = std::ranges::find(page, "table"), end = std::ranges::find(page, "offset");
        QVERIFY(begin < end && end != page.end());
        for (auto word = begin; word <= end; ++word)
            QVERIFY2(isTechnical(*word), word->c_str());
    }
};

QTEST_APPLESS_MAIN(PagesTest)
#include "tst_pages.moc"
