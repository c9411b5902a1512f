// Generated from the model: changes made here are refused on the next run.

// Package generated is all that the model says about this service.
package generated

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
)


const usage = "usage: service consume | relay | replay | rebuild"

// Main runs the command that the first argument says, until SIGTERM or SIGINT.
func Main(consumers []Consumer) {
	if len(os.Args) != 2 {
		Log("error", usage, nil)
		os.Exit(2)
	}
	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer cancel()
	if err := run(ctx, os.Args[1], consumers); err != nil {
		Log("error", err.Error(), nil)
		if errors.Is(err, errUsage) {
			os.Exit(2)
		}
		os.Exit(1)
	}
	Log("info", "stopping", nil)
}

var errUsage = errors.New(usage)

func run(ctx context.Context, command string, consumers []Consumer) error {
	settings, err := ReadSettings()
	if err != nil {
		return err
	}
	metrics := NewMetrics()
	database := &Database{URL: settings.DatabaseURL, Timeout: settings.DatabaseTimeout}
	defer database.Close()
	switch command {
	case "relay":
		relay, err := NewRelay(settings, database, metrics)
		if err != nil {
			return err
		}
		stop, err := serve(settings.MetricsAddress, metrics.Render, relay.Live, relay.Alive)
		if err != nil {
			return err
		}
		defer stop()
		return relay.Run(ctx)
	case "replay":
		applier := NewApplier(database, consumers, settings, metrics)
		count, err := applier.Replay(ctx)
		Log("info", "replayed parked events", Fields{"events": count})
		return err
	case "consume", "rebuild":
		return consume(ctx, command == "rebuild", settings, database, metrics, consumers)
	}
	return errUsage
}

// consume reads until ctx ends. To rebuild is to read all of it once more for the views of a fresh schema: in a group of its
// own, no faster than is allowed, and without policies, whose effects others have seen already.
func consume(ctx context.Context, rebuild bool, settings Settings, database *Database, metrics *Metrics, consumers []Consumer) error {
	group, perSecond, mine := settings.Group, 0, consumers
	if rebuild {
		group, perSecond, mine = settings.Group+".rebuild", settings.RebuildPerSec, nil
		for _, consumer := range consumers {
			if consumer.Projection {
				mine = append(mine, consumer)
			}
		}
	}
	applier := NewApplier(database, mine, settings, metrics)
	reader, err := NewReader(settings, group, applier, metrics, perSecond)
	if err != nil {
		return err
	}
	stop, err := serve(settings.MetricsAddress, func() string {
		rebuilding := 0.0
		if rebuild && !reader.CaughtUp() {
			rebuilding = 1
		}
		metrics.Set("factline_consumer_rebuilding", rebuilding, "consumer", group)
		return metrics.Render()
	}, reader.Live, reader.Alive)
	if err != nil {
		return err
	}
	defer stop()
	return reader.Run(ctx)
}
