// SPDX-License-Identifier: Apache-2.0
#include "shell/saving.h"

#include <QDir>
#include <QFileDialog>

#include "picture/text.h"

namespace factline::shell {

namespace {

constexpr QLatin1String ending(".factline.yaml");

/// Where a model without a file may want to be: named as the model is.
QString suggestion(const document::Document& document, const Settings& settings) {
    if (!document.file().empty()) return QString::fromStdString(document.file().string());
    QString stem;
    for (const QChar c : picture::toQString(document.snapshot()->model.name).toLower())
        stem += c.isLetterOrNumber() ? c : QLatin1Char('-');
    const QStringList recent = settings.recentFiles();
    const QDir folder = recent.isEmpty() ? QDir::home() : QFileInfo(recent.front()).dir();
    return folder.filePath((stem.isEmpty() ? QStringLiteral("model") : stem) + ending);
}

} // namespace

Saving::Saving(document::Document& document, document::Journal& journal, Notices& notices, Settings& settings,
               QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_journal(journal)
    , m_notices(notices)
    , m_settings(settings)
    , m_window(window) {
    connect(&document, &document::Document::changed, this, [this] { m_givenUp = false; });
}

bool Saving::save() {
    if (!m_document.isOpen()) return false;
    if (m_document.file().empty()) return askSaveAs();
    return tell(m_document.save());
}

bool Saving::saveAs(const std::filesystem::path& file) {
    if (!m_document.isOpen()) return false;
    return tell(m_document.saveAs(file));
}

bool Saving::askSaveAs() {
    if (!m_document.isOpen()) return false;
    QString file =
        QFileDialog::getSaveFileName(m_window, tr("Save the model"), suggestion(m_document, m_settings),
                                     tr("Factline models (*.factline.yaml *.yaml *.yml)"));
    if (file.isEmpty()) return false;
    if (QFileInfo(file).suffix().isEmpty()) file += ending;
    return saveAs(file.toStdString());
}

bool Saving::tell(const Result<void>& done) {
    if (!done) {
        m_notices.say(QStringLiteral("save"), picture::toQString(done.error().message));
        emit refused();
        return false;
    }
    m_notices.drop(QStringLiteral("save"));
    m_notices.drop(QStringLiteral("close"));
    m_notices.drop(QStringLiteral("disk"));
    m_settings.remember(m_document.file());
    emit saved(QString::fromStdString(m_document.file().string()));
    return true;
}

bool Saving::mayGo(const std::function<void()>& go) {
    if (m_givenUp || !m_document.isOpen() || !m_document.isDirty()) return true;
    m_notices.ask(QStringLiteral("close"), tr("“%1” has changes that are not saved.").arg(m_document.title()),
                  {{tr("Save"),
                    [this, go] {
                        if (save()) go();
                    }},
                   {tr("Discard"),
                    [this, go] {
                        m_journal.discard();
                        m_givenUp = true;
                        go();
                    }},
                   {tr("Stay"), {}}});
    m_notices.takeKeyboard(QStringLiteral("close"));
    return false;
}

} // namespace factline::shell
