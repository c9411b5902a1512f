// SPDX-License-Identifier: Apache-2.0
#include "jobs/exporting.h"

#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>

#include "picture/text.h"

namespace factline::jobs {

namespace {

using picture::toQString;

/// Of all windows the one that was asked last: there is one clipboard.
QPointer<Exporting>& lastToCopy() {
    static QPointer<Exporting> last;
    return last;
}

void putOnClipboard(const Copied& copied) {
    auto* mime = new QMimeData; // the clipboard's
    for (const auto& [type, bytes] : copied.formats)
        mime->setData(type, bytes);
    mime->setImageData(copied.image);
    mime->setText(copied.text);
    QGuiApplication::clipboard()->setMimeData(mime);
}

} // namespace

Exporting::Exporting(document::Prompts& prompts, QObject* parent)
    : QObject(parent)
    , m_prompts(prompts) {}

Exporting::~Exporting() = default;

void Exporting::write(const std::filesystem::path& file, Write work) {
    m_files.emplace_back(file, std::move(work), this);
    sendNext();
    emit busyChanged(true);
}

/// Whatever waits for no other one.
void Exporting::sendNext() {
    for (auto file = m_files.begin(); file != m_files.end(); ++file)
        if (file->work && std::ranges::find(m_files, file->path, &File::path) == file)
            file->errand.send(std::exchange(file->work, nullptr),
                              [this, file](const Result<Phrase>& done) { hear(file, done); });
}

void Exporting::hear(std::list<File>::iterator file, const Result<Phrase>& done) {
    const QString name = toQString(file->path.string());
    m_files.erase(file);
    sendNext();
    if (!done)
        notice(toQString(done.error().message));
    else if (!done->empty())
        notice(toQString(*done));
    else
        m_prompts.toast(tr("Exported to %1").arg(name));
    emit busyChanged(isBusy());
}

void Exporting::copy(Copy work, const QString& said) {
    if (QPointer<Exporting>& last = lastToCopy(); last != this) {
        if (last) last->giveUpCopying();
        last = this;
    }
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &Exporting::giveUpCopying,
            Qt::UniqueConnection);
    m_copying.send(std::move(work), [this, said](const Result<Copied>& copied) {
        if (copied) {
            putOnClipboard(*copied);
            m_prompts.toast(said);
        } else {
            notice(toQString(copied.error().message));
        }
        emit busyChanged(isBusy());
    });
    emit busyChanged(true);
}

void Exporting::notice(const QString& text) {
    m_prompts.notice(text);
    emit noticed();
}

void Exporting::giveUpCopying() {
    if (!m_copying.isOut()) return;
    m_copying.letGo();
    emit busyChanged(isBusy());
}

void Exporting::letGo() {
    m_files.clear();
    m_copying.letGo();
    emit busyChanged(false);
}

} // namespace factline::jobs
