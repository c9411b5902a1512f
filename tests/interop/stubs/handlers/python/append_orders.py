# SPDX-License-Identifier: Apache-2.0
# Appends one OrderPlaced for each order id on standard input, in one transaction. At the word crash it fails.
import os
import sys

import psycopg

from orders_service import outbox

with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    for line in sys.stdin:
        assert line.strip() != "crash"
        payload = {"orderId": line.strip(), "lines": [{"sku": "a", "location": "b", "units": 1}], "total": "12.50"}
        outbox.append(connection, outbox.OrderPlaced, payload, correlation_id="check")
