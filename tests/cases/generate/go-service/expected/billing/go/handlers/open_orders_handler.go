// Yours: scaffolded once, never overwritten. The view billing/open-orders, promised within 30s for 99%.
// An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
// written, replay applies them in order.

package handlers

import (
	"context"

	"github.com/jackc/pgx/v5"

	"billing-service/generated"
	"billing-service/generated/decode"
	"billing-service/generated/events"
)

// OpenOrders is The view billing/open-orders, promised within 30s for 99%.
type OpenOrders struct{}

// OnOrderPlaced: Write what billing/open-orders does with orders/OrderPlaced.
// Make its changes by tx.Exec(ctx, "INSERT ... VALUES ($1)", ...) alone, then return nil.
func (OpenOrders) OnOrderPlaced(ctx context.Context, event events.OrderPlaced, envelope generated.Envelope, tx pgx.Tx) error {
	return decode.NotWritten("the handler of billing/open-orders for orders/OrderPlaced is not written yet")
}

// OnCustomerJoined: Write what billing/open-orders does with orders/CustomerJoined.
// Make its changes by tx.Exec(ctx, "INSERT ... VALUES ($1)", ...) alone, then return nil.
func (OpenOrders) OnCustomerJoined(ctx context.Context, event events.CustomerJoined, envelope generated.Envelope, tx pgx.Tx) error {
	return decode.NotWritten("the handler of billing/open-orders for orders/CustomerJoined is not written yet")
}
