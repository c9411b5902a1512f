// SPDX-License-Identifier: Apache-2.0
#include "picture/write_file.h"

#include <QSaveFile>

#include "base/write_protection.h"

namespace factline::picture {

namespace {

tl::unexpected<Error> cannotWrite(const std::filesystem::path& file, const QString& reason) {
    return failure(ErrorCode::External,
                   Phrase::of("{} could not be written: {}. Choose another place or make room there.",
                              file.string(), reason.toStdString()));
}

} // namespace

Result<void> writeFile(const std::filesystem::path& file, std::string_view bytes) {
    // A device or a pipe would be replaced by a file.
    std::error_code ignored;
    const auto type = std::filesystem::status(file, ignored).type();
    if (type != std::filesystem::file_type::not_found && type != std::filesystem::file_type::regular)
        return cannotWrite(file, QStringLiteral("it is no file"));
    if (isWriteProtected(file)) return cannotWrite(file, QStringLiteral("it is write-protected"));
    QSaveFile output(QString::fromStdString(file.string()));
    if (!output.open(QIODevice::WriteOnly)) return cannotWrite(file, output.errorString());
    const auto size = static_cast<qint64>(bytes.size());
    if (output.write(bytes.data(), size) != size || !output.flush() || // commit alone misses a full disk
        !output.commit())
        return cannotWrite(file, output.errorString());
    return {};
}

} // namespace factline::picture
