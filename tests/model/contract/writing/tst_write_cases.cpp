// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QTest>
#include <fstream>
#include <sstream>

#include "contract/write.h"
#include "domain/lookup.h"
#include "edit/edit.h"

using namespace factline;
using namespace factline::contract;

namespace {

std::string fileText(const QString& path) {
    std::ostringstream text;
    text << std::ifstream(path.toStdString(), std::ios::binary).rdbuf();
    return text.str();
}

/// The element called `kind name`, as an id.
ElementId idOf(const Lookup& lookup, const std::string& kind, const std::string& name) {
    for (const Located& located : lookup.all())
        if (toString(located.key) == kind + ' ' + name) return located.id();
    return {};
}

edit::Edit changed(const Located& located, const std::function<void(Fact*, Event*)>& change) {
    if (const auto* const* fact = std::get_if<const Fact*>(&located.element)) {
        Fact copy = **fact;
        change(&copy, nullptr);
        return edit::ReplaceElement{copy};
    }
    Event copy = *std::get<const Event*>(located.element);
    change(nullptr, &copy);
    return edit::ReplaceElement{copy};
}

/// One line of an edit.txt: `rename KIND NAME TO`, `remove KIND NAME`, `move KIND NAME CONTEXT`, `means KIND
/// NAME TEXT`, `version KIND NAME NUMBER`, `add-event CONTEXT NAME`, `add-context NAME`.
edit::Edit parseEdit(const Lookup& lookup, const std::string& line) {
    std::istringstream words(line);
    std::string what, kind, name, rest;
    words >> what >> kind >> name >> std::ws;
    std::getline(words, rest);
    for (auto at = rest.find("\\n"); at != std::string::npos; at = rest.find("\\n"))
        rest.replace(at, 2, "\n");
    if (what == "add-context") {
        Context context;
        context.name = kind;
        context.kind = ContextKind::Core;
        return edit::AddElement{context, {}, {}};
    }
    if (what == "add-event") {
        Event event;
        event.name = name;
        event.means = "A new one.";
        return edit::AddElement{event, idOf(lookup, "context", kind), {}};
    }
    const ElementId id = idOf(lookup, kind, name);
    if (what == "rename") return edit::Rename{id, rest};
    if (what == "remove") return edit::RemoveElements{{id}};
    if (what == "move") return edit::MoveToContext{{id}, idOf(lookup, "context", rest)};
    return changed(*lookup.find(id), [&](Fact* fact, Event* event) {
        if (what == "version")
            event->version = static_cast<std::uint32_t>(std::stoul(rest));
        else
            (fact ? fact->means : event->means) = rest;
    });
}

/// The model after a case's edits: the lines of its edit.txt one after another, or as wanted.factline.yaml
/// says.
Result<Model> wantedModel(const QString& folder, const ReadModel& read) {
    if (const QString wanted = folder + "/wanted.factline.yaml"; QFile::exists(wanted))
        return carryIds(read.model, parseModel({{"model.factline.yaml", fileText(wanted)}}).model);
    Model model = read.model;
    std::istringstream edits(fileText(folder + "/edit.txt"));
    for (std::string line; std::getline(edits, line);) {
        auto applied = edit::apply(model, parseEdit(Lookup(model), line), read.model);
        if (!applied) return tl::unexpected(applied.error());
        model = std::move(applied->model);
    }
    return model;
}

} // namespace

class WriteCasesTest : public QObject {
    Q_OBJECT
private slots:
    void cases_data() {
        QTest::addColumn<QString>("folder");
        const QDir cases(QStringLiteral(FACTLINE_SOURCE_DIR "/tests/cases/write"));
        for (const QString& name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << cases.filePath(name);
        QVERIFY(cases.count() > 10);
    }

    void cases() {
        QFETCH(QString, folder);
        const ReadModel read =
            parseModel({{"model.factline.yaml", fileText(folder + "/before.factline.yaml")}});
        QVERIFY2(read.problems.empty(), read.problems.empty() ? "" : toString(read.problems.front()).c_str());
        const auto model = wantedModel(folder, read);
        QVERIFY2(model, model ? "" : model.error().message.english().c_str());
        const auto written = renderModel(read, *model);
        QVERIFY2(written, written ? "" : written.error().message.english().c_str());
        const std::string& text = *written->files.front().text;
        if (text != fileText(folder + "/after.factline.yaml")) QFAIL(("written:\n" + text).c_str());
        QVERIFY2(written->notices.empty(),
                 written->notices.empty() ? "" : written->notices.front().english().c_str());
    }
};

QTEST_APPLESS_MAIN(WriteCasesTest)
#include "tst_write_cases.moc"
