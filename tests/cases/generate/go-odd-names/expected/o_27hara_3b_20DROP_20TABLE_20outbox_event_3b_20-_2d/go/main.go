// Generated from the model: changes made here are refused on the next run.
// The service of the context o'hara; DROP TABLE outbox_event; --.
package main

import (
	"o-hara-drop-table-outbox-event-service/generated"
	"o-hara-drop-table-outbox-event-service/handlers"
)

func main() {
	generated.Main(generated.Consumers(generated.Handlers{
		View: handlers.View{},
		Transaction: handlers.Transaction{},
	}))

}
