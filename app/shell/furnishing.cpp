// SPDX-License-Identifier: Apache-2.0
#include "shell/furnishing.h"

#include <QLocale>
#include <QTranslator>

#include "base/resources.h"
#include "picture/text.h"
#include "shell/window_style.h"

namespace factline::shell {

namespace {

/// The words of a language ("de"), where there are any. English has some as well: the texts in the program
/// say "%n view(s)", and what one and what many are called is a matter of language.
void speak(QApplication& application, const QString& language) {
    const auto words = findResource("translations/factline_" + language.toStdString() + ".qm");
    if (!words) return;
    auto* translator = new QTranslator(&application);
    if (translator->load(reinterpret_cast<const uchar*>(words->data()), static_cast<int>(words->size())))
        QCoreApplication::installTranslator(translator);
}

} // namespace

void furnish(QApplication& application) {
    QApplication::setStyle(new WindowStyle);
    QApplication::setFont(picture::fontFor(picture::typography(), diagram::TextRole::NodeLabel));
    const QString english = QStringLiteral("en");
    const QString own = QLocale().name().section(QLatin1Char('_'), 0, 0);
    speak(application, english); // the one that is installed last is asked first
    if (own != english) speak(application, own);
}

} // namespace factline::shell
