// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/reading.h"

#include "contract/reread.h"

namespace factline::panels {

Reading read(const document::Snapshot& snapshot) {
    if (!snapshot) return {};
    const auto written = document::textOf(*snapshot);
    if (!written) return {tl::unexpected(written.error()), {}, snapshot};
    auto read = snapshot->base;
    if (!document::sameFiles(written->files, read->files))
        read = std::make_shared<const contract::ReadModel>(
            contract::carryIds(snapshot->model, contract::reread(*snapshot->base, written->files)));
    return {document::withDraft(written->files, snapshot->draft), viewmodels::TextPlaces(read), snapshot};
}

} // namespace factline::panels
