// SPDX-License-Identifier: Apache-2.0
#include "drawing/offscreen.h"

#include <QHashSeed>
#include <QLoggingCategory>

namespace factline::cli {

namespace {

/// What has to be so before there is an application.
int& prepared(int& argc) {
    // Qt orders a PDF's fonts by hash; the same model is to give the same bytes.
    QHashSeed::setDeterministicGlobalSeed();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules(
        QStringLiteral("default.warning=false")); // about desktops that are not there
    return argc;
}

} // namespace

Offscreen::Offscreen()
    : m_application(prepared(m_argc), m_argv) {}

} // namespace factline::cli
