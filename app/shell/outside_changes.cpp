// SPDX-License-Identifier: Apache-2.0
#include "shell/outside_changes.h"

#include <QEvent>

namespace factline::shell {

namespace {

QString topic() {
    return QStringLiteral("disk");
}

} // namespace

OutsideChanges::OutsideChanges(document::Document& document, Notices& notices, ShowComparison show,
                               QObject* window)
    : QObject(window)
    , m_document(document)
    , m_notices(notices)
    , m_show(std::move(show))
    , m_watch(document) {
    connect(&m_watch, &document::DiskWatch::changedOnDisk, this, [this](const document::Opened& theirs) {
        if (m_document.recognise(theirs)) return m_notices.drop(topic());
        if (m_refused) m_notices.drop(QStringLiteral("save")); // what follows says more
        if (m_document.isDirty())
            ask(theirs);
        else
            take(theirs);
    });
    connect(&m_watch, &document::DiskWatch::lost, this, &OutsideChanges::keep);
    connect(&m_watch, &document::DiskWatch::cameBack, this, [this](const document::Opened& theirs) {
        document::Opened known = theirs; // nobody's changes: no step
        known.state.reset();
        if (m_document.isDirty()) m_document.keepMine(known); // what was done meanwhile is saved over it
        m_notices.drop(topic());
    });
    connect(&m_watch, &document::DiskWatch::looked, this, [this] { m_refused = false; });
    window->installEventFilter(this);
}

bool OutsideChanges::eventFilter(QObject* window, QEvent* event) {
    if (event->type() == QEvent::WindowActivate) m_watch.look();
    return QObject::eventFilter(window, event);
}

void OutsideChanges::askAnew() {
    m_refused = true;
    m_watch.lookAnew();
}

void OutsideChanges::keep(const QString& why, bool isFolderGone) {
    if (!isFolderGone) {
        m_notices.say(topic(), tr("%1 What this window shows is kept; saving writes it anew.").arg(why));
        m_document.keepMine({});
        return;
    }
    m_notices.say(topic(),
                  tr("The folder %1 is not there at the moment. What this window shows is kept; save it "
                     "when the folder is back, or under another name.")
                      .arg(QString::fromStdString(m_document.file().parent_path().string())));
    document::Opened known; // saving looks for the same once it is back
    known.disk = m_document.disk();
    known.sidecar = m_document.sidecar();
    m_document.keepMine(known);
}

void OutsideChanges::take(const document::Opened& theirs) {
    m_document.takeTheirs(theirs);
    m_notices.ask(
        topic(),
        tr("Somebody changed %1 on disk; this window shows the new version.").arg(m_document.title()),
        {{tr("Back to the former version"), [this] { m_document.history().undo(); }}});
}

void OutsideChanges::ask(const document::Opened& theirs) {
    const QString said = m_refused
                             ? tr("Nothing was saved: somebody changed %1 on disk, and so did you here.")
                             : tr("Somebody changed %1 on disk, and so did you here.");
    m_notices.ask(topic(), said.arg(m_document.title()),
                  {{tr("Compare"),
                    [this, theirs] {
                        compare(theirs);
                        ask(theirs); // still to be answered
                    }},
                   {tr("Keep mine"), [this, theirs] { m_document.keepMine(theirs); }},
                   {tr("Take theirs"), [this, theirs] { m_document.takeTheirs(theirs); }}});
}

void OutsideChanges::compare(const document::Opened& theirs) {
    const auto& mine = m_document.text();
    if (!mine) return;
    m_show({tr("%1: two versions — Factline").arg(m_document.title()), tr("In this window"), tr("On disk"),
            differenceOf(document::withDraft(mine->files, m_document.draft()), theirs.disk)});
}

} // namespace factline::shell
