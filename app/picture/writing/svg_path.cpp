// SPDX-License-Identifier: Apache-2.0
// The language: "Scalable Vector Graphics 1.1", 8.3, https://www.w3.org/TR/SVG11/paths.html
#include "picture/writing/svg_path.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace factline::picture {

namespace {

/// A place or a step in hundredths, so that rounded steps never add up to another place.
struct Hundredths {
    std::int64_t x = 0;
    std::int64_t y = 0;
    bool operator==(const Hundredths&) const = default;
    Hundredths operator-(const Hundredths& other) const { return {x - other.x, y - other.y}; }
};

std::int64_t hundredths(double number) {
    constexpr double most = 1e12;
    return std::isnan(number) ? 0 : std::llround(std::clamp(number, -most, most) * 100);
}

void append(std::string& to, std::int64_t number) {
    if (number < 0) to += '-';
    const std::uint64_t size =
        number < 0 ? -static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    std::array<char, 24> digits{};
    char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), size / 100).ptr;
    to.append(digits.data(), end);
    if (const auto rest = static_cast<char>(size % 100); rest != 0) {
        to += '.';
        to += static_cast<char>('0' + rest / 10);
        if (rest % 10 != 0) to += static_cast<char>('0' + rest % 10);
    }
}

/// A number behind another one; a sign parts them by itself.
void appendNext(std::string& to, std::int64_t number) {
    if (number >= 0) to += ' ';
    append(to, number);
}

/// Writes the steps of one path.
class Steps {
public:
    explicit Steps(std::string& to)
        : m_to(to) {}

    void moveTo(const Hundredths& place) {
        m_to += 'M';
        append(m_to, place.x);
        appendNext(m_to, place.y);
        m_at = place;
    }
    void lineTo(const Hundredths& place) {
        const Hundredths step = place - m_at;
        if (step.x == 0 || step.y == 0) {
            m_to += step.x == 0 ? 'v' : 'h';
            append(m_to, step.x == 0 ? step.y : step.x);
        } else {
            m_to += 'l';
            append(m_to, step.x);
            appendNext(m_to, step.y);
        }
        m_at = place;
    }
    void curveTo(const Hundredths& first, const Hundredths& second, const Hundredths& place) {
        m_to += 'c';
        append(m_to, first.x - m_at.x);
        appendNext(m_to, first.y - m_at.y);
        for (const Hundredths& point : {second, place}) {
            appendNext(m_to, point.x - m_at.x);
            appendNext(m_to, point.y - m_at.y);
        }
        m_at = place;
    }
    void close() { m_to += 'z'; }

private:
    std::string& m_to;
    Hundredths m_at;
};

} // namespace

void appendNumber(std::string& to, double number) {
    append(to, hundredths(number));
}

void appendPath(std::string& to, const QPainterPath& path, const QTransform& transform) {
    const auto place = [&](int i) {
        const QPointF point = transform.map(QPointF(path.elementAt(i)));
        return Hundredths{hundredths(point.x()), hundredths(point.y())};
    };
    Steps steps(to);
    Hundredths begin;
    const int count = path.elementCount();
    for (int i = 0; i < count; ++i) {
        const QPainterPath::ElementType type = path.elementAt(i).type;
        if (type == QPainterPath::MoveToElement) {
            begin = place(i);
            steps.moveTo(begin);
            continue;
        }
        const bool isCurve = type == QPainterPath::CurveToElement;
        const int last = isCurve ? i + 2 : i;
        const bool ends = last + 1 == count || path.elementAt(last + 1).isMoveTo();
        const bool closes = ends && place(last) == begin;
        if (isCurve)
            steps.curveTo(place(i), place(i + 1), place(last));
        else if (!closes)
            steps.lineTo(place(i));
        if (closes) steps.close();
        i = last;
    }
}

} // namespace factline::picture
