// SPDX-License-Identifier: Apache-2.0
#include "architecture/libraries.h"

#include <algorithm>
#include <cctype>
#include <functional>

#include <QDir>
#include <QLibraryInfo>

namespace factline::architecture {

namespace {

/// A foreign library, how its headers are recognised and where it may be used.
struct Library {
    std::string name;
    std::function<bool(const std::string& header)> owns;
    std::vector<std::string> homes; ///< beginnings of paths; tests may use everything
    std::size_t files = 0;          ///< in how many files at the most; 0: any number
};

bool startsWithAny(const std::string& text, const std::vector<std::string>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const std::string& start) { return text.starts_with(start); });
}

bool isQt(const std::string& header) {
    return header.size() > 1 && header[0] == 'Q' &&
           (std::isupper(static_cast<unsigned char>(header[1])) || header[1] == 't');
}

std::vector<Library> libraries(const std::set<std::string>& widgetHeaders) {
    const auto begins = [](const std::vector<std::string>& beginnings) {
        return [=](const std::string& header) { return startsWithAny(header, beginnings); };
    };
    const auto widgets = [=](const std::string& header) {
        const std::string file = header.substr(header.rfind('/') + 1);
        return header.starts_with("QtWidgets") || widgetHeaders.contains(file);
    };
    // app/cli is not among the homes of Qt: loading it is most of what a cold `factline check` would take.
    return {
        {"Qt",
         isQt,
         {"app/language/", "app/picture/", "app/review/", "app/verification/", "app/verifier/",
          "app/drawing/", "app/document/", "app/jobs/", "app/viewmodels/", "app/workspace/", "app/canvas/",
          "app/panels/", "app/dialogs/", "app/shell/", "model/catalogue/", "model/exchange/"},
         0},
        {"Qt Widgets", widgets, {"app/canvas/", "app/panels/", "app/dialogs/", "app/shell/"}, 0},
        {"Graphviz", begins({"graphviz/", "gvc.h", "cgraph.h"}), {"model/diagram/engine/"}, 0},
        {"yaml-cpp", begins({"yaml-cpp/"}), {"model/contract/"}, 0},
        {"Mustache", begins({"kainjow/", "mustache", "mstch/"}), {"model/generate/"}, 1},
        {"KissFFT", begins({"kissfft/"}), {"model/freshness/"}, 1},
        {"date", begins({"date/"}), {"model/freshness/"}, 1},
        {"CLI11", begins({"CLI/"}), {"app/cli/"}, 0},
        {"librdkafka", begins({"librdkafka/"}), {}, 0},
        {"libpq", begins({"libpq", "postgresql/"}), {}, 0},
    };
}

} // namespace

Offences libraryOffences(const SourceTree& tree, const std::set<std::string>& widgetHeaders) {
    Offences offences;
    for (const Library& library : libraries(widgetHeaders)) {
        std::set<std::string> users;
        for (const SourceFile& file : tree.sources) {
            if (file.top() == "tests") continue;
            for (const Include& include : file.includes()) {
                if (include.quoted || !library.owns(include.target)) continue;
                users.insert(file.path);
                if (!startsWithAny(file.path, library.homes))
                    offences.push_back(file.path + ":" + std::to_string(include.line) + ": <" +
                                       include.target + "> is " + library.name + ", which has no place here");
            }
        }
        if (library.files && users.size() > library.files)
            offences.push_back(library.name + " is to stand behind one file, but " + *users.begin() +
                               " and " + *std::next(users.begin()) + " include it");
    }
    const std::vector<std::string> noWidgets{
        "model/",   "app/language/",      "app/picture/",  "app/review/",    "app/drawing/",
        "app/cli/", "app/layout-worker/", "app/document/", "app/viewmodels/"};
    for (const SourceFile& file : tree.cmakeLists)
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            if (startsWithAny(file.path, noWidgets) &&
                file.lines[i].find("Qt6::Widgets") != std::string::npos)
                offences.push_back(file.path + ":" + std::to_string(i + 1) +
                                   ": Qt Widgets has no place here; the command line runs without it");
    return offences;
}

std::set<std::string> installedWidgetHeaders() {
    std::set<std::string> names;
    const QDir folder(QLibraryInfo::path(QLibraryInfo::HeadersPath) + "/QtWidgets");
    for (const QString& name : folder.entryList(QDir::Files))
        names.insert(name.toStdString());
    return names;
}

} // namespace factline::architecture
