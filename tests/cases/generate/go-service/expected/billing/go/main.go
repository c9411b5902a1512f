// Generated from the model: changes made here are refused on the next run.
// The service of the context billing.
package main

import (
	"billing-service/generated"
	"billing-service/handlers"
)

func main() {
	generated.Main(generated.Consumers(generated.Handlers{
		OpenOrders: handlers.OpenOrders{},
		Greet: handlers.Greet{},
	}))

}
