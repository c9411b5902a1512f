// SPDX-License-Identifier: Apache-2.0
#include "panels/generate/generate_panel.h"

#include <map>

#include <QCryptographicHash>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>

#include "panels/diff_view.h"
#include "panels/generate/file_delegate.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using generate::Fate;
using picture::toQString;
using viewmodels::GeneratedFilesModel;
using viewmodels::Preview;

constexpr int typingPause = 300; ///< ms

std::map<Fate, int> countsOf(const std::vector<generate::WrittenFile>& files) {
    std::map<Fate, int> counts;
    for (const auto& file : files)
        ++counts[file.fate];
    return counts;
}

/// "3 new, 1 changed, 12 unchanged".
QString listed(const std::map<Fate, int>& counts) {
    QStringList parts;
    for (const auto& [fate, count] : counts)
        parts += QStringLiteral("%1 %2").arg(count).arg(viewmodels::fateText(fate));
    return parts.join(QStringLiteral(", "));
}

QString omissionsOf(const Preview& preview) {
    QStringList lines;
    for (const auto& omission : preview.omitted)
        lines +=
            QStringLiteral("%1: %2").arg(toQString(toString(omission.element)), toQString(omission.reason));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

GeneratePanel::GeneratePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : Panel(parent)
    , m_around(around)
    , m_top(new QWidget(this))
    , m_folder(new QLineEdit(m_top))
    , m_write(new QPushButton(m_top))
    , m_summary(new QLabel(m_top))
    , m_nothing(new QLabel(this))
    , m_parts(new QSplitter(this))
    , m_pickTree(new QTreeView(m_parts))
    , m_fileTree(new QTreeView(m_parts))
    , m_caption(new QLabel)
    , m_diff(new DiffView(theme))
    , m_delegate(new FileDelegate(theme, this))
    , m_job(this)
    , m_comparing(this)
    , m_writing(this) {
    build();
    connectAll();
    setTheme(theme);
    follow();
}

GeneratePanel::~GeneratePanel() = default;

void GeneratePanel::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTop());
    column->addWidget(m_nothing, 0, Qt::AlignTop);
    column->addWidget(m_parts, 1);
    column->addStretch(0);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(16, 8, 16, 8);
    m_nothing->setObjectName(QStringLiteral("nothing"));
    buildTrees();
    auto* right = new QWidget(m_parts);
    auto* difference = new QVBoxLayout(right);
    difference->setContentsMargins(8, 0, 0, 0);
    difference->setSpacing(4);
    m_caption->setWordWrap(true);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setObjectName(QStringLiteral("caption"));
    difference->addWidget(m_caption);
    difference->addWidget(m_diff, 1);
    m_diff->setAccessibleName(tr("Difference to the file on disk"));
    m_parts->setChildrenCollapsible(false);
    m_parts->setStretchFactor(0, 2);
    m_parts->setStretchFactor(1, 4);
    m_parts->setStretchFactor(2, 6);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    setFocusProxy(m_folder);
}

QWidget* GeneratePanel::buildTop() {
    auto* row = new QHBoxLayout(m_top);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    auto* label = new QLabel(tr("Write to"), m_top);
    label->setBuddy(m_folder);
    m_folder->setPlaceholderText(tr("A folder; a relative one starts at the model's"));
    m_folder->setAccessibleName(tr("Output folder"));
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setClearButtonEnabled(true);
    auto* choose = new QToolButton(m_top);
    choose->setText(tr("Choose…"));
    connect(choose, &QToolButton::clicked, this, &GeneratePanel::chooseFolder);
    m_write->setObjectName(QStringLiteral("write"));
    m_write->setText(tr("Write"));
    m_summary->setObjectName(QStringLiteral("summary"));
    row->addWidget(label);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    row->addWidget(m_summary);
    row->addWidget(m_write);
    return m_top;
}

void GeneratePanel::buildTrees() {
    m_pickTree->setModel(&m_picks);
    m_pickTree->setObjectName(QStringLiteral("picks"));
    m_pickTree->setAccessibleName(tr("Contexts and targets"));
    m_fileTree->setModel(&m_files);
    m_fileTree->setObjectName(QStringLiteral("files"));
    m_fileTree->setAccessibleName(tr("Files to be written"));
    m_fileTree->setItemDelegate(m_delegate);
    for (QTreeView* tree : {m_pickTree, m_fileTree}) {
        tree->setHeaderHidden(true);
        tree->setFrameShape(QFrame::NoFrame);
        tree->setUniformRowHeights(true);
        tree->setIndentation(14);
        tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(tree->model(), &QAbstractItemModel::rowsInserted, tree, &QTreeView::expandAll,
                Qt::QueuedConnection);
    }
}

void GeneratePanel::connectAll() {
    connect(&m_around.document, &document::Document::changed, this, &GeneratePanel::follow);
    connect(&m_around.document, &document::Document::statusChanged, this, [this] {
        if (m_settingsOf != m_around.document.file()) follow();
    });
    connect(&m_picks, &viewmodels::PicksModel::picked, this, &GeneratePanel::pick);
    connect(m_folder, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] {
        keepSettings();
        follow();
    });
    connect(m_write, &QPushButton::clicked, this, &GeneratePanel::write);
    connect(m_fileTree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &GeneratePanel::showSelected);
}

void GeneratePanel::setTheme(const picture::Theme& theme) {
    m_delegate->setTheme(theme);
    m_diff->setTheme(theme);
    setStyleSheet(QStringLiteral(
                      R"(QLabel { color: %quiet; }
QLineEdit { background: %window; border: 1px solid %line; border-radius: 5px; padding: 3px 6px; color: %text; }
QLineEdit:focus { border: 1px solid %accent; background: %panel; }
QToolButton, QPushButton { color: %accent; border: 1px solid %line; border-radius: 5px; padding: 4px 12px; background: %panel; }
QToolButton:hover, QPushButton:hover { background: %accentFill; }
QToolButton:focus, QPushButton:focus { border: 1px solid %accent; }
QPushButton:enabled { background: %accent; color: %panel; border: 1px solid %accent; font-weight: 600; }
QPushButton:enabled:focus { border: 2px solid %text; }
QPushButton:disabled { color: %quiet; }
QTreeView { background: %panel; }
QTreeView::item { height: 24px; }
QSplitter::handle { background: %line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; })")
                      .replace(QLatin1String("%panel"), theme.panel.name())
                      .replace(QLatin1String("%window"), theme.window.name())
                      .replace(QLatin1String("%line"), theme.hairline.name())
                      .replace(QLatin1String("%text"), theme.text.name())
                      .replace(QLatin1String("%accentFill"), theme.accentFill.name())
                      .replace(QLatin1String("%accent"), theme.accent.name())
                      .replace(QLatin1String("%quiet"), theme.quietText.name()));
    m_fileTree->viewport()->update();
}

bool GeneratePanel::isSeen() const {
    return isVisible() && !visibleRegion().isEmpty();
}

/// Coming to the front of the tabs is told by nothing else.
void GeneratePanel::paintEvent(QPaintEvent* event) {
    Panel::paintEvent(event);
    if (m_behind && !m_job.running())
        QMetaObject::invokeMethod(this, &GeneratePanel::follow, Qt::QueuedConnection);
}

void GeneratePanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    if (m_behind) follow();
}

void GeneratePanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    m_parts->setOrientation(width() < height() ? Qt::Vertical : Qt::Horizontal);
}

bool GeneratePanel::event(QEvent* event) {
    if (event->type() == QEvent::WindowActivate) follow(); // the folder may have changed meanwhile
    return Panel::event(event);
}

void GeneratePanel::follow() {
    m_behind = true;
    m_write->setEnabled(false); // until what would be written is known again
    if (!isSeen()) return m_job.cancel();
    if (m_settingsOf != m_around.document.file()) readSettings();
    const auto snapshot = m_around.document.snapshot();
    m_job.start(
        [snapshot, choices = m_choices, folder = folder()](const std::stop_token&) {
            return snapshot ? viewmodels::previewOf(snapshot->model, choices, folder)
                            : Result<Preview>(Preview{});
        },
        [this](Result<Preview> preview) { show(std::move(preview)); });
}

void GeneratePanel::show(Result<Preview> preview) {
    m_behind = false;
    const bool open = m_around.document.isOpen();
    m_top->setVisible(open);
    m_parts->setVisible(open && (!preview || !preview->picks.empty()));
    QString say;
    if (!open)
        say = tr("Code and tables that a model gives stand here. Open a model or begin a new one first.");
    else if (!preview)
        say = toQString(preview.error().message);
    else if (preview->picks.empty())
        say = tr("The model has no context of its own yet. Add one, and say what it stores its data in.");
    else if (std::ranges::none_of(preview->picks, &viewmodels::Pick::wanted))
        say = tr("No context calls for code yet. Give a context a store in the inspector (postgresql), or "
                 "tick a target here.");
    else if (preview->files.empty() && !preview->omitted.empty())
        say = tr("Nothing can be generated yet.") + QLatin1Char('\n') + omissionsOf(*preview);
    m_nothing->setText(say);
    m_nothing->setVisible(!say.isEmpty());
    m_shown = preview ? std::make_shared<const Preview>(std::move(*preview)) : nullptr;
    if (m_shown) m_picks.show(m_shown->picks);
    m_files.show(m_shown ? m_shown->fates : std::vector<generate::WrittenFile>{});
    if (!m_fileTree->currentIndex().isValid()) {
        const QModelIndex first = m_files.find([](const auto& row) { return !row.isFolder(); });
        if (first.isValid()) m_fileTree->setCurrentIndex(first);
    }
    showSummary();
    showSelected();
}

void GeneratePanel::showSummary() {
    auto counts = m_shown ? countsOf(m_shown->fates) : std::map<Fate, int>{};
    const int toWrite = counts[Fate::Created] + counts[Fate::Changed] + counts[Fate::Removed];
    std::erase_if(counts, [](const auto& count) { return count.second == 0; });
    const QString left = m_shown ? omissionsOf(*m_shown) : QString();
    QString text = listed(counts);
    if (!left.isEmpty())
        text += QStringLiteral(" · ") + tr("%n left out", nullptr, static_cast<int>(m_shown->omitted.size()));
    m_summary->setText(text);
    m_summary->setToolTip(left);
    m_write->setEnabled(toWrite > 0 && m_shown && !m_shown->folder.empty() && !m_writing.running());
    m_write->setText(toWrite > 0
                         ? tr("Write %n file(s)", nullptr, toWrite)
                               .replace(QLatin1String("(s)"), toWrite == 1 ? QString() : QStringLiteral("s"))
                         : tr("Write"));
    m_write->setToolTip(m_shown && m_shown->folder.empty() ? tr("Choose a folder to write to first.")
                                                           : QString());
}

void GeneratePanel::showSelected() {
    const QModelIndex index = m_fileTree->currentIndex();
    if (!m_shown || !index.isValid() || index.data(GeneratedFilesModel::IsFolder).toBool()) {
        m_comparing.cancel();
        m_diff->show({});
        m_caption->setText(m_files.rowCount() > 0 ? tr("Choose a file to see what would change in it.")
                                                  : QString());
        return;
    }
    const QString path = index.data(GeneratedFilesModel::PathRole).toString();
    const auto fate = static_cast<Fate>(index.data(GeneratedFilesModel::FateRole).toInt());
    QString caption = path;
    if (fate == Fate::Kept)
        caption += QStringLiteral("\n") +
                   tr("This file is yours and stays as it is. − stands on disk, + would be written anew.");
    else if (fate == Fate::Refused)
        caption += QStringLiteral("\n") +
                   tr("It was edited by hand, or was there before: it stays, and the new text goes beside it "
                      "as .new.");
    else if (fate == Fate::Unchanged)
        caption += QStringLiteral("\n") + tr("Nothing changes in it.");
    else if (fate == Fate::Removed)
        caption += QStringLiteral("\n") + tr("It is no longer generated and goes away.");
    m_caption->setText(caption);
    m_comparing.start([shown = m_shown, path = path.toStdString()](
                          const std::stop_token&) { return viewmodels::versionsOf(*shown, path); },
                      [this](const viewmodels::Versions& versions) {
                          // What is the same is shown whole.
                          auto lines = viewmodels::unifiedDiff(versions.disk, versions.generated);
                          if (lines.empty())
                              for (const std::string_view line : viewmodels::linesOf(versions.disk))
                                  lines.push_back({viewmodels::DiffLine::Kind::Common, std::string(line)});
                          m_diff->show(std::move(lines));
                      });
}

void GeneratePanel::pick(const QString& context, const QString& target, bool wanted) {
    if (!m_shown) return;
    for (const viewmodels::Pick& each : m_shown->picks)
        if (toQString(each.context) == context && (target.isEmpty() || toQString(each.target) == target))
            m_choices[{each.context, each.target}] = wanted;
    keepSettings();
    follow();
}

void GeneratePanel::chooseFolder() {
    const QString now = toQString(folder().string());
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder to write to"), now);
    if (chosen.isEmpty()) return;
    m_folder->setText(chosen);
    keepSettings();
    follow();
}

/// Relative ones start where the model's file is.
std::filesystem::path GeneratePanel::folder() const {
    QString text = m_folder->text().trimmed();
    if (text.isEmpty()) return {};
    if (text == QLatin1String("~") || text.startsWith(QLatin1String("~/")))
        text.replace(0, 1, QDir::homePath());
    std::filesystem::path path = text.toStdString();
    if (path.is_absolute()) return path;
    const auto base = m_around.document.file().parent_path();
    return base.empty() ? std::filesystem::path(QDir::homePath().toStdString()) / path : base / path;
}

QString GeneratePanel::settingsGroup() const {
    const QByteArray file = QByteArray::fromStdString(m_settingsOf.string());
    return QStringLiteral("generate/") +
           QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha1).toHex());
}

void GeneratePanel::readSettings() {
    const bool savedFirst = m_settingsOf.empty() && m_shown; // what was chosen for it goes along
    m_settingsOf = m_around.document.file();
    if (m_settingsOf.empty() || (savedFirst && !m_folder->text().isEmpty())) return keepSettings();
    QSettings settings;
    settings.beginGroup(settingsGroup());
    m_folder->setText(settings.value(QStringLiteral("folder")).toString());
    m_choices.clear();
    for (const bool wanted : {true, false})
        for (const QString& pair :
             settings.value(wanted ? QStringLiteral("on") : QStringLiteral("off")).toStringList())
            m_choices[{pair.section(QLatin1Char('\t'), 0, 0).toStdString(),
                       pair.section(QLatin1Char('\t'), 1).toStdString()}] = wanted;
}

void GeneratePanel::keepSettings() const {
    if (m_settingsOf.empty()) return;
    QSettings settings;
    settings.beginGroup(settingsGroup());
    settings.setValue(QStringLiteral("folder"), m_folder->text().trimmed());
    for (const bool wanted : {true, false}) {
        QStringList pairs;
        for (const auto& [pair, on] : m_choices)
            if (on == wanted) pairs += toQString(pair.first) + QLatin1Char('\t') + toQString(pair.second);
        settings.setValue(wanted ? QStringLiteral("on") : QStringLiteral("off"), pairs);
    }
}

void GeneratePanel::write() {
    if (!m_shown || m_shown->folder.empty() || m_writing.running()) return;
    m_write->setEnabled(false);
    m_writing.start([shown = m_shown](const std::stop_token&) { return viewmodels::writePreview(*shown); },
                    [this](const Written& written) {
                        tell(written);
                        follow();
                    });
}

void GeneratePanel::tell(const Written& written) {
    if (!written) return m_around.prompts.notice(toQString(written.error().message));
    auto counts = countsOf(*written);
    const int refused = counts[Fate::Refused];
    std::erase_if(counts, [](const auto& count) {
        return count.second == 0 || count.first == Fate::Unchanged || count.first == Fate::Refused;
    });
    QStringList parts;
    const auto add = [&](Fate fate, const QString& words) {
        if (const auto found = counts.find(fate); found != counts.end())
            parts += QStringLiteral("%1 %2").arg(found->second).arg(words);
    };
    add(Fate::Created, tr("new"));
    add(Fate::Changed, tr("changed"));
    add(Fate::Removed, tr("removed"));
    add(Fate::Kept, tr("kept"));
    m_around.prompts.toast(
        tr("Written to %1: %2.").arg(m_folder->text().trimmed(), parts.join(QStringLiteral(", "))));
    if (refused > 0)
        m_around.prompts.notice(
            tr("Left alone, because it was edited by hand or was there before: %1. The new text stands "
               "beside it as .new.")
                .arg([&] {
                    QStringList paths;
                    for (const auto& file : *written)
                        if (file.fate == Fate::Refused) paths += toQString(file.path);
                    return paths.join(QStringLiteral(", "));
                }()));
}

Panel* createGeneratePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent) {
    return new GeneratePanel(around, theme, parent);
}

} // namespace factline::panels
