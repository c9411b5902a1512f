// Generated from the model: changes made here are refused on the next run.

module o-hara-drop-table-outbox-event-service

go 1.19

require (
	github.com/jackc/pgx/v5 v5.5.5
	github.com/twmb/franz-go v1.16.1
	github.com/twmb/franz-go/pkg/kmsg v1.7.0
)
