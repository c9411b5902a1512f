// SPDX-License-Identifier: Apache-2.0
#include "cli/save.h"

#include <QSaveFile>
#include <fmt/format.h>

namespace factline::cli {

Result<void> saveText(const std::filesystem::path& file, std::string_view text) {
    QSaveFile target(QString::fromStdString(file.string()));
    const auto size = static_cast<qint64>(text.size());
    if (target.open(QIODevice::WriteOnly) && target.write(text.data(), size) == size && target.commit())
        return {};
    return failure(ErrorCode::External,
                   fmt::format("'{}' could not be written: {}. Choose another place, or make room there.",
                               file.string(), target.errorString().toStdString()));
}

} // namespace factline::cli
