// Generated from the model: changes made here are refused on the next run.

package generated

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// Settings are what the environment sets, read once at the start.
type Settings struct {
	DatabaseURL     string
	DatabaseTimeout time.Duration
	Live            time.Duration
	Brokers         []string
	Group           string
	Properties      map[string]string
	MetricsAddress  string
	AcceptFirstSeen bool
	RelayPoll       time.Duration
	RelayLease      time.Duration
	RelayDelivery   time.Duration
	RebuildPerSec   int
}

func text(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

// ReadSettings says which variable cannot be read.
func ReadSettings() (Settings, error) {
	var problem error
	number := func(name string, otherwise int) int {
		value, err := strconv.Atoi(text(name, strconv.Itoa(otherwise)))
		if err != nil || value < 0 {
			problem = fmt.Errorf("%s is not a number", name)
		}
		return value
	}
	milliseconds := func(name string, otherwise int) time.Duration {
		return time.Duration(number(name, otherwise)) * time.Millisecond
	}
	properties := map[string]string{}
	for _, entry := range strings.Split(text("KAFKA_PROPERTIES", ""), ";") {
		if entry == "" {
			continue
		}
		name, value, found := strings.Cut(entry, "=")
		if !found {
			problem = fmt.Errorf("KAFKA_PROPERTIES: %q is not name=value", entry)
		}
		properties[name] = value
	}
	settings := Settings{
		DatabaseURL:     text("DATABASE_URL", ""),
		DatabaseTimeout: milliseconds("DATABASE_TIMEOUT_MS", 30000),
		Live:            milliseconds("LIVE_MS", 120000),
		Brokers:         strings.Split(text("KAFKA_BROKERS", "localhost:9092"), ","),
		Group:           text("KAFKA_GROUP", "orders"),
		Properties:      properties,
		MetricsAddress:  fmt.Sprintf("%s:%d", text("METRICS_ADDRESS", "0.0.0.0"), number("METRICS_PORT", 9464)),
		AcceptFirstSeen: text("FIRST_SEEN", "gap") == "accept",
		RelayPoll:       milliseconds("RELAY_POLL_MS", 500),
		RelayLease:      milliseconds("RELAY_LEASE_MS", 30000),
		RelayDelivery:   milliseconds("RELAY_DELIVERY_TIMEOUT_MS", 10000),
		RebuildPerSec:   number("REBUILD_PER_SECOND", 0),
	}
	return settings, problem
}
