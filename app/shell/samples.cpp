// SPDX-License-Identifier: Apache-2.0
#include "shell/samples.h"

#include <array>

#include <QCoreApplication>

#include "base/resources.h"

namespace factline::shell {

namespace {

struct Line {
    const char* resource;
    const char* title;
    const char* summary;
};

constexpr std::array lines{
    Line{"examples/first-minute.factline.yaml", QT_TRANSLATE_NOOP("Samples", "A theatre"),
         QT_TRANSLATE_NOOP("Samples", "A box office, a web site, a door: one event that two understand "
                                      "differently.")},
    Line{
        "examples/retail.factline.yaml", QT_TRANSLATE_NOOP("Samples", "A retailer"),
        QT_TRANSLATE_NOOP("Samples", "Stock, orders, invoices. Everything wrong in it is wrong on purpose.")},
    Line{"examples/airport.factline.yaml", QT_TRANSLATE_NOOP("Samples", "An airport"),
         QT_TRANSLATE_NOOP("Samples", "A large map: flights, stands, bags and people on one day.")},
};

} // namespace

std::vector<Sample> samples() {
    std::vector<Sample> all;
    all.reserve(lines.size());
    for (const Line& line : lines)
        if (const auto text = findResource(line.resource))
            all.push_back({QCoreApplication::translate("Samples", line.title),
                           QCoreApplication::translate("Samples", line.summary), std::string(*text)});
    return all;
}

} // namespace factline::shell
