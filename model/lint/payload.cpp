// SPDX-License-Identifier: Apache-2.0
#include "lint/payload.h"

#include <algorithm>
#include <vector>

namespace factline::lint {

namespace {

const PayloadType& elementType(const PayloadType& type) {
    return type.of.empty() ? type : elementType(type.of.front());
}

class Walk {
public:
    Walk(const Lookup& lookup, const std::function<bool(const std::string&, const PayloadField&)>& visit)
        : m_lookup(lookup)
        , m_visit(visit) {}

    void through(const std::vector<PayloadField>& fields, const std::string& context,
                 const std::string& before) {
        for (const PayloadField& field : fields)
            if (const std::string path = before + field.name; m_visit(path, field))
                into(elementType(field.type), context, path + '.');
    }

private:
    void into(const PayloadType& type, const std::string& context, const std::string& before) {
        if (type.kind != PayloadType::Kind::Named) return;
        const Ref ref = parseRef(type.name, context);
        const auto* definition = m_lookup.findType(ref);
        if (!definition || std::ranges::find(m_inside, ref) != m_inside.end()) return;
        m_inside.push_back(ref);
        through(definition->fields, ref.context, before);
        m_inside.pop_back();
    }

    const Lookup& m_lookup;
    const std::function<bool(const std::string&, const PayloadField&)>& m_visit;
    std::vector<Ref> m_inside;
};

} // namespace

void eachField(const Event& event, const Context& context, const Lookup& lookup,
               const std::function<bool(const std::string& path, const PayloadField& field)>& visit) {
    Walk(lookup, visit).through(event.payload, context.name, {});
}

} // namespace factline::lint
