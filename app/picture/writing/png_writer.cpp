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

#include <zlib.h>

#include "picture/writing/deflate_block.h"
#include "picture/writing/pixel_tokens.h"

namespace factline::picture {

namespace {

constexpr int bandBytes = 8'000'000; ///< of pixels in one band, about

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

Packed pack(QImage&& band, bool transparent, bool last) {
    if (transparent) band.convertTo(QImage::Format_ARGB32);
    const PixelTokens rows = pixelTokens(std::move(band), transparent);
    return {deflateBlock(rows.tokens, last), rows.checksum, rows.length};
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

} // namespace

std::string writePng(const PngFrame& frame, const std::function<void(QImage& band, int top)>& paintBand) {
    std::string png = "\x89PNG\r\n\x1a\n";
    appendChunk(png, "IHDR", header(frame));
    appendChunk(png, "pHYs", density(frame));
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
