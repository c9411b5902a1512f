// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

namespace factline::testing {

/// One text of the window in a file of Qt Linguist (.ts).
struct Message {
    QString context;
    QString source;
    QString comment;
    bool counted = false;  ///< says %n
    bool finished = false; ///< not marked otherwise
    QStringList forms;     ///< one, or for what is counted as many as the language has

    QString identity() const { return context + QLatin1Char('|') + source + QLatin1Char('|') + comment; }
};

inline QList<Message> messagesOf(const QString& file) {
    QFile stream(file);
    if (!stream.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&stream);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) continue;
        if (xml.name() == QLatin1String("name")) context = xml.readElementText();
        if (xml.name() == QLatin1String("message"))
            messages +=
                {.context = context, .counted = xml.attributes().hasAttribute(QStringLiteral("numerus"))};
        if (xml.name() == QLatin1String("source")) messages.back().source = xml.readElementText();
        if (xml.name() == QLatin1String("comment")) messages.back().comment = xml.readElementText();
        if (xml.name() == QLatin1String("translation")) {
            Message& message = messages.back();
            message.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!message.counted) message.forms = QStringList{xml.readElementText()};
        }
        if (xml.name() == QLatin1String("numerusform")) messages.back().forms += xml.readElementText();
    }
    return messages;
}

} // namespace factline::testing
