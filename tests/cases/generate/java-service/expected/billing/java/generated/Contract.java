// Generated from the model: changes made here are refused on the next run.
package generated;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What handlers/ has to give, and the consumers that the model declares. */
public final class Contract {
    private Contract() {}

    // The view billing/open-orders, promised within 30s for 99%.
    // Each method makes its changes through the connection alone, without committing: they commit together with the position
    // in the stream. Throw a TransientError where trying again may help; anything else parks the event.
    public interface OpenOrdersHandler {
        // orders/OrderPlaced, understood as: Something to bill.
        void onOrderPlaced(Events.OrderPlaced event, Envelope envelope, Connection connection) throws Exception;
        // orders/CustomerJoined
        void onCustomerJoined(Events.CustomerJoined event, Envelope envelope, Connection connection) throws Exception;
    }

    // The policy billing/greet.
    // Each method makes its changes through the connection alone, without committing: they commit together with the position
    // in the stream. Throw a TransientError where trying again may help; anything else parks the event.
    public interface GreetHandler {
        // orders/CustomerJoined
        void onCustomerJoined(Events.CustomerJoined event, Envelope envelope, Connection connection) throws Exception;
        // letters/LetterSent
        void onLetterSent(Events.LetterSent event, Envelope envelope, Connection connection) throws Exception;
    }

    /** One of each, with the handlers as handlers/ has them. */
    public static List<Consumer> consumers() {
        List<Consumer> result = new ArrayList<>();
        result.add(makeOpenOrders(new handlers.OpenOrders()));
        result.add(makeGreet(new handlers.Greet()));
        return result;
    }

    private static Consumer makeOpenOrders(OpenOrdersHandler handler) {
        Consumer consumer = new Consumer("billing/open-orders", true, 30, new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        consumer.topics().add("orders.order");
        consumer.streams().put(new Consumer.TypeKey("orders", "order"), true);
        consumer.streams().put(new Consumer.TypeKey("orders", "customer"), false);
        consumer.declared().put(new Consumer.TypeKey("orders", "OrderPlaced"), new Consumer.Declared("orders.order", "order", 3));
        consumer.declared().put(new Consumer.TypeKey("orders", "OrderPacked"), new Consumer.Declared("orders.order", "order", 1));
        consumer.declared().put(new Consumer.TypeKey("orders", "CustomerJoined"), new Consumer.Declared("orders.order", "customer", 1));
        consumer.subscriptions().put(new Consumer.TypeKey("orders", "OrderPlaced"), new Consumer.Subscription(1, 2, Consumer.OnFailure.Halt,
                (payload, envelope, connection) -> handler.onOrderPlaced(Events.OrderPlaced.decode(payload, envelope.type()), envelope, connection)));
        consumer.subscriptions().put(new Consumer.TypeKey("orders", "CustomerJoined"), new Consumer.Subscription(1, 1, Consumer.OnFailure.Park,
                (payload, envelope, connection) -> handler.onCustomerJoined(Events.CustomerJoined.decode(payload, envelope.type()), envelope, connection)));
        return consumer;
    }

    private static Consumer makeGreet(GreetHandler handler) {
        Consumer consumer = new Consumer("billing/greet", false, 0, new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        consumer.topics().add("orders.order");
        consumer.topics().add("letters.letter");
        consumer.streams().put(new Consumer.TypeKey("orders", "customer"), false);
        consumer.declared().put(new Consumer.TypeKey("orders", "OrderPlaced"), new Consumer.Declared("orders.order", "order", 3));
        consumer.declared().put(new Consumer.TypeKey("orders", "OrderPacked"), new Consumer.Declared("orders.order", "order", 1));
        consumer.declared().put(new Consumer.TypeKey("orders", "CustomerJoined"), new Consumer.Declared("orders.order", "customer", 1));
        consumer.declared().put(new Consumer.TypeKey("letters", "LetterSent"), new Consumer.Declared("letters.letter", "letters", 1));
        consumer.subscriptions().put(new Consumer.TypeKey("orders", "CustomerJoined"), new Consumer.Subscription(1, 1, Consumer.OnFailure.Skip,
                (payload, envelope, connection) -> handler.onCustomerJoined(Events.CustomerJoined.decode(payload, envelope.type()), envelope, connection)));
        consumer.subscriptions().put(new Consumer.TypeKey("letters", "LetterSent"), new Consumer.Subscription(1, 1, Consumer.OnFailure.Park,
                (payload, envelope, connection) -> handler.onLetterSent(Events.LetterSent.decode(payload, envelope.type()), envelope, connection)));
        return consumer;
    }
}
