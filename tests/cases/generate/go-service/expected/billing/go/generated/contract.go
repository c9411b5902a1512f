// Generated from the model: changes made here are refused on the next run.

package generated

import (
	"context"

	"github.com/jackc/pgx/v5"

	"billing-service/generated/events"
)

// Each method makes its changes through tx alone: they commit together with the position in the stream. An error parks the
// event, unless it wraps decode.ErrTransient: then it is tried again.

// OpenOrdersHandler is The view billing/open-orders, promised within 30s for 99%.
type OpenOrdersHandler interface {
	// OnOrderPlaced: orders/OrderPlaced, understood as: Something to bill.
	OnOrderPlaced(ctx context.Context, event events.OrderPlaced, envelope Envelope, tx pgx.Tx) error
	// OnCustomerJoined: orders/CustomerJoined
	OnCustomerJoined(ctx context.Context, event events.CustomerJoined, envelope Envelope, tx pgx.Tx) error
}

// GreetHandler is The policy billing/greet.
type GreetHandler interface {
	// OnCustomerJoined: orders/CustomerJoined
	OnCustomerJoined(ctx context.Context, event events.CustomerJoined, envelope Envelope, tx pgx.Tx) error
	// OnLetterSent: letters/LetterSent
	OnLetterSent(ctx context.Context, event events.LetterSent, envelope Envelope, tx pgx.Tx) error
}

// Handlers are written in handlers/: one that lacks a method does not compile.
type Handlers struct {
	OpenOrders OpenOrdersHandler
	Greet GreetHandler
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

	// The view billing/open-orders, promised within 30s for 99%.
	result = append(result, Consumer{
		Name:       "billing/open-orders",
		Projection: true,
		Within:     30,
		Topics:     map[string]bool{ "orders.order": true },
		Streams: map[TypeKey]bool{
			TypeKey{ "orders", "order" }: true,
			TypeKey{ "orders", "customer" }: false,
		},
		Declared: map[TypeKey]Declared{
			TypeKey{ "orders", "OrderPlaced" }: { "orders.order", "order", 3 },
			TypeKey{ "orders", "OrderPacked" }: { "orders.order", "order", 1 },
			TypeKey{ "orders", "CustomerJoined" }: { "orders.order", "customer", 1 },
		},
		Subscriptions: map[TypeKey]Subscription{
			TypeKey{ "orders", "OrderPlaced" }: { 1, 2, Halt, handled(events.DecodeOrderPlaced, handlers.OpenOrders.OnOrderPlaced) },
			TypeKey{ "orders", "CustomerJoined" }: { 1, 1, Park, handled(events.DecodeCustomerJoined, handlers.OpenOrders.OnCustomerJoined) },
		},
	})

	// The policy billing/greet.
	result = append(result, Consumer{
		Name:       "billing/greet",
		Projection: false,
		Within:     0,
		Topics:     map[string]bool{ "orders.order": true, "letters.letter": true },
		Streams: map[TypeKey]bool{
			TypeKey{ "orders", "customer" }: false,
		},
		Declared: map[TypeKey]Declared{
			TypeKey{ "orders", "OrderPlaced" }: { "orders.order", "order", 3 },
			TypeKey{ "orders", "OrderPacked" }: { "orders.order", "order", 1 },
			TypeKey{ "orders", "CustomerJoined" }: { "orders.order", "customer", 1 },
			TypeKey{ "letters", "LetterSent" }: { "letters.letter", "letters", 1 },
		},
		Subscriptions: map[TypeKey]Subscription{
			TypeKey{ "orders", "CustomerJoined" }: { 1, 1, Skip, handled(events.DecodeCustomerJoined, handlers.Greet.OnCustomerJoined) },
			TypeKey{ "letters", "LetterSent" }: { 1, 1, Park, handled(events.DecodeLetterSent, handlers.Greet.OnLetterSent) },
		},
	})
	return result
}
