// SPDX-License-Identifier: Apache-2.0
#include "contract/yaml.h"

#include <algorithm>
#include <istream>
#include <streambuf>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "contract/encoding.h"
#include "contract/syntax_builder.h"

namespace factline::contract {

namespace {

// Hands the text over piece by piece, and no further than allowed ahead of the events it has led to.
class GuardedText final : public std::streambuf {
public:
    GuardedText(std::string_view text, std::size_t offset, const SyntaxBuilder& builder)
        : m_text(text)
        , m_at(offset)
        , m_builder(builder) {}
    bool exceeded() const { return m_exceeded; }

protected:
    int_type underflow() override {
        if (m_at >= m_text.size()) return traits_type::eof();
        if (m_at > m_builder.reached() + maxLookahead) {
            m_exceeded = true;
            return traits_type::eof();
        }
        constexpr std::size_t piece = 16384;
        const std::size_t size = std::min(piece, m_text.size() - m_at);
        char* const begin = const_cast<char*>(m_text.data()) + m_at; // NOLINT: a stream that is only read
        setg(begin, begin, begin + size);
        m_at += size;
        return traits_type::to_int_type(*begin);
    }

private:
    std::string_view m_text;
    std::size_t m_at;
    const SyntaxBuilder& m_builder;
    bool m_exceeded = false;
};

// What the YAML library's words mean for the person who wrote the file.
Phrase explain(std::string_view message) {
    struct Explanation {
        std::string_view begins;
        Phrase::Words sentence;
    };
    static constexpr Explanation known[] = {
        {"illegal map value",
         Phrase::words("a colon stands where none can; quote the text it belongs to, or begin a new line")},
        {"illegal map key", Phrase::words("a key cannot stand here; begin a new line for it")},
        {"end of map not found",
         Phrase::words("this line does not fit the lines above; check its indentation and its colon")},
        {"end of sequence not found",
         Phrase::words("this line does not fit the list above; check its indentation and its dash")},
        {"end of map flow not found",
         Phrase::words("a { is not closed by }, or a comma is missing before this")},
        {"end of sequence flow not found",
         Phrase::words("a [ is not closed by ], or a comma is missing before this")},
        {"illegal tab when looking for indentation",
         Phrase::words("a tab indents this line; indent with spaces")},
        {"illegal EOF in scalar", Phrase::words("a quotation mark is not closed")},
        {"illegal document indicator in scalar", Phrase::words("a quotation mark is not closed")},
        {"unknown escape character",
         Phrase::words("no such escape; inside double quotes write \\\\ for a backslash")},
        {"illegal flow end", Phrase::words("a closing bracket without its opening one")},
        {"illegal block entry", Phrase::words("a list item cannot stand here; begin a new line for it")},
        {"unexpected character in block scalar",
         Phrase::words("a text begun with | or > starts on the next line")},
        {"unknown token", Phrase::words("a text cannot have this character here; put the text in quotes")},
        {"the referenced anchor is not defined",
         Phrase::words("aliases (*name) are not part of the language; write the value out")},
    };
    for (const auto& [begins, sentence] : known)
        if (message.starts_with(begins)) return sentence;
    return message;
}

void reportBroken(SyntaxBuilder& builder, const YAML::ParserException& error) {
    const bool nowhere = error.mark.is_null();
    builder.reportBroken(nowhere ? static_cast<std::uint32_t>(builder.reached())
                                 : builder.offsetOf(error.mark),
                         explain(error.msg));
}

Phrase sentenceFor(const BadBytes& bad) {
    const std::string number = fmt::format("{:04X}", static_cast<unsigned>(bad.value));
    switch (bad.kind) {
    case BadCharacter::NotUtf8:
        break;
    case BadCharacter::Control:
        return Phrase::of("The control character U+{} cannot stand in a model; take it away.", number);
    case BadCharacter::Reordering:
        return Phrase::of("The invisible character U+{} turns the direction of the text around it, so that "
                          "what is read is not what is shown; take it away, or write \\u{} in double "
                          "quotes where it is meant.",
                          number, number);
    case BadCharacter::Invisible:
        return Phrase::of("The character U+{} cannot be seen, so that words that look the same are not; "
                          "take it away, or write \\u{} in double quotes where it is meant.",
                          number, number);
    }
    return Phrase::of("These bytes are no UTF-8 text; save the file in UTF-8.");
}

// The text with all that cannot stand in it replaced, byte by byte, so that places stay. A run of one kind is
// reported once; that the file is no UTF-8 once at all, as saving it anew mends it everywhere.
std::string cleaned(const SyntaxTree& tree, std::vector<Problem>& problems) {
    std::string text = tree.text();
    std::optional<BadBytes> last;
    constexpr std::size_t enough = 20;
    std::size_t reported = 0;
    bool encodingReported = false;
    for (auto bad = findBadBytes(text, 0); bad; bad = findBadBytes(text, bad->begin + bad->size)) {
        const bool again = last && bad->begin == last->begin + last->size && bad->kind == last->kind;
        const bool known = bad->kind == BadCharacter::NotUtf8 && std::exchange(encodingReported, true);
        if (!again && !known && reported++ < enough)
            problems.push_back({tree.rangeOf(static_cast<std::uint32_t>(bad->begin),
                                             static_cast<std::uint32_t>(bad->begin + bad->size)),
                                sentenceFor(*bad)});
        text.replace(bad->begin, bad->size, bad->size,
                     '_'); // a letter: no other sign could not mean something
        last = bad;
    }
    return text;
}

void run(SyntaxBuilder& builder, std::string_view text, std::size_t offset) {
    GuardedText buffer(text, offset, builder);
    std::istream stream(&buffer);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        if (!buffer.exceeded()) return;
    } catch (const SyntaxBuilder::Stop&) {
        return;
    } catch (const YAML::ParserException& error) {
        if (!buffer.exceeded()) return reportBroken(builder, error);
    } catch (const std::exception& error) {
        if (!buffer.exceeded()) {
            const auto at = static_cast<std::uint32_t>(builder.reached());
            return builder.report(at, at, Phrase::of("This cannot be read as YAML: {}.", error.what()));
        }
    }
    const auto at = static_cast<std::uint32_t>(builder.reached());
    builder.report(
        at, at,
        Phrase::of("From here on more than {} KiB belong to one bracket, text or comment; write it in "
                   "block style, one key a line.",
                   maxLookahead >> 10U));
}

} // namespace

std::shared_ptr<const SyntaxTree> parseYaml(SourceFile file, std::vector<Problem>& problems,
                                            std::size_t around) {
    const auto tree = std::make_shared<SyntaxTree>(std::move(file.path), std::move(file.text));
    const std::string& text = tree->text();
    if (text.size() > maxFileSize) {
        problems.push_back(
            {tree->rangeOf(0, 0), Phrase::of("The file is larger than {} MiB; split the model into "
                                             "several files with include.",
                                             maxFileSize >> 20U)});
        return tree;
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        problems.push_back({tree->rangeOf(0, 0), Phrase::of("The file is in UTF-16; save it in UTF-8.")});
        return tree;
    }
    const std::size_t offset = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    SyntaxBuilder builder(tree, offset, around, problems);
    if (findBadBytes(text, 0))
        run(builder, cleaned(*tree, problems), offset);
    else
        run(builder, text, offset);
    return tree;
}

} // namespace factline::contract
