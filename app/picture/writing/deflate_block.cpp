// SPDX-License-Identifier: Apache-2.0
// The format: "DEFLATE Compressed Data Format Specification", RFC 1951.
#include "picture/writing/deflate_block.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>
#include <queue>
#include <vector>

#include <QtEndian>

namespace factline::picture {

namespace {

constexpr std::size_t literals = 286; ///< bytes, the end, lengths
constexpr std::size_t distances = 30;
constexpr std::uint16_t endOfBlock = 256;
constexpr unsigned longestCode = 15;

/// What a length or distance is written as: the symbol and more bits behind it.
struct Symbol {
    std::uint16_t symbol, extra;
    unsigned bits;
};

/// RFC 1951, 3.2.5, as a formula: groups of four (lengths) or two (distances) symbols, each group one bit
/// longer than the one before.
Symbol grouped(unsigned value, unsigned groupBits) {
    if (value < 2U << groupBits) return {static_cast<std::uint16_t>(value), 0, 0};
    const unsigned bits = static_cast<unsigned>(std::bit_width(value)) - 1 - groupBits;
    const unsigned symbol = (bits << groupBits) + (value >> bits);
    return {static_cast<std::uint16_t>(symbol), static_cast<std::uint16_t>(value & ((1U << bits) - 1)), bits};
}

Symbol lengthSymbol(unsigned length) {
    if (length == 258) return {285, 0, 0};
    Symbol result = grouped(length - 3, 2);
    result.symbol += 257;
    return result;
}

Symbol distanceSymbol(unsigned distanceLessOne) {
    return grouped(distanceLessOne, 1);
}

/// How often each symbol is used -> how many bits its code has, by Huffman; 0 for unused ones.
std::vector<unsigned> codeLengths(std::vector<std::uint64_t> uses) {
    // A code has two symbols at least: some readers refuse others.
    for (std::size_t i = 0; std::ranges::count_if(uses, [](auto n) { return n > 0; }) < 2; ++i)
        uses[i] = std::max<std::uint64_t>(uses[i], 1);
    while (true) {
        using Node = std::pair<std::uint64_t, std::size_t>; // uses, place in `parents`
        std::priority_queue<Node, std::vector<Node>, std::greater<>> open;
        std::vector<std::size_t> parents(uses.size());
        for (std::size_t i = 0; i < uses.size(); ++i)
            if (uses[i] > 0) open.emplace(uses[i], i);
        while (open.size() > 1) {
            const Node first = open.top();
            open.pop();
            const Node second = open.top();
            open.pop();
            parents[first.second] = parents[second.second] = parents.size();
            open.emplace(first.first + second.first, parents.size());
            parents.push_back(0);
        }
        std::vector<unsigned> depths(parents.size());
        for (std::size_t i = parents.size() - 1; i-- > 0;)
            if (i >= uses.size() || uses[i] > 0) depths[i] = depths[parents[i]] + 1;
        depths.resize(uses.size());
        if (std::ranges::max(depths) <= longestCode) return depths;
        for (auto& count : uses) // flatter, until the codes are short enough
            if (count > 0) count = count / 2 + 1;
    }
}

/// The code of each symbol, its first bit lowest.
struct Code {
    std::uint16_t bits = 0;
    unsigned length = 0;
};

/// RFC 1951, 3.2.2: codes of one length follow one another in the order of their symbols.
std::vector<Code> codesOf(const std::vector<unsigned>& lengths) {
    std::vector<Code> codes(lengths.size());
    unsigned next = 0;
    for (unsigned length = 1; length <= longestCode; ++length, next <<= 1) {
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            if (lengths[i] != length) continue;
            unsigned reversed = 0;
            for (unsigned bit = 0; bit < length; ++bit)
                reversed |= (next >> bit & 1) << (length - 1 - bit);
            codes[i] = {static_cast<std::uint16_t>(reversed), length};
            ++next;
        }
    }
    return codes;
}

/// Writes bits into bytes, the first bit lowest.
class Bits {
public:
    explicit Bits(std::uint64_t most)
        : m_bytes(most / 8 + 1 + sizeof m_open, '\0')
        , m_to(m_bytes.data()) {}

    /// At most 56 bits.
    void add(std::uint64_t bits, unsigned count) {
        m_open |= bits << m_count;
        m_count += count;
        const std::uint64_t bytes = qToLittleEndian(m_open);
        std::memcpy(m_to, &bytes, sizeof bytes);
        m_to += m_count / 8;
        m_open >>= m_count & ~7U;
        m_count &= 7U;
    }
    void add(const Code& code) { add(code.bits, code.length); }
    void fillByte() { add(0, (8 - m_count) % 8); }
    /// To be called at the end of a byte.
    std::string take() {
        m_bytes.resize(static_cast<std::size_t>(m_to - m_bytes.data()));
        return std::move(m_bytes);
    }

private:
    std::string m_bytes;
    char* m_to;
    std::uint64_t m_open = 0;
    unsigned m_count = 0;
};

/// Tells the reader the codes by their lengths. Lengths of codes are written in four bits each, themselves a
/// code of 16 symbols; a shorter one would save some hundred bytes of a megabyte.
void addHeader(Bits& bits, const std::vector<unsigned>& literalLengths,
               const std::vector<unsigned>& distanceLengths) {
    constexpr std::array<unsigned char, 19> order{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                  11, 4,  12, 3, 13, 2, 14, 1, 15};
    bits.add(literals - 257, 5);
    bits.add(distances - 1, 5);
    bits.add(order.size() - 4, 4);
    for (const unsigned char symbol : order)
        bits.add(symbol < 16 ? 4 : 0, 3);
    const std::vector<Code> codes = codesOf(std::vector<unsigned>(16, 4));
    for (const auto* lengths : {&literalLengths, &distanceLengths})
        for (const unsigned length : *lengths)
            bits.add(codes[length]);
}

} // namespace

std::string deflateBlock(std::span<const Token> tokens, bool last) {
    std::vector<std::uint64_t> literalUses(literals);
    std::vector<std::uint64_t> distanceUses(distances);
    std::uint64_t size = 4'096; // bits, the header among them
    for (const Token& token : tokens) {
        if (token.length == 0) {
            ++literalUses[token.value];
            continue;
        }
        const Symbol length = lengthSymbol(token.length);
        const Symbol distance = distanceSymbol(token.value);
        ++literalUses[length.symbol];
        ++distanceUses[distance.symbol];
        size += length.bits + distance.bits;
    }
    literalUses[endOfBlock] = 1;
    const auto literalLengths = codeLengths(literalUses);
    const auto distanceLengths = codeLengths(distanceUses);
    size = std::inner_product(literalUses.begin(), literalUses.end(), literalLengths.begin(), size);
    size = std::inner_product(distanceUses.begin(), distanceUses.end(), distanceLengths.begin(), size);
    const auto literalCodes = codesOf(literalLengths);
    const auto distanceCodes = codesOf(distanceLengths);

    Bits bits(size);
    bits.add(last ? 1 : 0, 1);
    bits.add(2, 2); // codes made for this block
    addHeader(bits, literalLengths, distanceLengths);
    for (const Token& token : tokens) {
        if (token.length == 0) {
            bits.add(literalCodes[token.value]);
            continue;
        }
        const Symbol length = lengthSymbol(token.length);
        bits.add(literalCodes[length.symbol]);
        bits.add(length.extra, length.bits);
        const Symbol distance = distanceSymbol(token.value);
        bits.add(distanceCodes[distance.symbol]);
        bits.add(distance.extra, distance.bits);
    }
    bits.add(literalCodes[endOfBlock]);
    if (!last) bits.add(0, 3); // an empty block of bytes as they are
    bits.fillByte();
    if (!last) bits.add(0xffff0000, 32);
    return bits.take();
}

} // namespace factline::picture
