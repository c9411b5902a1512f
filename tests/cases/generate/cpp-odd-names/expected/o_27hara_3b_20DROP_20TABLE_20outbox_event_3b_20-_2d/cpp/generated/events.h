// Generated from the model: changes made here are refused on the next run.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "json.h"

namespace events::o_hara_drop_table_outbox_event {

/// o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --, version 1.
struct WoelkchenDROPTABLEOutboxEvent {
    std::string from{};
    std::string o_id{};
    std::string back_slash{};
    std::string Aerger{};
};

/// o'hara; DROP TABLE outbox_event; --/$$ %, version 1.
struct unnamed {
    std::string DROP_TABLE_x{};
};

/// o'hara; DROP TABLE outbox_event; --/class, a value object.
struct Class_2 {
    bool class_{};
    std::vector<::consumer::Json> template_{};
};

/// o'hara; DROP TABLE outbox_event; --/Loop, a value object.
struct Loop {
    ::consumer::Json again{};
    std::vector<::consumer::Json> more{};
    ::events::o_hara_drop_table_outbox_event::Class_2 class_{};
};

/// o'hara; DROP TABLE outbox_event; --/class, version 1.
struct Class {
    std::int32_t class_{};
    std::int32_t class_2{};
    std::vector<::events::o_hara_drop_table_outbox_event::Class_2> int_{};
    std::map<std::string, ::events::o_hara_drop_table_outbox_event::Loop> std_{};
    std::string n1st{};
};

} // namespace events::o_hara_drop_table_outbox_event

namespace consumer {

template<> struct Decoder<::events::o_hara_drop_table_outbox_event::WoelkchenDROPTABLEOutboxEvent> {
    static ::events::o_hara_drop_table_outbox_event::WoelkchenDROPTABLEOutboxEvent decode(const Json& json, const std::string& where) {
        ::events::o_hara_drop_table_outbox_event::WoelkchenDROPTABLEOutboxEvent value;
        if (!json.is_object()) refuse(where, "an object");
        value.from = required<std::string>(json, "from", where);

        value.o_id = required<std::string>(json, "o'id", where);

        value.back_slash = required<std::string>(json, "back\\slash", where);

        value.Aerger = required<std::string>(json, "\303\204rger", where);

        return value;
    }
};

template<> struct Decoder<::events::o_hara_drop_table_outbox_event::unnamed> {
    static ::events::o_hara_drop_table_outbox_event::unnamed decode(const Json& json, const std::string& where) {
        ::events::o_hara_drop_table_outbox_event::unnamed value;
        if (!json.is_object()) refuse(where, "an object");
        value.DROP_TABLE_x = required<std::string>(json, "*/ ); DROP TABLE x; --", where);

        return value;
    }
};

template<> struct Decoder<::events::o_hara_drop_table_outbox_event::Class_2> {
    static ::events::o_hara_drop_table_outbox_event::Class_2 decode(const Json& json, const std::string& where) {
        ::events::o_hara_drop_table_outbox_event::Class_2 value;
        if (!json.is_object()) refuse(where, "an object");
        value.class_ = required<bool>(json, "class", where);

        value.template_ = required<std::vector<::consumer::Json>>(json, "template", where);

        return value;
    }
};

template<> struct Decoder<::events::o_hara_drop_table_outbox_event::Loop> {
    static ::events::o_hara_drop_table_outbox_event::Loop decode(const Json& json, const std::string& where) {
        ::events::o_hara_drop_table_outbox_event::Loop value;
        if (!json.is_object()) refuse(where, "an object");
        value.again = required<::consumer::Json>(json, "again", where);

        value.more = required<std::vector<::consumer::Json>>(json, "more", where);

        value.class_ = required<::events::o_hara_drop_table_outbox_event::Class_2>(json, "class", where);

        return value;
    }
};

template<> struct Decoder<::events::o_hara_drop_table_outbox_event::Class> {
    static ::events::o_hara_drop_table_outbox_event::Class decode(const Json& json, const std::string& where) {
        ::events::o_hara_drop_table_outbox_event::Class value;
        if (!json.is_object()) refuse(where, "an object");
        value.class_ = required<std::int32_t>(json, "class", where);

        value.class_2 = required<std::int32_t>(json, "class ", where);

        value.int_ = required<std::vector<::events::o_hara_drop_table_outbox_event::Class_2>>(json, "int", where);

        value.std_ = required<std::map<std::string, ::events::o_hara_drop_table_outbox_event::Loop>>(json, "std", where);

        value.n1st = required<std::string>(json, "1st", where);
        checkOption(value.n1st, { "a", "\"b\\\"c\"" }, where + "." + "1st");
        return value;
    }
};

} // namespace consumer
