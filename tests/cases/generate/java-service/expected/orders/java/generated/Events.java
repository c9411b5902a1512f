// Generated from the model: changes made here are refused on the next run.
package generated;

/** The events that this service reads, and the value objects in them. */
public final class Events {
    private Events() {}

}
