// SPDX-License-Identifier: Apache-2.0
// What the actions of a window do, where that takes more than a line: files, pictures, the two choosers.
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>

#include "canvas/canvas.h"
#include "picture/draw_model.h"
#include "picture/export.h"
#include "picture/text.h"
#include "review/review.h"
#include "shell/chooser.h"
#include "shell/compare_window.h"
#include "shell/docks.h"
#include "shell/export_choices.h"
#include "shell/main_window.h"
#include "shell/notices.h"
#include "shell/picture_clipboard.h"
#include "shell/review_export.h"
#include "shell/samples.h"
#include "shell/saving.h"
#include "shell/stage_chooser.h"
#include "shell/tool_bar.h"
#include "viewmodels/kind_words.h"

namespace factline::shell {

using picture::toQString;

namespace {

constexpr auto emptyModel = "factline: 1\nmodel: Untitled\n";

/// "orders", of the element "orders/OrderPlaced"; nothing for what stands in no context.
QString contextOf(const Located& located) {
    const bool inside = located.context && located.key.kind != ElementKind::Context;
    return inside ? toQString(located.context->name) : QString();
}

/// Gives the picture that is shown with what says which model it is of, on whichever thread asks: it hashes
/// the model, and asks the drive when that was written.
std::function<diagram::Diagram()> pictureIn(const canvas::Canvas& view, const document::Document& document) {
    return [shown = view.sharedDiagram(), state = document.snapshot(), file = document.file()] {
        diagram::Diagram picture = *shown;
        diagram::Caption caption = picture::captionOf(*state->base, file);
        picture.title = std::move(caption.title);
        picture.version = std::move(caption.version);
        picture.date = std::move(caption.date);
        return picture;
    };
}

picture::ExportOptions optionsFor(const picture::PictureFormat& format, const ExportChoices& choices,
                                  const canvas::Canvas& view) {
    picture::ExportOptions options = choices.optionsFor(format);
    if (format.styled) options.contours = view.contours();
    return options;
}

} // namespace

void MainWindow::askNew() {
    emit modelWanted(document::openText(emptyModel), false);
}

void MainWindow::showSample(const Sample& sample) {
    emit modelWanted(document::openText(sample.text), false);
}

void MainWindow::pasteModel() {
    const QString text = QApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) return notice(tr("The clipboard holds no text. Copy a model first."));
    emit modelWanted(document::openText(text.toStdString()), true);
}

void MainWindow::askOpen() {
    const auto& near = m_document->file().empty() ? m_opening : m_document->file();
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a model"),
                                                      QString::fromStdString(near.parent_path().string()),
                                                      tr("Factline models (*.factline.yaml *.yaml *.yml)"));
    if (!file.isEmpty()) emit fileWanted(file.toStdString());
}

void MainWindow::askSave() {
    m_saving->save();
}

void MainWindow::askSaveAs() {
    m_saving->askSaveAs();
}

void MainWindow::saveAs(const std::filesystem::path& file) {
    m_saving->saveAs(file);
}

void MainWindow::askExport() {
    QStringList filters;
    for (const auto& format : picture::pictureFormats())
        filters += QStringLiteral("%1 (*.%2)")
                       .arg(toQString(format.extension).toUpper(), toQString(format.extension));
    QString chosen = QStringLiteral("SVG (*.svg)");
    QString file = QFileDialog::getSaveFileName(
        this, tr("Export the picture"), QString::fromStdString(m_document->file().parent_path().string()),
        filters.join(QStringLiteral(";;")), &chosen);
    if (file.isEmpty()) return;
    if (QFileInfo(file).suffix().isEmpty())
        file += QLatin1Char('.') + chosen.section(QLatin1Char(' '), 0, 0).toLower();
    exportTo(file.toStdString());
}

void MainWindow::exportTo(const std::filesystem::path& file) {
    if (!m_view->hasDiagram()) return;
    const auto format = picture::formatOf(file);
    if (!format) return notice(toQString(format.error().message));
    m_exporting->write(file, [picture = pictureIn(*m_view, *m_document),
                              options = optionsFor(*format, *m_choices, *m_view),
                              file] { return picture::exportPicture(picture(), file, options); });
}

void MainWindow::askReview() {
    QStringList filters;
    for (const auto& format : review::documentFormats())
        filters += QStringLiteral("%1 (*.%2)")
                       .arg(toQString(format.extension).toUpper(), toQString(format.extension));
    QString chosen = filters.front();
    QString file =
        QFileDialog::getSaveFileName(this, tr("Export the review document"),
                                     QString::fromStdString(m_document->file().parent_path().string()),
                                     filters.join(QStringLiteral(";;")), &chosen);
    if (file.isEmpty()) return;
    if (QFileInfo(file).suffix().isEmpty())
        file += QLatin1Char('.') + chosen.section(QLatin1Char(' '), 0, 0).toLower();
    reviewTo(file.toStdString());
}

void MainWindow::reviewTo(const std::filesystem::path& file) {
    if (!m_document->isOpen()) return;
    m_exporting->write(file, [state = m_document->snapshot(), model = m_document->file(),
                              stage = m_judge->stage(), layout = m_setup.layout, file] {
        return exportReview(*state, model, stage, layout, file).map([] { return Phrase(); });
    });
}

void MainWindow::copyPicture() {
    if (!m_view->hasDiagram()) return;
    const auto svg = picture::formatOf("picture.svg"), png = picture::formatOf("picture.png");
    if (!svg || !png) return;
    m_exporting->copy(
        [picture = pictureIn(*m_view, *m_document), svg = optionsFor(*svg, *m_choices, *m_view),
         png = optionsFor(*png, *m_choices, *m_view)] { return pictureForClipboard(picture(), svg, png); },
        tr("Copied as SVG, PNG and text"));
}

void MainWindow::askCompare() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Compare with an earlier model"),
                                     QString::fromStdString(m_document->file().parent_path().string()),
                                     tr("Factline models (*.factline.yaml *.yaml *.yml)"));
    if (!file.isEmpty()) compareWindow().with(std::filesystem::path(file.toStdString()), m_judge->stage());
}

void MainWindow::compareWithStart() {
    if (const auto start = m_document->stateAfter(0))
        compareWith(start, tr("it was opened", "changes since"));
}

void MainWindow::compareWith(const document::Snapshot& earlier, const QString& called) {
    compareWindow().with(earlier, called, m_judge->stage());
}

CompareWindow& MainWindow::compareWindow() {
    if (!m_compare) {
        m_compare = new CompareWindow(*m_document, m_setup.layout, m_theme, this);
        connect(m_compare, &CompareWindow::wanted, this, [this](const ElementKey& element) {
            const Lookup lookup(m_document->snapshot()->model);
            const Located* found = lookup.find(element);
            if (!found) return;
            m_selection->select(found->id());
            activateWindow();
            m_view->setFocus();
        });
    }
    m_compare->show();
    m_compare->raise();
    m_compare->activateWindow();
    return *m_compare;
}

void MainWindow::jump() {
    if (!m_document->isOpen()) return;
    const Lookup lookup(m_document->snapshot()->model);
    std::vector<Choice> choices;
    choices.reserve(lookup.all().size());
    for (const Located& located : lookup.all()) {
        if (located.key.kind == ElementKind::Subscription) continue; // its consumer is on the list
        const QString full = toQString(located.key.name);
        const QString context = contextOf(located);
        const ElementId id = located.id();
        choices.push_back({context.isEmpty() ? full : full.mid(context.size() + 1),
                           context.isEmpty() ? viewmodels::kindWord(located.key.kind) : context,
                           {},
                           located.key.kind,
                           [this, id] {
                               m_selection->select(id);
                               m_view->setFocus();
                           }});
    }
    m_chooser->open(tr("Jump to anything"), std::move(choices), m_tools->jumpField());
}

void MainWindow::showPalette() {
    std::vector<Choice> choices;
    const auto add = [&](QAction* action, const QString& note) {
        if (!action->isEnabled() || action->text().isEmpty()) return;
        const QString tick = action->isChecked() ? QStringLiteral("✓ ") : QString();
        choices.push_back({tick + QString(action->text()).remove(QLatin1Char('&')), note,
                           action->shortcut().toString(QKeySequence::NativeText), std::nullopt,
                           [action] { action->trigger(); }});
    };
    for (const auto& [line, action] : m_actions->all())
        if (line->run || m_document->isOpen()) add(action, {});
    if (m_document->isOpen()) {
        for (QAction* action : m_tools->stage().stages())
            add(action, tr("stage"));
        for (QAction* action : m_panelActions)
            add(action, tr("panel"));
        for (const panels::PanelKind& kind : panels::panelKinds())
            for (QAction* action : m_docks->panel(kind.id)->actions())
                add(action, QCoreApplication::translate("Panel", kind.title));
    }
    const int middle = (width() + 520) / 2;
    m_chooser->open(tr("Type what you want to do"), std::move(choices), QRect(middle - 520, 72, 520, 30));
}

} // namespace factline::shell
