// SPDX-License-Identifier: Apache-2.0
#include "shell/furnishing.h"

#include <array>
#include <optional>

#ifdef FACTLINE_MIMALLOC
#include <mimalloc.h>
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include "base/resources.h"
#include "picture/text.h"
#include "shell/window_style.h"

namespace factline::shell {

namespace {

/// The keys as shortcuts show them. Qt has these words as well, but not on every desktop, and the texts of
/// the window have to call the keys alike.
[[maybe_unused]] constexpr std::array keyNames{
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),  QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Space"), QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"), QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),  QT_TRANSLATE_NOOP("QShortcut", "Del"),
    QT_TRANSLATE_NOOP("QShortcut", "Ins"),   QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Enter")};

std::optional<std::string_view> wordsOf(const QString& language) {
    return findResource("translations/factline_" + language.toStdString() + ".qm");
}

/// The words of a language ("de"), where there are any. English has some as well: the texts in the program
/// say "%n view(s)", and what one and what many are called is a matter of language.
void speak(QApplication& application, const QString& language) {
    const auto words = wordsOf(language);
    if (!words) return;
    // The texts of Qt itself, such as those of the file chooser; the one that is installed last is asked
    // first.
    auto* ofQt = new QTranslator(&application);
    if (ofQt->load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(ofQt);
    auto* translator = new QTranslator(&application);
    if (translator->load(reinterpret_cast<const uchar*>(words->data()), static_cast<int>(words->size())))
        QCoreApplication::installTranslator(translator);
}

/// Gives memory that is done with back to the system at once. By itself each thread of the background keeps
/// what its largest work took, and blocks as long as the text of a large model stay among the small ones.
void keepLittleMemory() {
#ifdef FACTLINE_MIMALLOC
#if MI_MALLOC_VERSION >= 210
    mi_option_set(mi_option_purge_delay, 0);
    mi_option_enable(mi_option_abandoned_page_purge);
#else
    mi_option_set(mi_option_decommit_delay, 0);
    mi_option_set(mi_option_segment_decommit_delay, 0);
    mi_option_enable(mi_option_abandoned_page_decommit);
#endif
#elif defined(__GLIBC__)
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 8 << 20);
#endif
}

} // namespace

QString languageFor(const QString& chosen) {
    if (!chosen.isEmpty() && wordsOf(chosen)) return chosen;
    for (const QString& wanted : QLocale().uiLanguages())
        if (QString language = wanted.section(QLatin1Char('-'), 0, 0); wordsOf(language)) return language;
    return QStringLiteral("en");
}

void furnish(QApplication& application, const QString& language) {
    keepLittleMemory();
    QApplication::setStyle(new WindowStyle);
    QApplication::setFont(picture::fontFor(picture::typography(), diagram::TextRole::NodeLabel));
    const QString english = QStringLiteral("en");
    const QString own = languageFor(language);
    speak(application, english);
    if (own != english) speak(application, own);
}

} // namespace factline::shell
