// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/generated_files_model.h"

#include <QCoreApplication>

#include "viewmodels/text.h"

namespace factline::viewmodels {

namespace {

using generate::Fate;

/// Files come sorted by path, so that a folder's are one after another.
GeneratedRow& folderIn(std::vector<GeneratedRow>& rows, const std::string& path, std::size_t nameBegin) {
    const auto found = std::ranges::find(rows, path, &GeneratedRow::path);
    if (found != rows.end()) return *found;
    GeneratedRow row;
    row.path = path;
    row.name = toQString(std::string_view(path).substr(nameBegin, path.size() - nameBegin - 1));
    rows.push_back(std::move(row));
    return rows.back();
}

} // namespace

QString fateText(Fate fate) {
    const auto text = [](const char* words) {
        return QCoreApplication::translate("GeneratedFilesModel", words);
    };
    switch (fate) {
    case Fate::Created:
        return text(QT_TRANSLATE_NOOP("GeneratedFilesModel", "new"));
    case Fate::Changed:
        return text(QT_TRANSLATE_NOOP("GeneratedFilesModel", "changed"));
    case Fate::Unchanged:
        return text(QT_TRANSLATE_NOOP("GeneratedFilesModel", "unchanged"));
    case Fate::Kept:
        return text(QT_TRANSLATE_NOOP("GeneratedFilesModel", "kept: yours"));
    case Fate::Refused:
        return text(QT_TRANSLATE_NOOP("GeneratedFilesModel", "refused: edited"));
    case Fate::Removed:
        return text(QT_TRANSLATE_NOOP("GeneratedFilesModel", "to be removed"));
    }
    return {};
}

void GeneratedFilesModel::show(const std::vector<generate::WrittenFile>& files) {
    std::vector<GeneratedRow> rows;
    for (const generate::WrittenFile& file : files) {
        std::vector<GeneratedRow>* level = &rows;
        std::size_t begin = 0;
        for (std::size_t slash = file.path.find('/'); slash != std::string::npos;
             begin = slash + 1, slash = file.path.find('/', begin)) {
            GeneratedRow& folder = folderIn(*level, file.path.substr(0, slash + 1), begin);
            if (file.fate != Fate::Unchanged && file.fate != Fate::Kept) ++folder.news;
            level = &folder.inside;
        }
        GeneratedRow row;
        row.path = file.path;
        row.name = toQString(std::string_view(file.path).substr(begin));
        row.fate = file.fate;
        row.note = toQString(file.note);
        level->push_back(std::move(row));
    }
    take(std::move(rows));
}

QVariant GeneratedFilesModel::value(const GeneratedRow& row, int role) const {
    const QString state = !row.isFolder() ? fateText(row.fate)
                          : row.news == 0 ? QString()
                                          : tr("%n to write", nullptr, row.news);
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
        return row.note.isEmpty() ? toQString(row.path)
                                  : QStringLiteral("%1\n%2").arg(toQString(row.path), row.note);
    case Qt::AccessibleTextRole:
        return state.isEmpty() ? row.name : tr("%1, %2").arg(row.name, state);
    case FateRole:
        return static_cast<int>(row.fate);
    case StateText:
        return state;
    case PathRole:
        return toQString(row.path);
    case IsFolder:
        return row.isFolder();
    default:
        return {};
    }
}

} // namespace factline::viewmodels
