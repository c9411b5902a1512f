// SPDX-License-Identifier: Apache-2.0
#include "shell/saving.h"

#include <QDir>
#include <QFileDialog>

#include "picture/text.h"

namespace factline::shell {

namespace {

constexpr QLatin1String ending(".factline.yaml");
constexpr int patience = 60; ///< milliseconds that the window waits for a drive before it goes on

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
    connect(&document, &document::Document::saved, this, &Saving::tell);
}

void Saving::save() {
    if (!m_document.isOpen()) return;
    if (m_document.file().empty() && !m_document.isSaving()) return askSaveAs();
    begin([this] { m_document.save(); });
}

void Saving::saveAs(const std::filesystem::path& file) {
    if (!m_document.isOpen()) return;
    begin([&] { m_document.saveAs(file); });
}

void Saving::askSaveAs() {
    if (!m_document.isOpen()) return;
    QString file =
        QFileDialog::getSaveFileName(m_window, tr("Save the model"), suggestion(m_document, m_settings),
                                     tr("Factline models (*.factline.yaml *.yaml *.yml)"));
    if (file.isEmpty()) return;
    if (QFileInfo(file).suffix().isEmpty()) file += ending;
    saveAs(file.toStdString());
}

/// Most drives are done before anybody could see that they are at work.
void Saving::begin(const std::function<void()>& save) {
    save();
    m_document.waitUntilSaved(patience);
}

void Saving::tell(const std::optional<Error>& error) {
    const auto go = std::exchange(m_go, nullptr);
    if (error) {
        if (go) m_notices.drop(QStringLiteral("close"));
        m_notices.say(QStringLiteral("save"), picture::toQString(error->message));
        emit refused();
        return;
    }
    for (const char* topic : {"close", "disk", "save"})
        m_notices.drop(QLatin1String(topic));
    m_settings.remember(m_document.file());
    emit saved(QString::fromStdString(m_document.file().string()));
    if (go) go(); // asks again where something else has changed meanwhile
}

bool Saving::mayGo(const std::function<void()>& go) {
    if (m_givenUp || !m_document.isOpen() || !m_document.isDirty()) return true;
    if (m_document.isSaving()) {
        askToWait(go);
        return false;
    }
    m_notices.ask(QStringLiteral("close"), tr("“%1” has changes that are not saved.").arg(m_document.title()),
                  {{tr("Save"),
                    [this, go] {
                        m_go = go;
                        save();
                        m_go = nullptr;
                        if (m_document.isSaving()) askToWait(go);
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

void Saving::askToWait(const std::function<void()>& go) {
    m_go = go;
    const auto stay = [this] { m_go = nullptr; };
    m_notices.ask(
        QStringLiteral("close"),
        tr("“%1” is still being saved: the drive takes its time. The window closes once it is done.")
            .arg(m_document.title()),
        {{tr("Stay"), stay},
         {tr("Close without waiting"),
          [this, go] {
              m_journal.writeNow(); // the next start offers it
              m_givenUp = true;
              go();
          }}},
        stay);
    m_notices.takeKeyboard(QStringLiteral("close"));
}

} // namespace factline::shell
