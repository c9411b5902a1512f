// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <QCoreApplication>
#include <QString>

namespace factline::verification {

/// Sentences about a database, in the language of the program that says them: that of its user in the window,
/// English on the command line, which loads no other.
struct DatabaseWords {
    Q_DECLARE_TR_FUNCTIONS(DatabaseWords)
};

/// A sentence with what stands for %1, %2 and so on in it.
template<typename... Parts>
std::string filled(const QString& sentence, const Parts&... parts) {
    const auto text = [](std::string_view part) {
        return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    };
    return sentence.arg(text(parts)...).toStdString();
}

} // namespace factline::verification
