// SPDX-License-Identifier: Apache-2.0
#include "shell/help_pages.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "base/resources.h"
#include "lint/registry.h"
#include "lint/rule_page.h"
#include "picture/text.h"
#include "shell/about.h"

namespace factline::shell {

using picture::toQString;

namespace {

// In the order in which they are best read; others follow.
constexpr std::array first{"help/first-steps", "help/window", "help/contract-language", "help/meaning"};

QString titleOf(const QString& text) {
    return text.section(QLatin1Char('\n'), 0, 0).remove(QLatin1Char('#')).trimmed();
}

void add(std::vector<HelpPage>& pages, const QString& name) {
    if (std::ranges::find(pages, name, &HelpPage::name) == pages.end())
        pages.push_back({name, titleOf(helpText(name))});
}

/// Where the pages in the language of the window stand: "help/de/" in German, below those in English.
QString ownFolder() {
    return QCoreApplication::translate("Help", "help/", "the folder of the pages in this language: help/de/");
}

/// A page that is there in English only says so below its title, where the window speaks another language.
QString withLanguage(QString text) {
    const char* said = QT_TRANSLATE_NOOP("Help", "This page is in English.");
    const QString note = QCoreApplication::translate("Help", said);
    if (note == QLatin1String(said)) return text;
    return text.insert(text.indexOf(QLatin1Char('\n')) + 1, QStringLiteral("\n*%1*\n\n").arg(note));
}

QString ruleList() {
    QString text = QCoreApplication::translate("Help", "# Rules\n\nWhat the check looks for.\n\n");
    for (const auto& path : resourcePaths("rules/")) {
        const QString id = toQString(path).section(QLatin1Char('/'), 1).section(QLatin1Char('.'), 0, 0);
        text += QStringLiteral("- [%1](rules/%1)\n").arg(id);
    }
    return text;
}

} // namespace

std::vector<HelpPage> helpPages() {
    std::vector<HelpPage> pages;
    for (const char* name : first)
        add(pages, QString::fromLatin1(name));
    for (const char* folder : {"help/", "rules/"}) {
        if (folder == std::string_view("rules/")) add(pages, QStringLiteral("rules"));
        for (const auto& path : resourcePaths(folder))
            if (toQString(path).count(QLatin1Char('/')) == 1) // those below are the same in other languages
                add(pages, toQString(path).section(QLatin1Char('.'), 0, 0));
    }
    add(pages, QStringLiteral("about"));
    return pages;
}

QString helpText(const QString& page) {
    if (page == QLatin1String("rules")) return ruleList();
    if (page == QLatin1String("about")) return aboutText();
    if (page.startsWith(QLatin1String("rules/")))
        if (const auto* rule = lint::findRule(page.mid(6).toStdString()))
            return withLanguage(toQString(lint::wholePage(*rule)));
    if (page.startsWith(QLatin1String("help/"))) {
        const QString own = ownFolder() + page.section(QLatin1Char('/'), 1) + QStringLiteral(".md");
        if (const auto found = findResource(own.toStdString())) return toQString(*found);
    }
    const auto found = findResource((page + QStringLiteral(".md")).toStdString());
    return found ? withLanguage(toQString(*found)) : QString();
}

} // namespace factline::shell
