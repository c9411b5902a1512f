// SPDX-License-Identifier: Apache-2.0

package handlers

import (
	"context"

	"github.com/jackc/pgx/v5"

	"orders-service/generated"
	"orders-service/generated/decode"
	"orders-service/generated/events"
)

type OrderStatus struct{}

func apply(ctx context.Context, order decode.UUID, envelope generated.Envelope, tx pgx.Tx) error {
	var obstacle string
	err := tx.QueryRow(ctx, "SELECT apply_order($1, $2, $3, $4, $5)", string(order), envelope.Sequence, envelope.Type, envelope.ID, envelope.TimeUs).Scan(&obstacle)
	if obstacle == "crash" {
		panic("this order crashes")
	}
	if obstacle == "silence" {
		_, _ = tx.Exec(ctx, "SELECT 1 / 0")
	}
	return err
}

func (OrderStatus) OnOrderPlaced(ctx context.Context, event events.OrderPlaced, envelope generated.Envelope, tx pgx.Tx) error {
	return apply(ctx, event.OrderId, envelope, tx)
}

func (OrderStatus) OnOrderCancelled(ctx context.Context, event events.OrderCancelled, envelope generated.Envelope, tx pgx.Tx) error {
	return apply(ctx, event.OrderId, envelope, tx)
}

func (OrderStatus) OnOrderShipped(ctx context.Context, event events.OrderShipped, envelope generated.Envelope, tx pgx.Tx) error {
	return apply(ctx, event.OrderId, envelope, tx)
}

func (OrderStatus) OnPaymentCaptured(context.Context, events.PaymentCaptured, generated.Envelope, pgx.Tx) error {
	return nil
}
