// Generated from the model: changes made here are refused on the next run.
// The service of the context orders.
package main

import (
	"orders-service/generated"

)

func main() {

	generated.Main(nil)
}
