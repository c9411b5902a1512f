// SPDX-License-Identifier: Apache-2.0

// Appends one OrderPlaced for each order id on standard input, in one transaction. At the word crash it fails.
package main

import (
	"bufio"
	"context"
	"os"

	"github.com/jackc/pgx/v5"

	"orders-service/generated/outbox"
)

func main() {
	ctx := context.Background()
	connection, err := pgx.Connect(ctx, os.Getenv("DATABASE_URL"))
	if err != nil {
		panic(err)
	}
	check := "check"
	err = pgx.BeginFunc(ctx, connection, func(tx pgx.Tx) error {
		for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
			if lines.Text() == "crash" {
				panic("as it was asked to")
			}
			payload := map[string]any{"orderId": lines.Text(), "lines": []any{map[string]any{"sku": "a", "location": "b", "units": 1}}, "total": "12.50"}
			if _, err := outbox.Append(ctx, tx, outbox.OrderPlaced, payload, outbox.Context{CorrelationID: &check}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		panic(err)
	}
}
