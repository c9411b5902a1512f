// Generated from the model: changes made here are refused on the next run.
package generated;

/** The events that this service reads, and the value objects in them. */
public final class Events {
    private Events() {}

    // orders/Money, a value object.
    public record Money(java.math.BigDecimal amount, java.lang.String currency) {
        public static Money decode(com.fasterxml.jackson.databind.JsonNode value, java.lang.String where) {
            generated.Decode.object(value, where);
            return new Money(
                    generated.Decode.required(value, "amount", where, generated.Decode::decimal),
                    generated.Decode.required(value, "currency", where, generated.Decode::text));
        }
    }

    // orders/Line, a value object.
    public record Line(java.lang.String sku, Money price, java.lang.Integer quantity, java.util.Optional<java.lang.Boolean> gift) {
        public static Line decode(com.fasterxml.jackson.databind.JsonNode value, java.lang.String where) {
            generated.Decode.object(value, where);
            return new Line(
                    generated.Decode.required(value, "sku", where, generated.Decode::text),
                    generated.Decode.required(value, "price", where, Money::decode),
                    generated.Decode.required(value, "quantity", where, generated.Decode::int32),
                    generated.Decode.optional(value, "gift", where, generated.Decode::bool));
        }
    }

    // orders/OrderPlaced, version 3. A customer placed an order.
    public record OrderPlaced(java.util.UUID orderId, java.math.BigDecimal total, java.util.List<Line> lines, java.lang.String source, java.util.Optional<java.lang.String> voucher, java.util.Optional<java.util.Map<java.lang.String, java.lang.String>> labels) {
        public static OrderPlaced decode(com.fasterxml.jackson.databind.JsonNode value, java.lang.String where) {
            generated.Decode.object(value, where);
            return new OrderPlaced(
                    generated.Decode.required(value, "orderId", where, generated.Decode::uuid),
                    generated.Decode.required(value, "total", where, generated.Decode::decimal),
                    generated.Decode.required(value, "lines", where, generated.Decode.listOf(Line::decode)),
                    generated.Decode.required(value, "source", where, generated.Decode.oneOf("web", "shop")),
                    generated.Decode.optional(value, "voucher", where, generated.Decode::text),
                    generated.Decode.optional(value, "labels", where, generated.Decode.mapOf(generated.Decode::text)));
        }
    }

    // orders/CustomerJoined, version 1.
    public record CustomerJoined(java.lang.Long customerId) {
        public static CustomerJoined decode(com.fasterxml.jackson.databind.JsonNode value, java.lang.String where) {
            generated.Decode.object(value, where);
            return new CustomerJoined(
                    generated.Decode.required(value, "customerId", where, generated.Decode::int64));
        }
    }

    // letters/LetterSent, version 1.
    public record LetterSent(java.lang.String letterId) {
        public static LetterSent decode(com.fasterxml.jackson.databind.JsonNode value, java.lang.String where) {
            generated.Decode.object(value, where);
            return new LetterSent(
                    generated.Decode.required(value, "letterId", where, generated.Decode::text));
        }
    }
}
