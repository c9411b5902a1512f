// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "generate/target.h"
#include "generate/targets/asyncapi/asyncapi.h"
#include "generate/targets/avro/avro.h"
#include "generate/targets/cloudevents/cloudevents.h"
#include "generate/targets/cpp/cpp.h"
#include "generate/targets/debezium/debezium.h"
#include "generate/targets/go/go.h"
#include "generate/targets/grafana/grafana.h"
#include "generate/targets/java/java.h"
#include "generate/targets/json_schema/json_schema.h"
#include "generate/targets/kafka_topics/kafka_topics.h"
#include "generate/targets/mariadb/mariadb.h"
#include "generate/targets/openslo/openslo.h"
#include "generate/targets/postgresql/postgresql.h"
#include "generate/targets/prometheus/prometheus.h"
#include "generate/targets/python/python.h"
#include "generate/targets/reconcile/reconcile.h"
#include "generate/targets/sqlite/sqlite.h"
#include "generate/targets/typescript/typescript.h"

namespace factline::generate {

namespace {

// Sorted by id. A new target is a folder below targets/, its templates, its case folder and a line here.
// clang-format off
const std::array registry{
    asyncapi::target,
    avro::target,
    cloudevents::target,
    cpp::target,
    debezium::target,
    go::target,
    grafana::target,
    java::target,
    json_schema::target,
    kafka_topics::target,
    mariadb::target,
    openslo::target,
    postgresql::target,
    prometheus::target,
    python::target,
    reconcile::target,
    sqlite::target,
    typescript::target,
};
// clang-format on

} // namespace

std::span<const Target> targets() {
    return registry;
}

const Target* findTarget(std::string_view id) {
    const auto found = std::ranges::find(registry, id, &Target::id);
    return found == registry.end() ? nullptr : &*found;
}

} // namespace factline::generate
