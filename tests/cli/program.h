// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QStringList>

/// What one run of the real `factline` printed and how it ended.
struct Ended {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs `factline` with `arguments` in `folder`, with `input` on stdin. Code -1: it crashed or did not end in
/// time.
inline Ended runFactline(const QStringList& arguments, const QString& folder, const QByteArray& input = {}) {
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(FACTLINE_BIN_DIR "/factline"), arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}
