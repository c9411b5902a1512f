// Generated from the model: changes made here are refused on the next run.
package generated;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

/** What the environment sets, read once at the start. */
public record Settings(String jdbcUrl, Duration live, String brokers, String group, Properties properties, String metricsAddress, int metricsPort,
        boolean acceptFirstSeen, Duration relayPoll, Duration relayLease, Duration relayDelivery, int rebuildPerSecond) {

    public static Settings read() {
        Properties properties = new Properties();
        for (String entry : text("KAFKA_PROPERTIES", "").split(";")) {
            if (entry.isEmpty()) continue;
            int equals = entry.indexOf('=');
            if (equals < 1) throw new IllegalArgumentException("KAFKA_PROPERTIES: \"" + entry + "\" is not name=value");
            properties.setProperty(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return new Settings(jdbc(text("DATABASE_URL", "postgresql://localhost/postgres"), number("DATABASE_TIMEOUT_MS", 30000)),
                Duration.ofMillis(number("LIVE_MS", 120000)), text("KAFKA_BROKERS", "localhost:9092"),
                text("KAFKA_GROUP", "orders"), properties, text("METRICS_ADDRESS", "0.0.0.0"), number("METRICS_PORT", 9464),
                text("FIRST_SEEN", "gap").equals("accept"), Duration.ofMillis(number("RELAY_POLL_MS", 500)),
                Duration.ofMillis(number("RELAY_LEASE_MS", 30000)), Duration.ofMillis(number("RELAY_DELIVERY_TIMEOUT_MS", 10000)),
                number("REBUILD_PER_SECOND", 0));
    }

    private static String text(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private static int number(String name, int otherwise) {
        try {
            return Integer.parseUnsignedInt(text(name, Integer.toString(otherwise)));
        } catch (NumberFormatException error) {
            throw new IllegalArgumentException(name + " is not a number");
        }
    }

    /**
     * postgresql://user:password@host:port/database?options as every other client writes it, for JDBC. Where the server says
     * nothing to a statement for longer than `timeout` milliseconds, its host may be gone without a word: the connection is given
     * up then.
     */
    static String jdbc(String url, int timeout) {
        if (url.startsWith("jdbc:")) return url;
        URI uri = URI.create(url);
        if (uri.getHost() == null) throw new IllegalArgumentException("DATABASE_URL is not postgresql://user:password@host:port/database");
        StringBuilder result = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
        if (uri.getPort() > 0) result.append(':').append(uri.getPort());
        result.append(uri.getRawPath()).append("?tcpKeepAlive=true");
        long seconds = Math.max(1, (timeout + 999L) / 1000);
        for (String bound : new String[] {"socketTimeout", "connectTimeout", "loginTimeout"})
            result.append('&').append(bound).append('=').append(seconds);
        if (uri.getUserInfo() != null) {
            String[] who = uri.getUserInfo().split(":", 2);
            result.append("&user=").append(URLEncoder.encode(who[0], StandardCharsets.UTF_8));
            if (who.length > 1) result.append("&password=").append(URLEncoder.encode(who[1], StandardCharsets.UTF_8));
        }
        if (uri.getRawQuery() != null) result.append('&').append(uri.getRawQuery());
        return result.toString();
    }
}
