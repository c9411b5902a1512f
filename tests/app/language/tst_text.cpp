// SPDX-License-Identifier: Apache-2.0
#include "language/text.h"

#include <QTranslator>
#include <QtTest>

using namespace factline;
using language::toQString;

namespace {

/// Knows a few phrases, and what they are called in a language that has another order.
class Backwards : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override {
        if (qstrcmp(context, "Phrase") != 0) return {};
        if (qstrcmp(source, "Move {} to {}") == 0) return QStringLiteral("nach {1} mit {0}");
        if (qstrcmp(source, "{} elements") == 0) return QStringLiteral("{} Stück");
        return {};
    }
};

} // namespace

/// Phrases of the model in the language of the window.
class TestText : public QObject {
    Q_OBJECT
private slots:
    void isSaidInTheLanguageThatIsSpoken() {
        const Phrase phrase = Phrase::of("Move {} to {}", Phrase::of("{} elements", 3), "größer {0}");
        const Phrase unknown = Phrase::of("Remove {}", phrase);
        QCOMPARE(toQString(phrase), QString("Move 3 elements to größer {0}"));
        Backwards backwards;
        QCoreApplication::installTranslator(&backwards);
        QCOMPARE(toQString(phrase), QString("nach größer {0} mit 3 Stück"));
        QCOMPARE(toQString(unknown), QString("Remove nach größer {0} mit 3 Stück"));
        QCOMPARE(toQString("Move {} to {}"), QString("Move {} to {}")); // somebody's own words
        QCOMPARE(phrase.english(), std::string("Move 3 elements to größer {0}"));
    }

    /// A name of a broken file may hold anything; a picture of it is to stay a file that others can read.
    void canBeShownEverywhere() {
        const QString shown = toQString(Phrase::of("Remove {}", std::string("a\x01\nb")));
        QCOMPARE(shown, QString("Remove a%1\nb").arg(QChar(QChar::ReplacementCharacter)));
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
