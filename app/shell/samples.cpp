// SPDX-License-Identifier: Apache-2.0
#include "shell/samples.h"

#include <array>

#include <QCoreApplication>

#include "base/resources.h"

namespace factline::shell {

namespace {

struct Shipped {
    const char* resource;
    const char* title;
    const char* summary;
};

constexpr std::array shipped{
    Shipped{"examples/first-minute.factline.yaml", QT_TRANSLATE_NOOP("Samples", "A theatre"),
            QT_TRANSLATE_NOOP("Samples", "A box office, a web site, a door: one event that two understand "
                                         "differently.")},
    Shipped{
        "examples/retail.factline.yaml", QT_TRANSLATE_NOOP("Samples", "A retailer"),
        QT_TRANSLATE_NOOP("Samples", "Stock, orders, invoices. Everything wrong in it is wrong on purpose.")},
    Shipped{"examples/airport.factline.yaml", QT_TRANSLATE_NOOP("Samples", "An airport"),
            QT_TRANSLATE_NOOP("Samples", "A large map: flights, stands, bags and people on one day.")},
};

} // namespace

std::vector<Sample> samples() {
    std::vector<Sample> all;
    all.reserve(shipped.size());
    for (const Shipped& one : shipped)
        if (const auto text = findResource(one.resource))
            all.push_back({QCoreApplication::translate("Samples", one.title),
                           QCoreApplication::translate("Samples", one.summary), std::string(*text)});
    return all;
}

} // namespace factline::shell
