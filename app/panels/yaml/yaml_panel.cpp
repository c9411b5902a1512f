// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/yaml_panel.h"

#include <algorithm>

#include <QLabel>
#include <QScopedValueRollback>
#include <QUtf8StringView>
#include <QVBoxLayout>

#include "panels/calm_box.h"
#include "panels/yaml/note_list.h"
#include "panels/yaml/stale_bar.h"
#include "panels/yaml/yaml_editor.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using contract::SourceFile;
using picture::toQString;

bool isUtf8(const std::string& text) {
    return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

} // namespace

YamlPanel::YamlPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : RestingPanel(parent)
    , m_around(around)
    , m_files(new CalmBox(this))
    , m_stale(new StaleBar(this))
    , m_editor(new YamlEditor(theme, this))
    , m_list(new NoteList(this))
    , m_nothing(new QLabel(this))
    , m_typing(around.document, this)
    , m_job(this) {
    build();
    connectAll();
    setTheme(theme);
    follow();
}

YamlPanel::~YamlPanel() {
    m_editor->disconnect(this); // it loses the keyboard on its way out
}

void YamlPanel::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_files);
    column->addWidget(m_stale);
    column->addWidget(m_editor, 1);
    column->addWidget(m_list);
    column->addWidget(m_nothing, 1, Qt::AlignTop);
    m_files->setAccessibleName(tr("File of the model"));
    m_files->hide();
    m_editor->setAccessibleName(tr("The model as YAML"));
    m_nothing->setText(tr("The text of a model stands here. Open a model or begin a new one first."));
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(16, 12, 16, 12);
    setFocusProxy(m_editor);
    m_editor->setVisible(false);
    m_nothing->setVisible(!m_around.document.isOpen());
}

void YamlPanel::connectAll() {
    connect(&m_around.document, &document::Document::changed, this, &YamlPanel::follow);
    connect(&m_around.judge, &jobs::Judge::judged, this, &YamlPanel::showMarks);
    const auto take = [this] {
        m_toReveal = !m_choosing;
        takeSelection();
    };
    connect(&m_around.selection, &viewmodels::Selection::changed, this, take);
    connect(&m_around.selection, &viewmodels::Selection::reveal, this, take);
    connect(m_editor, &YamlEditor::aboutToType, this, &YamlPanel::catchUp);
    connect(m_editor, &YamlEditor::typed, &m_typing, &Typing::goOn);
    connect(m_editor, &YamlEditor::filled, this, &YamlPanel::takeSelection);
    connect(&m_typing, &Typing::due, this, [this] {
        if (const auto typed = whatIsTyped())
            m_typing.sendInTime(m_shown.path(), *typed, {m_readOf, m_shown.places().read()});
    });
    connect(&m_typing, &Typing::sent, this, [this](const Shared<std::string>& text) { m_shown.type(text); });
    connect(&m_typing, &Typing::failed, this, [this](const QString& why) { m_stale->say(why, false); });
    connect(m_editor, &YamlEditor::shortcutFollows, this, &YamlPanel::sendTyped);
    connect(m_editor, &YamlEditor::lineEntered, this, &YamlPanel::chooseAt);
    connect(m_editor, &YamlEditor::undoAsked, this, [this] { step(true); });
    connect(m_editor, &YamlEditor::redoAsked, this, [this] { step(false); });
    connect(m_stale, &StaleBar::discardAsked, this, [this] {
        m_around.document.dropDraft();
        m_editor->setFocus();
    });
    connect(m_files, &QComboBox::textActivated, this, [this](const QString& path) {
        sendTyped();
        showFile(path);
        m_editor->setFocus();
    });
    connect(m_list, &NoteList::placeWanted, this, &YamlPanel::goTo);
}

void YamlPanel::setTheme(const picture::Theme& theme) {
    m_editor->setTheme(theme);
    m_stale->setTheme(theme);
    m_nothing->setStyleSheet(QStringLiteral("color: %1;").arg(theme.quietText.name()));
    m_list->setTheme(theme);
}

void YamlPanel::follow() {
    if (!m_typing.isSending()) setBehind(true);
    showProblems();                                    // its count stands in the tab, also of a hidden panel
    if (m_around.document.isOpen()) m_nothing->hide(); // the text is on its way
    if (!isSeen() && m_around.document.isOpen()) {
        m_job.cancel();
        m_readOf.reset();
        setBehind(true);
        return;
    }
    m_job.start([snapshot = m_around.document.snapshot()](const std::stop_token&) { return read(snapshot); },
                [this](Reading reading) { show(std::move(reading)); });
}

void YamlPanel::show(Reading reading) {
    m_shown.takePlaces(std::move(reading.places));
    m_readOf = std::move(reading.of);
    if (!m_typing.isWaiting()) showFiles(std::move(reading.files));
    setBehind(false);
    showProblems();
    showMarks();
    takeSelection();
}

void YamlPanel::catchUp() {
    if (!isBehind() || m_typing.isWaiting() || !m_around.document.isOpen()) return;
    const auto& written = m_around.document.text();
    if (!written) return;
    showFiles(document::withDraft(written->files, m_around.document.draft()));
    setBehind(false);
}

void YamlPanel::showFiles(Result<std::vector<SourceFile>> files) {
    if (!files) return m_stale->say(toQString(files.error().message), false);
    const bool samePaths =
        std::ranges::equal(m_shown.all(), *files, {}, &SourceFile::path, &SourceFile::path);
    const std::vector<SourceFile> before = m_shown.take(*std::move(files));
    const auto was = std::ranges::find(before, m_shown.path(), &SourceFile::path);
    const SourceFile* now = m_shown.current();
    const bool stays = was != before.end() && now;
    if (stays) m_editor->take(was->text, now->text);
    if (!samePaths) {
        m_files->clear();
        for (const SourceFile& file : m_shown.all())
            m_files->addItem(toQString(file.path));
    }
    const bool none = m_shown.all().empty();
    m_files->setVisible(m_shown.all().size() > 1);
    m_nothing->setVisible(none);
    m_editor->setVisible(!none);
    if (stays)
        m_files->setCurrentText(toQString(m_shown.path()));
    else if (now)
        showFile(toQString(m_shown.path()));
    else
        showFile(none ? QString() : toQString(m_shown.all().front().path));
}

void YamlPanel::showFile(const QString& path) {
    m_files->setCurrentText(path);
    m_shown.open(path.toStdString());
    const SourceFile* file = m_shown.current();
    m_editor->show(file ? file->text : Shared<std::string>());
    m_editor->goTo(0);
    m_typing.expect(file ? file->text->size() : 0);
    m_editor->setLocked(file && !isUtf8(*file->text)); // what is shown of it could not be written back
    showMarks();
    takeSelection();
}

std::optional<Shared<std::string>> YamlPanel::whatIsTyped() {
    m_typing.stopWaiting();
    const SourceFile* shown = m_shown.current();
    if (!shown || m_editor->isFilling()) return std::nullopt;
    std::string typed = m_editor->typedInto(*shown->text);
    if (typed == *shown->text) return std::nullopt;
    return typed;
}

void YamlPanel::sendTyped() {
    const auto typed = whatIsTyped();
    if (!typed) return;
    m_shown.type(*typed);
    const auto done = m_typing.send(m_shown.path(), *typed);
    if (!done) m_stale->say(toQString(done.error().message), false);
}

void YamlPanel::step(bool back) {
    sendTyped();
    m_typing.endStep();
    if (back)
        m_around.document.history().undo();
    else
        m_around.document.history().redo();
    catchUp();
}

void YamlPanel::showProblems() {
    const auto& draft = m_around.document.draft();
    const auto& read = m_shown.places().read();
    if (draft)
        m_list->showProblems(draft->problems);
    else if (!m_around.document.isOpen())
        m_list->showProblems({});
    else
        m_list->showProblems(read ? read->problems : m_around.document.snapshot()->base->problems);
    const auto& problems = m_list->notes().problems();
    if (draft && !problems.empty())
        m_stale->say(tr("Not understood yet: %1 The picture shows the model as it was.")
                         .arg(m_list->notes().sentence(problems.front())),
                     true);
    else
        m_stale->say({}, false);
    if (draft) showMarks();
    emit countChanged(static_cast<int>(problems.size()));
}

void YamlPanel::showMarks() {
    static const std::vector<Finding> none;
    const auto& judgement = m_around.judge.latest();
    const bool judged = judgement && judgement->snapshot;
    m_editor->setMarks(m_shown.marks(m_list->notes().problems(), judged ? judgement->findings : none));
}

void YamlPanel::chooseAt(int line) {
    if (m_typing.isWaiting()) return;
    const ElementId id = m_shown.at(line);
    if (!id || id == m_around.selection.current()) return;
    const QScopedValueRollback choosing(m_choosing, true);
    m_around.selection.select(id);
    takeSelection();
}

void YamlPanel::takeSelection() {
    const ElementId id = m_around.selection.current();
    const std::string* path = m_shown.fileOf(id);
    if (!path) return m_editor->setChosen(-1, -1); // perhaps not yet: it comes with the next reading
    const bool reveal = m_toReveal && !isBehind() && !m_typing.isWaiting() && !m_editor->isFilling();
    if (*path != m_shown.path() && !reveal) return m_editor->setChosen(-1, -1);
    m_toReveal = m_toReveal && !reveal;
    if (*path != m_shown.path()) showFile(toQString(*path));
    const auto [first, last] = m_shown.linesOf(id);
    m_editor->setChosen(first, last);
    if (reveal) m_editor->goTo(first);
}

void YamlPanel::goTo(const SourceRange& place) {
    if (place.file != m_shown.path() && m_shown.find(place.file)) {
        sendTyped();
        showFile(toQString(place.file));
    }
    const LineMark mark = m_shown.mark(place, {}, Severity::Error);
    m_editor->goTo(mark.line, mark.column);
    m_editor->setFocus();
}

Panel* createYamlPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent) {
    return new YamlPanel(around, theme, parent);
}

} // namespace factline::panels
