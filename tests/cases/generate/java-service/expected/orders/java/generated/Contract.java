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


    /** One of each, with the handlers as handlers/ has them. */
    public static List<Consumer> consumers() {
        List<Consumer> result = new ArrayList<>();

        return result;
    }

}
