// SPDX-License-Identifier: Apache-2.0
#include "panels/generate/preview_texts.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>

#include "picture/text.h"
#include "viewmodels/generated_files_model.h"

namespace factline::panels {

namespace {

using generate::Fate;
using picture::toQString;
using viewmodels::Preview;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(GeneratePanel)
};

std::map<Fate, int> countsOf(const std::vector<generate::WrittenFile>& files) {
    std::map<Fate, int> counts;
    for (const auto& file : files)
        ++counts[file.fate];
    return counts;
}

} // namespace

QString whyNothing(const Result<Preview>& preview) {
    if (!preview) return toQString(preview.error().message);
    if (preview->picks.empty())
        return Texts::tr(
            "The model has no context of its own yet. Add one, and say what it stores its data in.");
    if (std::ranges::none_of(preview->picks, &viewmodels::Pick::wanted))
        return Texts::tr(
            "No context calls for code yet. Give a context a store in the inspector (postgresql), "
            "or tick a target here.");
    if (preview->files.empty() && !preview->omitted.empty())
        return Texts::tr("Nothing can be generated yet.") + QLatin1Char('\n') + omissionsOf(*preview);
    return {};
}

QString summaryOf(const Preview& preview) {
    QStringList parts;
    for (const auto& [fate, count] : countsOf(preview.fates))
        parts += QStringLiteral("%1 %2").arg(count).arg(viewmodels::fateText(fate));
    QString text = parts.join(QStringLiteral(", "));
    if (!preview.omitted.empty())
        text += QStringLiteral(" · ") +
                Texts::tr("%n left out", nullptr, static_cast<int>(preview.omitted.size()));
    return text;
}

QString omissionsOf(const Preview& preview) {
    QStringList lines;
    for (const auto& omission : preview.omitted)
        lines +=
            QStringLiteral("%1: %2").arg(toQString(toString(omission.element)), toQString(omission.reason));
    return lines.join(QLatin1Char('\n'));
}

int filesToWrite(const Preview& preview) {
    return static_cast<int>(std::ranges::count_if(preview.fates, [](const auto& file) {
        return file.fate == Fate::Created || file.fate == Fate::Changed || file.fate == Fate::Removed;
    }));
}

QString captionOf(const QString& path, Fate fate) {
    const auto with = [&](const QString& text) { return path + QLatin1Char('\n') + text; };
    switch (fate) {
    case Fate::Kept:
        return with(
            Texts::tr("This file is yours and stays as it is. − stands on disk, + would be written anew."));
    case Fate::Refused:
        return with(Texts::tr("It was edited by hand, or was there before: it stays, and the new text goes "
                              "beside it as .new."));
    case Fate::Unchanged:
        return with(Texts::tr("Nothing changes in it."));
    case Fate::Removed:
        return with(Texts::tr("It is no longer generated and goes away."));
    default:
        return path;
    }
}

Report reportOf(const std::vector<generate::WrittenFile>& written, const QString& folder) {
    const auto counts = countsOf(written);
    QStringList parts;
    const auto add = [&](Fate fate, const QString& words) {
        if (const auto found = counts.find(fate); found != counts.end())
            parts += QStringLiteral("%1 %2").arg(found->second).arg(words);
    };
    add(Fate::Created, Texts::tr("new"));
    add(Fate::Changed, Texts::tr("changed"));
    add(Fate::Removed, Texts::tr("removed"));
    add(Fate::Kept, Texts::tr("kept"));
    Report report{Texts::tr("Written to %1: %2.").arg(folder, parts.join(QStringLiteral(", "))), {}};
    QStringList refused;
    for (const auto& file : written)
        if (file.fate == Fate::Refused) refused += toQString(file.path);
    if (!refused.empty())
        report.refused =
            Texts::tr("Left alone, because it was edited by hand or was there before: %1. The new "
                      "text stands beside it as .new.")
                .arg(refused.join(QStringLiteral(", ")));
    return report;
}

} // namespace factline::panels
