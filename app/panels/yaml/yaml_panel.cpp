// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/yaml_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QScopedValueRollback>
#include <QStringDecoder>
#include <QVBoxLayout>

#include "panels/finding_place.h"
#include "panels/yaml/stale_bar.h"
#include "panels/yaml/text_take_over.h"
#include "panels/yaml/yaml_editor.h"
#include "panels/yaml/yaml_highlighter.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using contract::SourceFile;
using picture::toQString;

constexpr int pauseOfTyping = 1'000;   ///< ms; what is typed without it is one step
constexpr int patience = 200;          ///< ms; what is slow to read waits so long for more
constexpr int slow = 40;               ///< ms; reading longer than this would be felt at each key
constexpr std::size_t large = 200'000; ///< bytes; certainly slow to read
constexpr int mostNotes = 4;           ///< lines of the list that are seen at once
constexpr std::size_t mostMarks = 200; ///< waves below the text; the list has all of them

const SourceFile* fileOf(const std::vector<SourceFile>& files, const std::string& path) {
    const auto found = std::ranges::find(files, path, &SourceFile::path);
    return found == files.end() ? nullptr : &*found;
}

bool isUtf8(const std::string& text) {
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError() && decoded.size() <= static_cast<qsizetype>(text.size());
}

} // namespace

YamlPanel::YamlPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : Panel(parent)
    , m_around(around)
    , m_theme(theme)
    , m_files(new QComboBox(this))
    , m_stale(new StaleBar(this))
    , m_editor(new YamlEditor(theme, this))
    , m_highlighter(new YamlHighlighter(theme, m_editor->document()))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
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
    m_list->setModel(&m_notes);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("What could not be read"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->hide();
    m_nothing->setText(tr("The text of a model stands here. Open a model or begin a new one first."));
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(16, 12, 16, 12);
    setFocusProxy(m_editor);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseOfTyping);
    m_patience.setSingleShot(true);
    m_patience.setInterval(0);
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
    connect(m_editor, &YamlEditor::typed, this, &YamlPanel::afterTyping);
    connect(m_editor, &YamlEditor::shortcutFollows, this, &YamlPanel::sendTyped);
    connect(m_editor, &YamlEditor::lineEntered, this, &YamlPanel::chooseAt);
    connect(m_editor, &YamlEditor::undoAsked, this, [this] { step(true); });
    connect(m_editor, &YamlEditor::redoAsked, this, [this] { step(false); });
    connect(&m_pause, &QTimer::timeout, this, [this] { m_gesture = document::noGesture; });
    connect(&m_patience, &QTimer::timeout, this, &YamlPanel::sendTyped);
    connect(m_stale, &StaleBar::discardAsked, this, [this] {
        m_around.document.dropDraft();
        m_editor->setFocus();
    });
    connect(m_files, &QComboBox::textActivated, this, [this](const QString& path) {
        sendTyped();
        showFile(path);
        m_editor->setFocus();
    });
    connect(m_list, &QListView::clicked, this, &YamlPanel::goToNote);
    connect(m_list, &QListView::activated, this, &YamlPanel::goToNote);
}

void YamlPanel::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    m_editor->setTheme(theme);
    m_highlighter->setTheme(theme);
    m_stale->setTheme(theme);
    m_nothing->setStyleSheet(QStringLiteral("color: %1;").arg(theme.quietText.name()));
    m_list->setStyleSheet(
        QStringLiteral("QListView { background: %1; color: %2; border-top: 1px solid %3; padding: 2px 8px; }"
                       "QListView::item { padding: 3px 4px; }"
                       "QListView::item:selected { background: %4; color: %2; }")
            .arg(theme.panel.name(), theme.broken.text.name(), theme.hairline.name(),
                 theme.accentFill.name()));
}

bool YamlPanel::isSeen() const {
    return isVisible() && !visibleRegion().isEmpty();
}

/// Coming to the front of the tabs is told by nothing else.
void YamlPanel::paintEvent(QPaintEvent* event) {
    Panel::paintEvent(event);
    if (m_behind && !m_job.running())
        QMetaObject::invokeMethod(this, &YamlPanel::follow, Qt::QueuedConnection);
}

void YamlPanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    if (m_behind) follow();
}

/// The text and the places in it, worked out away from the window: after an edit of a large model that takes
/// a while.
YamlPanel::Reading YamlPanel::read(const document::Snapshot& snapshot) {
    if (!snapshot) return {};
    const auto written = document::textOf(*snapshot);
    if (!written) return {tl::unexpected(written.error()), {}};
    auto read = snapshot->base;
    if (!document::sameFiles(written->files, read->files))
        read = std::make_shared<const contract::ReadModel>(
            contract::carryIds(snapshot->model, contract::parseModel(written->files)));
    return {document::withDraft(written->files, snapshot->draft), viewmodels::TextPlaces(read)};
}

void YamlPanel::follow() {
    if (!m_sending) m_behind = true;
    showProblems(); // its count stands in the tab, also of a hidden panel
    if (!isSeen() && m_around.document.isOpen()) {
        m_job.cancel();
        m_behind = true;
        return;
    }
    m_job.start([snapshot = m_around.document.snapshot()](const std::stop_token&) { return read(snapshot); },
                [this](Reading reading) { show(std::move(reading)); });
}

void YamlPanel::show(Reading reading) {
    m_places = std::move(reading.places);
    if (!m_patience.isActive()) showFiles(reading.files);
    m_behind = false;
    showProblems();
    showMarks();
    takeSelection();
}

void YamlPanel::catchUp() {
    if (!m_behind || m_patience.isActive() || !m_around.document.isOpen()) return;
    const auto& written = m_around.document.text();
    if (!written) return;
    showFiles(document::withDraft(written->files, m_around.document.draft()));
    m_behind = false;
}

void YamlPanel::showFiles(const Result<std::vector<SourceFile>>& files) {
    if (!files) return m_stale->say(toQString(files.error().message), false);
    const SourceFile* now = fileOf(*files, m_path);
    const bool keep = now && fileOf(m_shown, m_path);
    if (keep) m_editor->take(fileOf(m_shown, m_path)->text, now->text);
    const bool samePaths = std::ranges::equal(m_shown, *files, {}, &SourceFile::path, &SourceFile::path);
    m_shown = *files;
    if (!samePaths) {
        m_files->clear();
        for (const SourceFile& file : m_shown)
            m_files->addItem(toQString(file.path));
    }
    m_files->setVisible(m_shown.size() > 1);
    m_nothing->setVisible(m_shown.empty());
    m_editor->setVisible(!m_shown.empty());
    if (!keep)
        showFile(now ? toQString(m_path) : m_shown.empty() ? QString() : toQString(m_shown.front().path));
    else
        m_files->setCurrentText(toQString(m_path));
}

void YamlPanel::showFile(const QString& path) {
    m_files->setCurrentText(path);
    m_path = path.toStdString();
    const SourceFile* file = fileOf(m_shown, m_path);
    m_editor->take(m_editor->text().toStdString(), file ? file->text : std::string());
    m_editor->goTo(0);
    if (file && file->text.size() > large) m_patience.setInterval(patience); // without trying it first
    m_editor->setReadOnly(file && !isUtf8(file->text)); // what is shown of it could not be written back
    showMarks();
    takeSelection();
}

void YamlPanel::afterTyping() {
    m_pause.start();
    if (m_gesture == document::noGesture) m_gesture = m_around.document.newGesture();
    if (!m_patience.isActive() && m_patience.interval() == 0)
        sendTyped();
    else
        m_patience.start();
}

void YamlPanel::sendTyped() {
    m_patience.stop();
    auto shown = std::ranges::find(m_shown, m_path, &SourceFile::path);
    if (shown == m_shown.end()) return;
    std::string typed = textTyped(shown->text, m_editor->text());
    if (typed == shown->text) return;
    shown->text = typed;
    const QScopedValueRollback sending(m_sending, true);
    QElapsedTimer clock;
    clock.start();
    const auto done = m_around.document.type(m_path, typed, m_gesture);
    m_patience.setInterval(clock.elapsed() > slow ? patience : 0);
    if (!done) m_stale->say(toQString(done.error().message), false);
}

void YamlPanel::step(bool back) {
    sendTyped();
    m_gesture = document::noGesture;
    if (back)
        m_around.document.history().undo();
    else
        m_around.document.history().redo();
    catchUp();
}

void YamlPanel::showProblems() {
    const auto& draft = m_around.document.draft();
    if (draft)
        m_notes.show(draft->problems);
    else if (m_places.read() && m_around.document.isOpen())
        m_notes.show(m_places.read()->problems);
    else
        m_notes.show(m_around.document.isOpen() ? m_around.document.snapshot()->base->problems
                                                : std::vector<contract::Problem>{});
    const int count = m_notes.rowCount();
    m_list->setVisible(count > 0);
    m_list->setFixedHeight(std::min(count, mostNotes) * std::max(24, m_list->sizeHintForRow(0)) + 6);
    if (draft && count > 0)
        m_stale->say(tr("Not understood yet: %1 The picture shows the model as it was.")
                         .arg(m_notes.sentence(m_notes.problems().front())),
                     true);
    else
        m_stale->say({}, false);
    if (draft) showMarks();
    emit countChanged(count);
}

std::optional<std::uint32_t> YamlPanel::fileNumber(const std::string& path) const {
    if (!m_places.read()) return std::nullopt;
    const auto& files = m_places.read()->files;
    const auto found = std::ranges::find(files, path, &SourceFile::path);
    if (found == files.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - files.begin());
}

/// How lines moved between the text that was understood last and what stands in the editor.
std::vector<viewmodels::Hunk> YamlPanel::readToShown(std::uint32_t file) const {
    const std::string& before = m_places.read()->files[file].text;
    const SourceFile* shown = fileOf(m_shown, m_path);
    if (!shown || shown->text == before) return {};
    return viewmodels::lineDiff(viewmodels::linesOf(before), viewmodels::linesOf(shown->text));
}

LineMark YamlPanel::markOf(const SourceRange& place, const QString& text, Severity severity) const {
    LineMark mark{.line = static_cast<int>(place.line) - 1, .severity = severity, .text = text};
    const SourceFile* shown = fileOf(m_shown, m_path);
    if (!shown || place.line == 0) return mark;
    const auto lines = viewmodels::linesOf(shown->text);
    mark.line = std::min(mark.line, static_cast<int>(lines.size()) - 1);
    const QString line = toQString(lines[static_cast<std::size_t>(mark.line)]);
    // Places count characters, a QString halves of some of them.
    for (std::uint32_t character = 1; character < place.column && mark.column < line.size(); ++character)
        mark.column += line[mark.column].isHighSurrogate() ? 2 : 1;
    mark.length = static_cast<int>(std::min<qsizetype>(place.end > place.begin ? place.end - place.begin : 1,
                                                       line.size() - mark.column));
    if (mark.length <= 0) { // at the end of the line, or an empty one: what is on it
        mark.column = 0;
        mark.length = static_cast<int>(line.size());
    }
    return mark;
}

void YamlPanel::showMarks() {
    std::vector<LineMark> marks;
    for (const contract::Problem& problem : m_notes.problems())
        if (problem.place.file == m_path && marks.size() < mostMarks)
            marks.push_back(markOf(problem.place, toQString(problem.message), Severity::Error));
    const auto& judgement = m_around.judge.latest();
    const auto file = fileNumber(m_path);
    if (judgement && judgement->snapshot && file) {
        const auto hunks = readToShown(*file);
        for (const Finding& finding : judgement->findings) {
            if (!finding.at || !m_places.read()->sources.locate(finding.at)) continue;
            const SourceRange place = m_places.read()->sources.find(finding.at, finding.field);
            if (place.file != m_path || place.line == 0) continue;
            marks.push_back({.line = static_cast<int>(viewmodels::lineAfter(hunks, place.line - 1)),
                             .severity = finding.severity,
                             .text = toQString(finding.message)});
        }
    }
    m_editor->setMarks(std::move(marks));
}

void YamlPanel::chooseAt(int line) {
    const auto file = fileNumber(m_path);
    if (!file || m_patience.isActive()) return;
    const ElementId id =
        m_places.at(*file, viewmodels::lineBefore(readToShown(*file), static_cast<std::size_t>(line)));
    if (!id || id == m_around.selection.current()) return;
    const QScopedValueRollback choosing(m_choosing, true);
    m_around.selection.select(id);
    takeSelection();
}

void YamlPanel::takeSelection() {
    const auto place = m_places.find(m_around.selection.current());
    if (!place) return m_editor->setChosen(-1, -1); // perhaps not yet: it comes with the next reading
    const std::string& path = m_places.read()->files[place->file].path;
    const bool reveal = m_toReveal && !m_behind && !m_patience.isActive();
    if (path != m_path && !reveal) return m_editor->setChosen(-1, -1);
    m_toReveal = m_toReveal && !reveal;
    if (path != m_path) showFile(toQString(path));
    const auto hunks = readToShown(place->file);
    const auto first = static_cast<int>(viewmodels::lineAfter(hunks, place->first));
    m_editor->setChosen(first, static_cast<int>(viewmodels::lineAfter(hunks, place->last)));
    if (reveal) m_editor->goTo(first);
}

void YamlPanel::goToNote(const QModelIndex& index) {
    if (!index.isValid()) return;
    const SourceRange place = m_notes.problems()[static_cast<std::size_t>(index.row())].place;
    if (place.file != m_path && fileOf(m_shown, place.file)) {
        sendTyped();
        showFile(toQString(place.file));
    }
    const LineMark mark = markOf(place, {}, Severity::Error);
    m_editor->goTo(mark.line, mark.column);
    m_editor->setFocus();
}

Panel* createYamlPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent) {
    return new YamlPanel(around, theme, parent);
}

} // namespace factline::panels
