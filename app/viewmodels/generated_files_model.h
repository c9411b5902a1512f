// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/write.h"
#include "viewmodels/tree_model.h"

namespace factline::viewmodels {

/// A folder or a file that would be written.
struct GeneratedRow {
    QString name;
    std::string path; ///< relative to the output folder; of a folder: with '/' at its end
    generate::Fate fate = generate::Fate::Unchanged;
    QString note;
    int news = 0; ///< of a folder: files in it that are not as they are on disk
    std::vector<GeneratedRow> inside;

    bool isFolder() const { return path.ends_with('/'); }
    std::uint64_t key() const { return std::hash<std::string>{}(path); }
    bool says(const GeneratedRow& other) const {
        return fate == other.fate && note == other.note && news == other.news;
    }
};

/// What to call what would become of a file.
QString fateText(generate::Fate fate);

/// The files that would be written, by folders, with what would become of each.
class GeneratedFilesModel : public TreeModel<GeneratedRow> {
    Q_OBJECT
public:
    enum Role { FateRole = Qt::UserRole, StateText, PathRole, IsFolder };

    using TreeModel::TreeModel;

    void show(const std::vector<generate::WrittenFile>& files);

protected:
    QVariant value(const GeneratedRow& row, int role) const override;
};

} // namespace factline::viewmodels
