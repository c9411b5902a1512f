// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QSet>
#include <QTranslator>

#include <tuple>

#include "base/resources.h"

namespace factline::testing {

/// Installed as long as it lives.
template<typename Translator>
struct Speaking {
    Translator translator;
    Speaking() { QCoreApplication::installTranslator(&translator); }
    ~Speaking() { QCoreApplication::removeTranslator(&translator); }
};

/// The German words, over whatever the test's desktop speaks.
struct German : QTranslator {
    German() {
        const auto words = findResource("translations/factline_de.qm");
        if (words)
            std::ignore =
                load(reinterpret_cast<const uchar*>(words->data()), static_cast<int>(words->size()));
    }
};

/// German that notes what of ours it is asked for and does not know, by the name under which it is looked up.
struct Listening : German {
    mutable QSet<QString> unknown;
    mutable int asked = 0;

    QString translate(const char* context, const char* source, const char* comment,
                      int count) const override {
        QString words = German::translate(context, source, comment, count);
        if (context[0] == 'Q' && context[1] >= 'A' && context[1] <= 'Z') return words; // Qt's own texts
        ++asked;
        if (words.isNull()) unknown += QString::fromUtf8(context) + ": " + QString::fromUtf8(source);
        return words;
    }
};

} // namespace factline::testing
