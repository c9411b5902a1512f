// SPDX-License-Identifier: Apache-2.0
#include "generate/ascii_name.h"

#include <array>

#include <fmt/format.h>

#include "base/utf8.h"

namespace factline::generate {

namespace {

/// What the letters from `first` on are written with, one word each: '_' is nothing, '.' has no spelling.
struct Block {
    char32_t first;
    std::string_view words;
};

// Decomposed by Unicode 15; German, Danish and the like as their spellers do it, Cyrillic after BGN/PCGN.
// clang-format off
constexpr auto blocks = std::to_array<Block>({
    // Latin
    Block{0xC0,
          "A A A A Ae Aa Ae C E E E E I I I I D N O O O O Oe . Oe U U U Ue Y Th ss a a a a ae aa ae "
          "c e e e e i i i i d n o o o o oe . oe u u u ue y th y A a A a A a C c C c C c C c D d D "
          "d E e E e E e E e E e G g G g G g G g H h H h I i I i I i I i I i Ij ij J j K k k L l L "
          "l L l L l L l N n N n N n n Ng ng O o O o O o Oe oe R r R r R r S s S s S s S s T t T t "
          "T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s b B . . . . . . . . . . . . E E . F "
          "f . . . . I K k l . . . n . O o . . P p . . . . . . T t . U u . . . . Z z . . . . . . . "
          ". . . . . . Dz Dz dz Lj Lj lj Nj Nj nj A a I i O o U u U u U u U u U u e A a A a Ae ae G "
          "g G g K k O o O o . . j Dz Dz dz G g . . N n A a Ae ae Oe oe A a A a E e E e I i I i O o "
          "O o R r R r U u U u S s T t . . H h N . . . . . A a E e O o O o O o O o Y y . . . j . . "
          ". C c L . . . . . B . . E e J j Q q R r Y y"},
    // Greek
    Block{0x370,
          ". . . . . . . . . . . . . . . . . . . . . . A . E I I . O . Y O i A V G D E Z I Th I K L "
          "M N X O P R . S T Y F Ch Ps O I Y a e i i y a v g d e z i th i k l m n x o p r s s t y f "
          "ch ps o i y o y o . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . "
          ". . Th"},
    // Cyrillic
    Block{0x400,
          "E Yo Dj G Ye Dz I Yi J Lj Nj C K I U Dzh A B V G D E Zh Z I Y K L M N O P R S T U F Kh "
          "Ts Ch Sh Shch _ Y _ E Yu Ya a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch "
          "_ y _ e yu ya e yo dj g ye dz i yi j lj nj c k i u dzh . . . . . . . . . . . . . . . . . "
          ". . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . G g"},
    // Latin with more marks
    Block{0x1E00,
          "A a B b B b B b C c D d D d D d D d D d E e E e E e E e E e F f G g H h H h H h H h H h "
          "I i I i K k K k K k L l L l L l L l M m M m M m N n N n N n N n O o O o O o O o P p P p "
          "R r R r R r R r S s S s S s S s S s T t T t T t T t U u U u U u U u U u V v V v W w W w "
          "W w W w W w X x X x Y y Z z Z z Z z h t w y a s . . Ss . A a A a A a A a A a A a A a A a "
          "A a A a A a A a E e E e E e E e E e E e E e E e I i I i O o O o O o O o O o O o O o O o "
          "O o O o O o O o U u U u U u U u U u U u U u Y y Y y Y y Y y"},
});
// clang-format on

/// The spelling of a letter; "." where it has none.
std::string_view spellingOf(char32_t c) {
    for (const auto& [first, words] : blocks) {
        if (c < first) continue;
        std::size_t begin = 0;
        for (char32_t at = first; at < c && begin != std::string_view::npos; ++at)
            begin = words.find_first_of(' ', begin == 0 ? 0 : begin + 1);
        if (begin == std::string_view::npos) continue;
        if (words[begin] == ' ') ++begin;
        return words.substr(begin, words.find(' ', begin) - begin);
    }
    return ".";
}

bool isMark(char32_t c) {
    return c >= 0x300 && c <= 0x36F;
}

bool isCapital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Whether a word in capitals goes on at `at`: then "Ä" is "AE", else "Ae".
bool capitalAt(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const CodePoint next = codePointAt(text, at);
    if (next.size == 1) return isCapital(text[at]);
    return next.size > 1 && isCapital(spellingOf(next.value).front());
}

/// The mark that stands by itself behind its letter, as if the two were one.
void addMark(std::string& result, char32_t mark) {
    if (result.empty()) return;
    const std::string_view umlauts = "AOUaou";
    if (mark == 0x308 && umlauts.find(result.back()) != std::string_view::npos)
        result += 'e';
    else if (mark == 0x30A && (result.back() == 'a' || result.back() == 'A'))
        result += 'a';
}

} // namespace

bool isForeignLetter(char32_t c) {
    if (c == 0xAA || c == 0xB5 || c == 0xBA) return true;
    if (c == 0xD7 || c == 0xF7 || c == 0x61C || c == 0x180E) return false;
    if (c >= 0x3000 && c <= 0x3020) return c >= 0x3005 && c <= 0x3007;
    return (c >= 0xC0 && c <= 0x1FFF) || (c >= 0x2C00 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDFF) ||
           (c >= 0xFF10 && c <= 0xFFDC) || (c >= 0x10000 && c <= 0x3FFFF);
}

std::string asciiName(std::string_view name) {
    std::string result;
    for (std::size_t at = 0; at < name.size();) {
        const auto [c, size] = codePointAt(name, at);
        at += size == 0 ? 1 : size;
        if (size == 1) {
            result += static_cast<char>(c);
        } else if (size == 0 || !isForeignLetter(c)) {
            result += '-';
        } else if (isMark(c)) {
            addMark(result, c);
        } else if (const std::string_view word = spellingOf(c); word == ".") {
            result += fmt::format("u{:x}", static_cast<unsigned>(c));
        } else if (word != "_") {
            result += word;
            if (word.size() > 1 && isCapital(word.front()) && capitalAt(name, at))
                for (std::size_t i = result.size() - word.size() + 1; i < result.size(); ++i)
                    result[i] = static_cast<char>(result[i] - ('a' - 'A'));
        }
    }
    return result;
}

} // namespace factline::generate
