// Generated from the model: changes made here are refused on the next run.
package generated;

/** The events that this service reads, and the value objects in them. */
public final class Events {
    private Events() {}

    // o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --, version 1.
    public record WoelkchenDROPTABLEOutboxEvent(java.lang.String from, java.lang.String o_id, java.lang.String back_slash, java.lang.String aerger) {
        public static WoelkchenDROPTABLEOutboxEvent decode(com.fasterxml.jackson.databind.JsonNode value, java.lang.String where) {
            generated.Decode.object(value, where);
            return new WoelkchenDROPTABLEOutboxEvent(
                    generated.Decode.required(value, "from", where, generated.Decode::text),
                    generated.Decode.required(value, "o'id", where, generated.Decode::text),
                    generated.Decode.required(value, "back\\slash", where, generated.Decode::text),
                    generated.Decode.required(value, "\u00c4rger", where, generated.Decode::text));
        }
    }

    // o'hara; DROP TABLE outbox_event; --/$$ %, version 1.
    public record unnamed(java.lang.String dROP_TABLE_x) {
        public static unnamed decode(com.fasterxml.jackson.databind.JsonNode value, java.lang.String where) {
            generated.Decode.object(value, where);
            return new unnamed(
                    generated.Decode.required(value, "*/ ); DROP TABLE x; --", where, generated.Decode::text));
        }
    }

    // o'hara; DROP TABLE outbox_event; --/class, a value object.
    public record Class_2(java.lang.Boolean class_, java.util.List<java.lang.Boolean> template_) {
        public static Class_2 decode(com.fasterxml.jackson.databind.JsonNode value, java.lang.String where) {
            generated.Decode.object(value, where);
            return new Class_2(
                    generated.Decode.required(value, "class", where, generated.Decode::bool),
                    generated.Decode.required(value, "template", where, generated.Decode.listOf(generated.Decode::bool)));
        }
    }

    // o'hara; DROP TABLE outbox_event; --/Loop, a value object.
    public record Loop(com.fasterxml.jackson.databind.JsonNode again, java.util.List<com.fasterxml.jackson.databind.JsonNode> more, Class_2 class_) {
        public static Loop decode(com.fasterxml.jackson.databind.JsonNode value, java.lang.String where) {
            generated.Decode.object(value, where);
            return new Loop(
                    generated.Decode.required(value, "again", where, generated.Decode::anything),
                    generated.Decode.required(value, "more", where, generated.Decode.listOf(generated.Decode::anything)),
                    generated.Decode.required(value, "class", where, Class_2::decode));
        }
    }

    // o'hara; DROP TABLE outbox_event; --/class, version 1.
    public record Class(java.lang.Integer class_, java.lang.Integer class_2, java.util.List<Class_2> int_, java.util.Map<java.lang.String, Loop> std_, java.lang.String n1st) {
        public static Class decode(com.fasterxml.jackson.databind.JsonNode value, java.lang.String where) {
            generated.Decode.object(value, where);
            return new Class(
                    generated.Decode.required(value, "class", where, generated.Decode::int32),
                    generated.Decode.required(value, "class ", where, generated.Decode::int32),
                    generated.Decode.required(value, "int", where, generated.Decode.listOf(Class_2::decode)),
                    generated.Decode.required(value, "std", where, generated.Decode.mapOf(Loop::decode)),
                    generated.Decode.required(value, "1st", where, generated.Decode.oneOf("a", "\"b\\\"c\"")));
        }
    }
}
