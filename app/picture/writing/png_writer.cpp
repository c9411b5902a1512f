// SPDX-License-Identifier: Apache-2.0
// The format: "Portable Network Graphics (PNG) Specification", https://www.w3.org/TR/png-3/; streams packed
// in parts, each ended by a sync flush, may be joined (RFC 1951, 3.2.4: an empty stored block).
#include "picture/writing/png_writer.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <future>
#include <new>
#include <string_view>
#include <thread>
#include <vector>

#include <zlib.h>

namespace factline::picture {

namespace {

constexpr int bandBytes = 8'000'000; ///< of pixels in one band, about
constexpr unsigned char filterNone = 0;
constexpr unsigned char filterUp = 2;

void appendNumber(std::string& to, std::uint32_t number) {
    for (const int shift : {24, 16, 8, 0})
        to += static_cast<char>(number >> shift & 0xff);
}

const Bytef* bytesOf(std::string_view text) {
    return reinterpret_cast<const Bytef*>(text.data());
}

void appendChunk(std::string& to, const char* type, std::string_view content) {
    appendNumber(to, static_cast<std::uint32_t>(content.size()));
    const std::size_t begin = to.size();
    to += type;
    to += content;
    const std::string_view summed = std::string_view(to).substr(begin);
    appendNumber(to, static_cast<std::uint32_t>(crc32_z(0, bytesOf(summed), summed.size())));
}

struct Packed {
    std::string bytes;
    uLong checksum = 1; ///< Adler-32 of what was packed
    std::size_t length = 0;
};

/// The rows as PNG stores them: each pixel less the one above it, which leaves mostly zeros.
std::vector<unsigned char> filtered(const QImage& band, bool transparent) {
    const std::size_t depth = transparent ? 4 : 3;
    const std::size_t row = static_cast<std::size_t>(band.width()) * depth;
    std::vector<unsigned char> result((row + 1) * static_cast<std::size_t>(band.height()));
    std::vector<unsigned char> above(row);
    std::vector<unsigned char> here(row);
    unsigned char* out = result.data();
    for (int y = 0; y < band.height(); ++y) {
        const uchar* line = band.constScanLine(y);
        if (y > 0 && std::equal(line, line + band.bytesPerLine(), band.constScanLine(y - 1))) {
            *out = filterUp;
            out += row + 1; // zeros already
            continue;
        }
        if (transparent) {
            std::copy_n(line, row, here.begin());
        } else {
            const auto* pixels = reinterpret_cast<const QRgb*>(line);
            for (std::size_t x = 0; x < row / 3; ++x) {
                here[3 * x] = static_cast<unsigned char>(qRed(pixels[x]));
                here[3 * x + 1] = static_cast<unsigned char>(qGreen(pixels[x]));
                here[3 * x + 2] = static_cast<unsigned char>(qBlue(pixels[x]));
            }
        }
        *out++ = y == 0 ? filterNone : filterUp;
        for (std::size_t i = 0; i < row; ++i)
            out[i] = static_cast<unsigned char>(here[i] - above[i]); // `above` is zero for the first row
        out += row;
        std::swap(above, here);
    }
    return result;
}

Packed pack(const QImage& painted, bool transparent, bool last) {
    const QImage band = transparent ? painted.convertToFormat(QImage::Format_RGBA8888) : painted;
    std::vector<unsigned char> rows = filtered(band, transparent);
    Packed result;
    result.length = rows.size();
    result.checksum = adler32_z(1, rows.data(), rows.size());
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        throw std::bad_alloc();
    result.bytes.resize(deflateBound(&stream, static_cast<uLong>(rows.size())) + 16);
    stream.next_in = rows.data();
    stream.avail_in = static_cast<uInt>(rows.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.bytes.data());
    stream.avail_out = static_cast<uInt>(result.bytes.size());
    deflate(&stream, last ? Z_FINISH : Z_SYNC_FLUSH);
    result.bytes.resize(result.bytes.size() - stream.avail_out);
    deflateEnd(&stream);
    return result;
}

std::string header(const PngFrame& frame) {
    std::string result;
    appendNumber(result, static_cast<std::uint32_t>(frame.size.width()));
    appendNumber(result, static_cast<std::uint32_t>(frame.size.height()));
    const char colour = frame.transparent ? 6 : 2; // red, green, blue with or without alpha
    return result + std::string{8, colour, 0, 0, 0};
}

std::string density(const PngFrame& frame) {
    std::string result;
    appendNumber(result, static_cast<std::uint32_t>(frame.dotsPerMetre));
    appendNumber(result, static_cast<std::uint32_t>(frame.dotsPerMetre));
    return result + '\x01';
}

/// A text as PNG stores it in UTF-8: not packed, of no language.
std::string international(std::string_view keyword, std::string_view text) {
    std::string result(keyword);
    result.append(5, '\0');
    return result.append(text);
}

} // namespace

std::string writePng(const PngFrame& frame, const std::function<void(QImage& band, int top)>& paintBand) {
    std::string png = "\x89PNG\r\n\x1a\n";
    appendChunk(png, "IHDR", header(frame));
    appendChunk(png, "pHYs", density(frame));
    if (!frame.title.empty()) appendChunk(png, "iTXt", international("Title", frame.title));
    if (!frame.description.empty()) appendChunk(png, "iTXt", international("Description", frame.description));
    const int width = frame.size.width();
    const int height = frame.size.height();
    const int rows = std::min(std::max(bandBytes / (4 * width), 16), height);
    const std::size_t most = std::max(2U, std::thread::hardware_concurrency());
    std::deque<std::future<Packed>> working;
    uLong checksum = 1;
    std::string begin = "\x78\x01"; // a zlib stream, packed at speed
    const auto take = [&] {
        const Packed packed = working.front().get();
        working.pop_front();
        checksum = adler32_combine(checksum, packed.checksum, static_cast<z_off_t>(packed.length));
        begin += packed.bytes;
        appendChunk(png, "IDAT", begin);
        begin.clear();
    };
    for (int top = 0; top < height; top += rows) {
        QImage band(width, std::min(rows, height - top),
                    frame.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
        if (band.isNull()) throw std::bad_alloc();
        band.fill(Qt::transparent);
        paintBand(band, top);
        const bool last = top + rows >= height;
        while (working.size() >= most)
            take();
        working.push_back(std::async(std::launch::async, pack, std::move(band), frame.transparent, last));
    }
    while (!working.empty())
        take();
    std::string end;
    appendNumber(end, static_cast<std::uint32_t>(checksum));
    appendChunk(png, "IDAT", end);
    appendChunk(png, "IEND", {});
    return png;
}

} // namespace factline::picture
