// SPDX-License-Identifier: Apache-2.0
#include "shell/recovery.h"

#include <QCoreApplication>
#include <QLocale>

namespace factline::shell {

namespace {

struct RecoveryWords {
    Q_DECLARE_TR_FUNCTIONS(Recovery)
};

QString topicOf(const document::Leftover& leftover) {
    return QStringLiteral("recovery-") + leftover.journal;
}

void compare(const document::Leftover& leftover, const ShowComparison& show) {
    const document::State& state = *leftover.opened.state;
    const auto text = document::textOf(state);
    show({RecoveryWords::tr("%1: what was not saved — Factline").arg(leftover.title),
          RecoveryWords::tr("Last saved"), RecoveryWords::tr("Not saved"),
          differenceOf(leftover.opened.disk,
                       document::withDraft(text ? text->files : state.base->files, state.draft))});
}

} // namespace

void offerLeftover(const document::Leftover& leftover, Notices& notices, const Recover& recover,
                   const ShowComparison& show, bool waits) {
    const QString topic = topicOf(leftover);
    const QString when = QLocale().toString(leftover.when.toLocalTime(), QLocale::ShortFormat);
    notices.ask(topic,
                RecoveryWords::tr("“%1” was not saved when Factline ended last; changed %2.")
                    .arg(leftover.title, when),
                {{RecoveryWords::tr("Recover"), [leftover, recover] { recover(leftover); }},
                 {RecoveryWords::tr("Look at the difference"),
                  [leftover, &notices, recover, show] {
                      compare(leftover, show);
                      offerLeftover(leftover, notices, recover, show, false); // still to be answered
                  }},
                 {RecoveryWords::tr("Discard"), [leftover] { document::removeLeftover(leftover); }}});
    if (waits) notices.takeKeyboard(topic);
}

void withdrawLeftover(const document::Leftover& leftover, Notices& notices) {
    notices.drop(topicOf(leftover));
}

} // namespace factline::shell
