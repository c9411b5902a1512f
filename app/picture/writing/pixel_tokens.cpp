// SPDX-License-Identifier: Apache-2.0
#include "picture/writing/pixel_tokens.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace factline::picture {

namespace {

constexpr std::uint64_t farthest = 32'768; ///< bytes that a copy may reach back
constexpr std::size_t longest = 258;       ///< bytes of one copy
constexpr int hashBits = 13;
constexpr Token filterNone{0, 0};
constexpr Token filterUp{0, 2};

/// Adler-32 (RFC 1950): two sums, the second one of all values that the first one had.
class Adler {
public:
    void add(std::uint32_t byte) {
        m_first += byte;
        m_second += m_first;
    }
    void addZeros(std::uint64_t count) { m_second += count % base * m_first; }
    /// Keeps the sums small; to be called once in a million bytes.
    void settle() {
        m_first %= base;
        m_second %= base;
    }
    std::uint32_t value() const { return static_cast<std::uint32_t>(m_second << 16 | m_first); }

private:
    static constexpr std::uint64_t base = 65'521;
    std::uint64_t m_first = 1;
    std::uint64_t m_second = 0;
};

/// Each of the four bytes of a pixel less the one above it.
QRgb difference(QRgb here, QRgb above) {
    constexpr QRgb high = 0x80808080;
    return ((here | high) - (above & ~high)) ^ ((here ^ ~above) & high);
}

/// Replaces all pixels by what they differ from those above, from below upward.
void subtractAbove(QImage& band, QRgb bytes) {
    const int width = band.width();
    for (int y = band.height() - 1; y > 0; --y) {
        auto* here = reinterpret_cast<QRgb*>(band.scanLine(y));
        const auto* above = reinterpret_cast<const QRgb*>(band.constScanLine(y - 1));
        for (int x = 0; x < width; ++x)
            here[x] = difference(here[x], above[x]) & bytes;
    }
    auto* first = reinterpret_cast<QRgb*>(band.scanLine(0));
    for (int x = 0; x < width; ++x)
        first[x] &= bytes;
}

/// How many pixels of two places are the same, at most `most`. The places may overlap.
std::size_t same(const QRgb* a, const QRgb* b, std::size_t most) {
    std::size_t count = 0;
    for (; count + 2 <= most; count += 2) {
        std::uint64_t two{};
        std::uint64_t others{};
        std::memcpy(&two, a + count, sizeof two);
        std::memcpy(&others, b + count, sizeof others);
        if (two != others) break;
    }
    while (count < most && a[count] == b[count])
        ++count;
    return count;
}

/// Finds the tokens of one band, row by row, with so many bytes a pixel.
template<std::size_t depth>
class Finder {
public:
    explicit Finder(PixelTokens& result)
        : m_result(result) {}

    void row(const QRgb* pixels, std::size_t width, Token filter) {
        m_result.tokens.push_back(filter);
        m_adler.add(filter.value);
        ++m_at;
        const QRgb* const end = pixels + width;
        for (const QRgb* pixel = pixels; pixel < end;) {
            const auto left = static_cast<std::size_t>(end - pixel);
            Copy copy{depth, pixel > pixels ? same(pixel - 1, pixel, left) : 0};
            if (copy.count == 0) copy = earlier(pixel, left);
            if (copy.count == 0) {
                copy.count = 1;
                for (std::size_t i = 0; i < depth; ++i)
                    m_result.tokens.push_back({0, byteOf(*pixel, i)});
            } else {
                append(copy);
            }
            sum(pixel, copy.count);
            pixel += copy.count;
            m_at += copy.count * depth;
        }
        m_adler.settle();
        m_result.checksum = m_adler.value();
        m_result.length = m_at;
    }

private:
    struct Copy {
        std::uint64_t distance = 0; ///< bytes
        std::size_t count = 0;      ///< pixels; 0: none
    };

    /// Where two pixels stood last: they and the rest of their row.
    struct Place {
        const QRgb* pixel = nullptr;
        std::size_t left = 0;
        std::uint64_t byte = 0;
    };

    static std::uint16_t byteOf(QRgb pixel, std::size_t i) {
        constexpr std::array<int, 4> shifts{16, 8, 0, 24}; // red, green, blue, alpha
        return static_cast<std::uint16_t>(pixel >> shifts[i] & 0xff);
    }

    /// A copy of two pixels or more from where they stood last.
    Copy earlier(const QRgb* pixel, std::size_t left) {
        if (left < 2 || pixel[0] == pixel[1]) return {}; // from its second pixel on it repeats itself
        const std::uint32_t mixed = (pixel[0] * 0x9e3779b1U ^ pixel[1]) * 0x85ebca6bU;
        const Place found = std::exchange(m_places[mixed >> (32 - hashBits)], {pixel, left, m_at});
        if (found.pixel == nullptr || m_at - found.byte > farthest) return {};
        const std::size_t count = same(found.pixel, pixel, std::min(found.left, left));
        return count < 2 ? Copy{} : Copy{m_at - found.byte, count};
    }

    void append(const Copy& copy) {
        constexpr std::size_t most = longest / depth;
        for (std::size_t left = copy.count; left > 0; left -= std::min(left, most))
            m_result.tokens.push_back({static_cast<std::uint16_t>(std::min(left, most) * depth),
                                       static_cast<std::uint16_t>(copy.distance - 1)});
    }

    void sum(const QRgb* pixels, std::size_t count) {
        for (std::size_t at = 0; at < count;) {
            if (pixels[at] != 0) {
                for (std::size_t i = 0; i < depth; ++i)
                    m_adler.add(byteOf(pixels[at], i));
                ++at;
                continue;
            }
            const std::size_t zeros = 1 + same(pixels + at, pixels + at + 1, count - at - 1);
            m_adler.addZeros(zeros * depth);
            at += zeros;
        }
    }

    PixelTokens& m_result;
    Adler m_adler;
    std::uint64_t m_at = 0; ///< bytes before
    std::vector<Place> m_places = std::vector<Place>(std::size_t{1} << hashBits);
};

template<std::size_t depth>
PixelTokens tokensOf(QImage band) {
    subtractAbove(band, depth == 4 ? 0xffffffff : 0x00ffffff);
    PixelTokens result;
    Finder<depth> finder(result);
    for (int y = 0; y < band.height(); ++y)
        finder.row(reinterpret_cast<const QRgb*>(band.constScanLine(y)),
                   static_cast<std::size_t>(band.width()), y == 0 ? filterNone : filterUp);
    return result;
}

} // namespace

PixelTokens pixelTokens(QImage band, bool alpha) {
    return alpha ? tokensOf<4>(std::move(band)) : tokensOf<3>(std::move(band));
}

} // namespace factline::picture
