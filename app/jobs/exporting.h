// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <list>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QString>

#include "base/result.h"
#include "document/errand.h"
#include "document/prompts.h"

namespace factline::jobs {

/// What the clipboard gets, for programs that know several kinds.
struct Copied {
    std::vector<std::pair<QString, QByteArray>> formats; ///< by their media types
    QImage image;
    QString text;
};

/// Makes what leaves the window, files and what is copied, on threads of its own: drawing takes its time, and
/// a drive may take any. The user is told what came of it.
class Exporting : public QObject {
    Q_OBJECT
public:
    /// Writes a file and gives what the user has to know of it, mostly nothing. Runs on another thread, and
    /// owns all that it touches, for it may outlive the window.
    using Write = std::function<Result<Phrase>()>;
    /// The same for the clipboard.
    using Copy = std::function<Result<Copied>()>;

    explicit Exporting(document::Prompts& prompts, QObject* parent = nullptr);
    ~Exporting() override;

    /// Side by side with others; where one for the same file is out, after that: the last one stays.
    void write(const std::filesystem::path& file, Write work);
    /// `said` once the clipboard holds it. It does not where something else has been copied, or is to be,
    /// since.
    void copy(Copy work, const QString& said);

    bool isBusy() const { return !m_files.empty() || m_copying.isOut(); }
    /// Nobody waits any more for what is being written, and what is not yet is given up.
    void letGo();

signals:
    void busyChanged(bool busy);
    void noticed(); ///< something went wrong, or otherwise than expected, and the user was told

private:
    struct File {
        std::filesystem::path path;
        Write work; ///< until it is sent
        document::Errand<Result<Phrase>> errand;

        File(std::filesystem::path to, Write with, QObject* context)
            : path(std::move(to))
            , work(std::move(with))
            , errand(context) {}
    };
    void sendNext();
    void hear(std::list<File>::iterator file, const Result<Phrase>& done);
    void notice(const QString& text);
    void giveUpCopying();

    document::Prompts& m_prompts;
    std::list<File> m_files; ///< in the order they were asked for
    document::Errand<Result<Copied>> m_copying{this};
};

} // namespace factline::jobs
