// SPDX-License-Identifier: Apache-2.0
#include "picture/layout_process.h"

#include <algorithm>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

#include <fmt/format.h>

namespace factline::picture {

namespace {

constexpr int look = 20; ///< milliseconds between two looks at the clock and the stop token
constexpr qint64 longestAnswer =
    qint64{64} * 1024 * 1024; ///< bytes; a layout of 20,000 boxes has less than one

QString programPath(const LayoutProcess& process) {
    if (!process.program.empty()) return QString::fromStdString(process.program.string());
    return QCoreApplication::applicationDirPath() + QStringLiteral("/factline-layout");
}

/// The first line that the program complained with, as a clause; empty where it said nothing.
std::string complaint(QProcess& program) {
    const QByteArray text = program.readAllStandardError().trimmed();
    const qsizetype end = text.indexOf('\n');
    const QByteArray line = text.left(end < 0 ? text.size() : end).left(300);
    return line.isEmpty() ? std::string() : ": " + line.toStdString();
}

void kill(QProcess& program) {
    program.kill();
    program.waitForFinished(2000);
}

} // namespace

Result<std::string> runLayout(const std::string& request, const LayoutProcess& process,
                              const std::stop_token& stop) {
    const QString path = programPath(process);
    const std::string name = path.toStdString();
    const QFileInfo file(path);
    if (!file.isFile() || !file.isExecutable())
        return failure(
            ErrorCode::NotFound,
            Phrase::of("The layout program is missing: {}. Install Factline again, or build the target "
                       "factline-layout.",
                       name));
    QProcess program;
    program.setProgram(path);
    QElapsedTimer clock;
    clock.start();
    program.start();
    if (!program.waitForStarted())
        return failure(ErrorCode::External,
                       Phrase::of("The layout program {} did not start: {}. Install Factline again.", name,
                                  program.errorString().toStdString()));
    program.write(request.data(), static_cast<qint64>(request.size()));
    program.closeWriteChannel();
    QByteArray answer;
    while (program.state() != QProcess::NotRunning) {
        program.waitForFinished(look);
        answer += program.readAllStandardOutput();
        if (stop.stop_requested()) {
            kill(program);
            return failure(ErrorCode::Cancelled,
                           Phrase::of("The layout was cancelled. Draw the model again when it suits you."));
        }
        if (clock.hasExpired(process.timeLimit.count())) {
            kill(program);
            return failure(
                ErrorCode::LimitExceeded,
                Phrase::of("The layout took longer than {} s and was stopped. Draw a part of the model "
                           "with a focus.",
                           fmt::format("{:g}", static_cast<double>(process.timeLimit.count()) / 1000)));
        }
        if (answer.size() > longestAnswer) {
            kill(program);
            return failure(ErrorCode::LimitExceeded,
                           Phrase::of("The layout program {} answered without an end and "
                                      "was stopped. Install Factline again.",
                                      name));
        }
    }
    answer += program.readAllStandardOutput();
    if (program.exitStatus() == QProcess::CrashExit)
        return failure(
            ErrorCode::External,
            Phrase::of("The layout program crashed{}. Draw the model again; if it crashes again, draw a "
                       "part of it with a focus and report the model.",
                       complaint(program)));
    if (program.exitCode() != 0)
        return failure(
            ErrorCode::External,
            Phrase::of("The layout program failed with exit code {}{}. Draw a part of the model with a "
                       "focus, and report the model.",
                       program.exitCode(), complaint(program)));
    return answer.toStdString();
}

} // namespace factline::picture
