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

    // The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
    // Each method makes its changes through the connection alone, without committing: they commit together with the position
    // in the stream. Throw a TransientError where trying again may help; anything else parks the event.
    public interface ViewHandler {
        // o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --, understood as: * / #error \.
        void onWoelkchenDROPTABLEOutboxEvent(Events.WoelkchenDROPTABLEOutboxEvent event, Envelope envelope, Connection connection) throws Exception;
        // o'hara; DROP TABLE outbox_event; --/$$ %
        void onunnamed(Events.unnamed event, Envelope envelope, Connection connection) throws Exception;
        // o'hara; DROP TABLE outbox_event; --/class
        void onClass(Events.Class event, Envelope envelope, Connection connection) throws Exception;
    }

    // The view o'hara; DROP TABLE outbox_event; --/transaction.
    // Each method makes its changes through the connection alone, without committing: they commit together with the position
    // in the stream. Throw a TransientError where trying again may help; anything else parks the event.
    public interface TransactionHandler {
        // o'hara; DROP TABLE outbox_event; --/class
        void onClass(Events.Class event, Envelope envelope, Connection connection) throws Exception;
    }

    /** One of each, with the handlers as handlers/ has them. */
    public static List<Consumer> consumers() {
        List<Consumer> result = new ArrayList<>();
        result.add(makeView(new handlers.View()));
        result.add(makeTransaction(new handlers.Transaction()));
        return result;
    }

    private static Consumer makeView(ViewHandler handler) {
        Consumer consumer = new Consumer("o'hara; DROP TABLE outbox_event; --/view'; -- %", true, 0, new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        consumer.topics().add("topic'; --");
        consumer.streams().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "select"), true);
        consumer.streams().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "* bad"), true);
        consumer.streams().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "o'hara; DROP TABLE outbox_event; --"), true);
        consumer.declared().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "W\u00f6lkchen'); DROP TABLE outbox_event; --"), new Consumer.Declared("topic'; --", "select", 1));
        consumer.declared().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "$$ %"), new Consumer.Declared("topic'; --", "* bad", 1));
        consumer.declared().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "class"), new Consumer.Declared("topic'; --", "o'hara; DROP TABLE outbox_event; --", 1));
        consumer.subscriptions().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "W\u00f6lkchen'); DROP TABLE outbox_event; --"), new Consumer.Subscription(1, 1, Consumer.OnFailure.Park,
                (payload, envelope, connection) -> handler.onWoelkchenDROPTABLEOutboxEvent(Events.WoelkchenDROPTABLEOutboxEvent.decode(payload, envelope.type()), envelope, connection)));
        consumer.subscriptions().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "$$ %"), new Consumer.Subscription(1, 1, Consumer.OnFailure.Park,
                (payload, envelope, connection) -> handler.onunnamed(Events.unnamed.decode(payload, envelope.type()), envelope, connection)));
        consumer.subscriptions().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "class"), new Consumer.Subscription(1, 1, Consumer.OnFailure.Park,
                (payload, envelope, connection) -> handler.onClass(Events.Class.decode(payload, envelope.type()), envelope, connection)));
        return consumer;
    }

    private static Consumer makeTransaction(TransactionHandler handler) {
        Consumer consumer = new Consumer("o'hara; DROP TABLE outbox_event; --/transaction", true, 0, new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        consumer.topics().add("topic'; --");
        consumer.streams().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "o'hara; DROP TABLE outbox_event; --"), true);
        consumer.declared().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "W\u00f6lkchen'); DROP TABLE outbox_event; --"), new Consumer.Declared("topic'; --", "select", 1));
        consumer.declared().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "$$ %"), new Consumer.Declared("topic'; --", "* bad", 1));
        consumer.declared().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "class"), new Consumer.Declared("topic'; --", "o'hara; DROP TABLE outbox_event; --", 1));
        consumer.subscriptions().put(new Consumer.TypeKey("o'hara; DROP TABLE outbox_event; --", "class"), new Consumer.Subscription(1, 1, Consumer.OnFailure.Park,
                (payload, envelope, connection) -> handler.onClass(Events.Class.decode(payload, envelope.type()), envelope, connection)));
        return consumer;
    }
}
