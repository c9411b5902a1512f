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

// Consumer is what this context has none of.
type Consumer struct{}

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

	}
	return errUsage
}

