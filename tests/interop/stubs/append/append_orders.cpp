// SPDX-License-Identifier: Apache-2.0
// Appends one OrderPlaced for each order id on standard input, in one transaction; at the word crash it
// fails. Built beside the generated service.
#include <cstdlib>
#include <iostream>

#include "outbox.h"

int main() {
    consumer::Database database(std::getenv("DATABASE_URL"));
    database.connect();
    database.exec("BEGIN");
    outbox::Context context;
    context.correlationId = "check";
    for (std::string order; std::getline(std::cin, order);) {
        if (order == "crash") throw 42;
        consumer::Json line{{"sku", "a"}, {"location", "b"}, {"units", 1}};
        consumer::Json payload{{"orderId", order}, {"total", "12.50"}};
        payload["lines"] = consumer::Json::array({line});
        outbox::append(database, outbox::OrderPlaced, payload, context);
    }
    database.exec("COMMIT");
}
