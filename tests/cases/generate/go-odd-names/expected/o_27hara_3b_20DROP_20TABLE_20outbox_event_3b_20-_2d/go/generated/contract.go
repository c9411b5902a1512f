// Generated from the model: changes made here are refused on the next run.

package generated

import (
	"context"

	"github.com/jackc/pgx/v5"

	"o-hara-drop-table-outbox-event-service/generated/events"
)

// Each method makes its changes through tx alone: they commit together with the position in the stream. An error parks the
// event, unless it wraps decode.ErrTransient: then it is tried again.

// ViewHandler is The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
type ViewHandler interface {
	// OnWoelkchenDROPTABLEOutboxEvent: o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --, understood as: * / #error \.
	OnWoelkchenDROPTABLEOutboxEvent(ctx context.Context, event events.WoelkchenDROPTABLEOutboxEvent, envelope Envelope, tx pgx.Tx) error
	// OnUnnamed: o'hara; DROP TABLE outbox_event; --/$$ %
	OnUnnamed(ctx context.Context, event events.Unnamed, envelope Envelope, tx pgx.Tx) error
	// OnClass: o'hara; DROP TABLE outbox_event; --/class
	OnClass(ctx context.Context, event events.Class, envelope Envelope, tx pgx.Tx) error
}

// TransactionHandler is The view o'hara; DROP TABLE outbox_event; --/transaction.
type TransactionHandler interface {
	// OnClass: o'hara; DROP TABLE outbox_event; --/class
	OnClass(ctx context.Context, event events.Class, envelope Envelope, tx pgx.Tx) error
}

// Handlers are written in handlers/: one that lacks a method does not compile.
type Handlers struct {
	View ViewHandler
	Transaction TransactionHandler
}

// handled reads the payload and hands it over.
func handled[E any](read func(any, string) (E, error), handle func(context.Context, E, Envelope, pgx.Tx) error) handler {
	return func(ctx context.Context, payload any, envelope Envelope, tx pgx.Tx) error {
		event, err := read(payload, envelope.Type)
		if err != nil {
			return err
		}
		return handle(ctx, event, envelope, tx)
	}
}

// Consumers are those that the model declares, with their routes to the handlers.
func Consumers(handlers Handlers) []Consumer {
	result := []Consumer{}

	// The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
	result = append(result, Consumer{
		Name:       "o'hara; DROP TABLE outbox_event; --/view'; -- %",
		Projection: true,
		Within:     0,
		Topics:     map[string]bool{ "topic'; --": true },
		Streams: map[TypeKey]bool{
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "select" }: true,
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "* bad" }: true,
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "o'hara; DROP TABLE outbox_event; --" }: true,
		},
		Declared: map[TypeKey]Declared{
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "W\u00f6lkchen'); DROP TABLE outbox_event; --" }: { "topic'; --", "select", 1 },
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "$$ %" }: { "topic'; --", "* bad", 1 },
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "class" }: { "topic'; --", "o'hara; DROP TABLE outbox_event; --", 1 },
		},
		Subscriptions: map[TypeKey]Subscription{
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "W\u00f6lkchen'); DROP TABLE outbox_event; --" }: { 1, 1, Park, handled(events.DecodeWoelkchenDROPTABLEOutboxEvent, handlers.View.OnWoelkchenDROPTABLEOutboxEvent) },
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "$$ %" }: { 1, 1, Park, handled(events.DecodeUnnamed, handlers.View.OnUnnamed) },
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "class" }: { 1, 1, Park, handled(events.DecodeClass, handlers.View.OnClass) },
		},
	})

	// The view o'hara; DROP TABLE outbox_event; --/transaction.
	result = append(result, Consumer{
		Name:       "o'hara; DROP TABLE outbox_event; --/transaction",
		Projection: true,
		Within:     0,
		Topics:     map[string]bool{ "topic'; --": true },
		Streams: map[TypeKey]bool{
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "o'hara; DROP TABLE outbox_event; --" }: true,
		},
		Declared: map[TypeKey]Declared{
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "W\u00f6lkchen'); DROP TABLE outbox_event; --" }: { "topic'; --", "select", 1 },
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "$$ %" }: { "topic'; --", "* bad", 1 },
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "class" }: { "topic'; --", "o'hara; DROP TABLE outbox_event; --", 1 },
		},
		Subscriptions: map[TypeKey]Subscription{
			TypeKey{ "o'hara; DROP TABLE outbox_event; --", "class" }: { 1, 1, Park, handled(events.DecodeClass, handlers.Transaction.OnClass) },
		},
	})
	return result
}
