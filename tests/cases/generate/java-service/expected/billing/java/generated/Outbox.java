// Generated from the model: changes made here are refused on the next run.
package generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Appends events to the outbox, within the transaction that makes the change. */
public final class Outbox {
    private Outbox() {}

    /** An event that this context announces. `key`: the payload's fields that name the aggregate; none: it is given. */
    public record Announcement(String type, int version, String aggregateType, List<String> key) {}

    /** What else a row holds; an aggregate of null is read from the payload. */
    public record About(String aggregate, String traceparent, String correlationId, String causationId, String eventId) {
        public static final About NOTHING = new About(null, null, null, null, null);
    }


    /** The key's fields joined by |, with \ before | and \, as PostgreSQL's ->> gives each. */
    private static String aggregateOf(Announcement event, JsonNode payload) {
        if (payload == null || event.key().isEmpty())
            throw new IllegalArgumentException(event.type() + ": say the aggregate, since the payload does not tell it");
        return event.key().stream().map(name -> {
            JsonNode value = payload.get(name);
            if (value == null) throw new IllegalArgumentException(event.type() + ": the payload has no " + name);
            return (value.isTextual() ? value.textValue() : value.toString()).replace("\\", "\\\\").replace("|", "\\|");
        }).collect(Collectors.joining("|"));
    }

    /**
     * Gives the event's number within its aggregate, whose row stays locked until the transaction ends: append for several
     * aggregates in one fixed order. The payload is what Jackson makes of it; null is a tombstone, which says the aggregate.
     */
    public static long append(Connection connection, Announcement event, Object payload, About about) throws SQLException {
        JsonNode document = payload == null ? null : Decode.JSON.valueToTree(payload);
        String aggregate = about.aggregate() != null ? about.aggregate() : aggregateOf(event, document);
        return (Long) Database.value(connection, "SELECT outbox_append(?, ?, ?, ?, ?::jsonb, p_traceparent => ?, p_correlation_id => ?, "
                + "p_causation_id => ?, p_event_id => ?::uuid)", event.type(), event.version(), event.aggregateType(), aggregate,
                document == null ? null : document.toString(), about.traceparent(), about.correlationId(), about.causationId(), about.eventId());
    }
}
