// Generated from the model: changes made here are refused on the next run.

package generated

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"billing-service/generated/decode"
)

// OnFailure is what happens to an event whose handler fails for good. It is kept as a dead letter in every case but Halt.
type OnFailure string

const (
	Park OnFailure = "park" // it and every later event of its aggregate wait for a replay; other aggregates go on
	Halt OnFailure = "halt" // the process stops
	Skip OnFailure = "skip" // the aggregate goes on without it
)

// TypeKey is a publishing context with an event or aggregate type.
type TypeKey struct{ Publisher, Type string }

type handler func(ctx context.Context, payload any, envelope Envelope, tx pgx.Tx) error

// Subscription is one event that a consumer handles, in the versions that it can read.
type Subscription struct {
	Oldest, Newest int32
	OnFailure      OnFailure
	Handle         handler
}

// Declared is an event that the model knows, consumed or not.
type Declared struct {
	Topic         string
	AggregateType string
	Version       int32
}

// Consumer is one view or policy: what it reads, and the handlers for it.
type Consumer struct {
	Name          string
	Projection    bool    // a view, whose freshness is kept
	Within        float64 // seconds: what the view promises; 0: nothing
	Topics        map[string]bool
	Streams       map[TypeKey]bool // the numbered ones it follows; true: a hole means a lost event
	Declared      map[TypeKey]Declared
	Subscriptions map[TypeKey]Subscription
}

// HaltError stops the process: a handler failed whose subscription says so.
type HaltError struct{ message string }

func (e HaltError) Error() string { return e.message }

// transientError lets the record come again.
type transientError struct{ cause error }

func (e transientError) Error() string { return e.cause.Error() }

// stream holds the events of one aggregate, as one consumer counts them.
type stream struct {
	kind       string // publishing context / aggregate type, and @topic where the events are spread over topics
	id         string
	sequence   *int64
	contiguous bool
}

// misnumbered is what is wrong with a number, and what counts it.
var misnumbered = map[string]struct{ message, metric string }{
	"gap":    {"number %d leaves a hole behind the last one", "factline_consumer_gaps_total"},
	"reused": {"number %d was given to another event before", "factline_consumer_reused_numbers_total"},
}

// So many records that do not concern a consumer are read once more at the most.
const readAgain = 500

// Applier applies records to the database, each once and in the order of its aggregate. It knows nothing of the broker.
type Applier struct {
	Database        *Database
	Consumers       []Consumer
	Group           string
	AcceptFirstSeen bool
	Metrics         *Metrics
	passed          map[string]map[place]int // by consumer
	latest          map[place]int64          // when the newest event that was read happened
}

// NewApplier applies for these consumers.
func NewApplier(database *Database, consumers []Consumer, settings Settings, metrics *Metrics) *Applier {
	passed := map[string]map[place]int{}
	for _, consumer := range consumers {
		passed[consumer.Name] = map[place]int{}
	}
	return &Applier{database, consumers, settings.Group, settings.AcceptFirstSeen, metrics, passed, map[place]int64{}}
}

// Topics are those that any consumer reads.
func (a *Applier) Topics() []string {
	all := map[string]bool{}
	for _, consumer := range a.Consumers {
		for topic := range consumer.Topics {
			all[topic] = true
		}
	}
	topics := make([]string, 0, len(all))
	for topic := range all {
		topics = append(topics, topic)
	}
	sort.Strings(topics)
	return topics
}

// Positions are where to go on in each of these places: the least of what those who read it have in the database. What is not
// among them begins at the beginning, since one of them has nothing yet.
func (a *Applier) Positions(ctx context.Context, database *Database, places []place) (map[place]int64, error) {
	connection, err := database.Connect(ctx)
	if err != nil {
		return nil, err
	}
	positions := map[place]int64{}
	for _, at := range places {
		least, whole := int64(math.MaxInt64), true
		for i := range a.Consumers {
			if !a.Consumers[i].Topics[at.topic] {
				continue
			}
			var next *int64
			if err := connection.QueryRow(ctx, "SELECT consumer_begin($1, $2, $3, $4)", a.Consumers[i].Name, at.topic, at.partition,
				a.Consumers[i].Projection).Scan(&next); err != nil {
				return nil, err
			}
			whole = whole && next != nil
			if whole && *next < least {
				least = *next
			}
		}
		if whole {
			positions[at] = least
		}
	}
	return positions, nil
}

// Apply applies a record for every consumer that it concerns, each in a transaction of its own. Once it returns nil, the
// record's offset may be committed; a transientError lets the record come again.
func (a *Applier) Apply(ctx context.Context, record Record) error {
	told := readEnvelope(record)
	for i := range a.Consumers {
		consumer := &a.Consumers[i]
		if !consumer.Topics[record.Topic] {
			continue
		}
		envelope := complete(consumer, record, told)
		work := a.passOver
		if concerns(consumer, envelope) {
			work = a.applyFor
		}
		if err := work(ctx, consumer, record, envelope); err != nil {
			var halt HaltError
			if errors.As(err, &halt) {
				return err
			}
			// Our own statements, too: whatever it is, the event must not be lost for it.
			a.Metrics.Count("factline_consumer_transient_errors_total", 1, "consumer", consumer.Name)
			return transientError{err}
		}
	}
	at := place{record.Topic, record.Partition}
	if told.TimeUs > a.latest[at] {
		a.latest[at] = told.TimeUs
	}
	return nil
}

// complete fills in what a publisher without an outbox leaves out, where the model leaves no choice.
func complete(consumer *Consumer, record Record, envelope Envelope) Envelope {
	if envelope.Source == "" || envelope.Type == "" {
		matches := []TypeKey{}
		for key, declared := range consumer.Declared {
			if declared.Topic == record.Topic && (envelope.Source == "" || envelope.Source == key.Publisher) &&
				(envelope.Type == "" || envelope.Type == key.Type) {
				matches = append(matches, key)
			}
		}
		if len(matches) == 1 {
			envelope.Source, envelope.Type = matches[0].Publisher, matches[0].Type
		}
	}
	if declared, found := consumer.Declared[TypeKey{envelope.Source, envelope.Type}]; found {
		if envelope.Version == 0 {
			envelope.Version = declared.Version
		}
		if envelope.AggregateType == "" {
			envelope.AggregateType = declared.AggregateType
		}
	}
	return envelope
}

// concerns holds for everything but the declared events of aggregates that this consumer does not follow.
func concerns(consumer *Consumer, envelope Envelope) bool {
	key := TypeKey{envelope.Source, envelope.Type}
	_, declared := consumer.Declared[key]
	_, subscribed := consumer.Subscriptions[key]
	if envelope.Problem != "" || !declared || subscribed {
		return true
	}
	_, followed := consumer.Streams[TypeKey{envelope.Source, envelope.AggregateType}]
	return envelope.Sequence > 0 && followed
}

// passOver moves the position on now and then where nothing concerns the consumer, so that the next start does not read all of it.
func (a *Applier) passOver(ctx context.Context, consumer *Consumer, record Record, envelope Envelope) error {
	at := place{record.Topic, record.Partition}
	passed := a.passed[consumer.Name]
	if passed[at]++; passed[at] < readAgain {
		return nil
	}
	connection, err := a.Database.Connect(ctx)
	if err == nil {
		err = noteOffset(ctx, connection, consumer, record, envelope)
	}
	if err == nil {
		passed[at] = 0
	}
	return err
}

type executor interface {
	Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error)
}

func noteOffset(ctx context.Context, with executor, consumer *Consumer, record Record, envelope Envelope) error {
	sql, arguments := "SELECT consumer_note_offset($1, $2, $3, $4)", []any{consumer.Name, record.Topic, record.Partition, record.Offset + 1}
	if consumer.Projection {
		sql, arguments = "SELECT consumer_note_offset($1, $2, $3, $4, $5)", append(arguments, envelope.TimeUs)
	}
	_, err := with.Exec(ctx, sql, arguments...)
	return err
}

func streamOf(consumer *Consumer, record Record, envelope Envelope) stream {
	whole, followed := consumer.Streams[TypeKey{envelope.Source, envelope.AggregateType}]
	kind := envelope.AggregateType
	if kind == "" {
		kind = envelope.Type
	}
	result := stream{kind: envelope.Source + "/" + kind, id: envelope.AggregateID}
	if envelope.Sequence > 0 && followed {
		result.sequence = &envelope.Sequence
		result.contiguous = whole
	}
	if !result.contiguous {
		result.kind += "@" + record.Topic
	}
	return result
}

func (a *Applier) applyFor(ctx context.Context, consumer *Consumer, record Record, envelope Envelope) error {
	start := time.Now()
	at := streamOf(consumer, record, envelope)
	inboxID := envelope.ID
	if inboxID == "" {
		inboxID = fmt.Sprintf("%s:%d:%d", record.Topic, record.Partition, record.Offset)
	}
	connection, err := a.Database.Connect(ctx)
	if err != nil {
		return err
	}
	result, verdict, fillsGap, problem := "", "", false, ""
	err = inTransaction(ctx, connection, func(tx pgx.Tx) error {
		if err := tx.QueryRow(ctx, "SELECT consumer_take($1, $2, $3, $4, $5, $6, $7)", consumer.Name, at.kind, at.id,
			at.sequence, at.contiguous, inboxID, a.AcceptFirstSeen).Scan(&verdict); err != nil {
			return err
		}
		switch verdict {
		case "duplicate":
			result = "duplicate"
		case "parked":
			result = "parked"
			var err error
			if fillsGap, err = a.park(ctx, tx, consumer, at, record, envelope, "behind", "its aggregate is parked"); err != nil {
				return err
			}
		case "gap", "reused":
			result, problem = "parked", fmt.Sprintf(misnumbered[verdict].message, envelope.Sequence)
			if _, err := a.park(ctx, tx, consumer, at, record, envelope, verdict, problem); err != nil {
				return err
			}
		default:
			var err error
			if result, err = a.handleOrPark(ctx, tx, connection, consumer, at, record, envelope); err != nil {
				return err
			}
		}
		return noteOffset(ctx, tx, consumer, record, envelope)
	})
	if err != nil {
		return err
	}
	if problem != "" {
		a.Metrics.Count(misnumbered[verdict].metric, 1, "consumer", consumer.Name)
		tell(consumer, record, envelope, problem, verdict)
	}
	a.Metrics.Count("factline_consumer_events_total", 1, "consumer", consumer.Name, "result", result)
	a.Metrics.Observe("factline_consumer_apply_seconds", time.Since(start).Seconds(), "consumer", consumer.Name)
	if result == "applied" {
		committed := float64(envelope.TimeUs) / 1e6
		a.Metrics.Raise("factline_consumer_last_event_timestamp_seconds", committed, "consumer", consumer.Name)
		if _, subscribed := consumer.Subscriptions[TypeKey{envelope.Source, envelope.Type}]; consumer.Projection && subscribed {
			a.Metrics.ObserveLag(consumer.Name, consumer.Within, float64(time.Now().UnixMicro())/1e6-committed)
		}
	}
	if fillsGap {
		_, err = a.drain(ctx, consumer, at.kind, at.id)
	}
	return err
}

// handleOrPark applies the event, or keeps it as its subscription says where it fails for good; what may pass comes out as an
// error.
func (a *Applier) handleOrPark(ctx context.Context, tx pgx.Tx, connection *pgx.Conn, consumer *Consumer, at stream, record Record,
	envelope Envelope) (string, error) {
	failure, err := a.attempt(ctx, tx, connection, consumer, record, envelope)
	if err != nil {
		return "", err
	}
	if failure == nil {
		return "applied", advance(ctx, tx, consumer, at, envelope)
	}
	wish := Park
	var unwritten decode.NotWritten
	if subscription, found := consumer.Subscriptions[TypeKey{envelope.Source, envelope.Type}]; found && !errors.As(failure, &unwritten) {
		wish = subscription.OnFailure
	}
	message := short(failure)
	tell(consumer, record, envelope, message, string(wish))
	if wish == Halt {
		return "", HaltError{fmt.Sprintf("%s cannot handle %s: %s", consumer.Name, envelope.Type, message)}
	}
	if wish == Skip {
		if _, err := a.park(ctx, tx, consumer, at, record, envelope, "skipped", message); err != nil {
			return "", err
		}
		return "skipped", advance(ctx, tx, consumer, at, envelope)
	}
	_, err = a.park(ctx, tx, consumer, at, record, envelope, "poison", message)
	return "parked", err
}

func tell(consumer *Consumer, record Record, envelope Envelope, message, result string) {
	Log("error", message, Fields{"consumer": consumer.Name, "type": envelope.Type, "event": envelope.ID, "topic": record.Topic,
		"partition": record.Partition, "offset": record.Offset, "result": result})
}

func short(err error) string {
	message := strings.ToValidUTF8(err.Error(), "?")
	if len(message) > 2000 {
		message = message[:2000]
		for !utf8.ValidString(message) {
			message = message[:len(message)-1]
		}
	}
	return asText([]byte(message))
}

// attempt runs the handler so that its changes can be taken back alone. The first result is its permanent error, the second
// what may pass.
func (a *Applier) attempt(ctx context.Context, tx pgx.Tx, connection *pgx.Conn, consumer *Consumer, record Record,
	envelope Envelope) (failure, transient error) {
	savepoint, err := tx.Begin(ctx)
	if err != nil {
		return nil, err
	}
	err = guarded(func() error {
		if err := a.handle(ctx, savepoint, consumer, record, envelope); err != nil {
			return err
		}
		// What the database would object to at the end is told while it can be taken back, and so is a statement that failed
		// and that the handler said nothing of.
		_, err := savepoint.Exec(ctx, "SET CONSTRAINTS ALL IMMEDIATE")
		return err
	})
	if err == nil {
		return nil, savepoint.Commit(ctx)
	}
	if errors.Is(err, decode.ErrTransient) || mayPass(err, connection) {
		return nil, err
	}
	return err, savepoint.Rollback(ctx)
}

// guarded makes an error of what a handler panics with.
func guarded(work func() error) (err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("the handler panicked: %v", problem)
		}
	}()
	return work()
}

func (a *Applier) handle(ctx context.Context, tx pgx.Tx, consumer *Consumer, record Record, envelope Envelope) error {
	if envelope.Problem != "" {
		return errors.New(envelope.Problem)
	}
	key := TypeKey{envelope.Source, envelope.Type}
	subscription, found := consumer.Subscriptions[key]
	if !found {
		if _, declared := consumer.Declared[key]; !declared {
			return fmt.Errorf("unknown type %s/%s", envelope.Source, envelope.Type)
		}
		return nil // declared, and not for this consumer: only its number counts
	}
	if envelope.Version < subscription.Oldest || envelope.Version > subscription.Newest {
		return fmt.Errorf("unknown version %d of %s", envelope.Version, envelope.Type)
	}
	if record.Payload == nil {
		return nil // a tombstone says nothing that the events before it did not
	}
	payload, err := decode.Document(record.Payload)
	if err != nil {
		return err
	}
	return subscription.Handle(ctx, payload, envelope, tx)
}

func (a *Applier) park(ctx context.Context, tx pgx.Tx, consumer *Consumer, at stream, record Record, envelope Envelope,
	reason, message string) (fillsGap bool, err error) {
	headers := [][2]string{}
	for _, header := range record.Headers {
		headers = append(headers, [2]string{asText([]byte(header.Name)), asText(header.Value)})
	}
	encoded, err := json.Marshal(headers)
	if err != nil {
		return false, err
	}
	var id *string
	if envelope.ID != "" {
		id = &envelope.ID
	}
	err = tx.QueryRow(ctx, "SELECT consumer_park($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::text::jsonb, $15)",
		consumer.Name, at.kind, at.id, at.sequence, record.Topic, record.Partition, record.Offset, record.TimeUs, a.Group, id,
		reason, message, record.Key, string(encoded), record.Payload).Scan(&fillsGap)
	return fillsGap, err
}

func advance(ctx context.Context, tx pgx.Tx, consumer *Consumer, at stream, envelope Envelope) error {
	_, err := tx.Exec(ctx, "SELECT consumer_advance($1, $2, $3, $4, $5, $6, $7)", consumer.Name, at.kind, at.id, at.sequence,
		envelope.ID, envelope.TimeUs, consumer.Projection)
	return err
}

// drainOne applies the parked event that comes first. False where none is left (the aggregate is live again), where it still
// fails, or where the hole in front of it is still there.
func (a *Applier) drainOne(ctx context.Context, consumer *Consumer, kind, id string) (bool, error) {
	connection, err := a.Database.Connect(ctx)
	if err != nil {
		return false, err
	}
	applied := false
	err = inTransaction(ctx, connection, func(tx pgx.Tx) error {
		var letter, last int64
		var sequence *int64
		var headers [][2]string
		record := Record{}
		err := tx.QueryRow(ctx, "SELECT * FROM consumer_next_parked($1, $2, $3)", consumer.Name, kind, id).Scan(&letter, &last,
			&sequence, &record.Topic, &record.Partition, &record.Offset, &record.TimeUs, &record.Key, &headers, &record.Payload)
		if errors.Is(err, pgx.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		for _, header := range headers {
			record.Headers = append(record.Headers, Header{string(asBytes(header[0])), asBytes(header[1])})
		}
		envelope := complete(consumer, record, readEnvelope(record))
		at := streamOf(consumer, record, envelope)
		at.kind, at.id, at.sequence = kind, id, sequence
		if sequence != nil && at.contiguous && *sequence > last+1 {
			return nil
		}
		if sequence == nil || *sequence > last {
			failure, err := a.attempt(ctx, tx, connection, consumer, record, envelope)
			if err != nil {
				return err
			}
			if failure != nil {
				_, err = tx.Exec(ctx, "SELECT consumer_resolve($1, $2)", letter, short(failure))
				return err
			}
			if err := advance(ctx, tx, consumer, at, envelope); err != nil {
				return err
			}
		}
		applied = true
		_, err = tx.Exec(ctx, "SELECT consumer_resolve($1, NULL)", letter)
		return err
	})
	if err != nil || !applied {
		return false, err
	}
	a.Metrics.Count("factline_consumer_events_total", 1, "consumer", consumer.Name, "result", "replayed")
	return true, nil
}

func (a *Applier) drain(ctx context.Context, consumer *Consumer, kind, id string) (int, error) {
	for count := 0; ; count++ {
		if applied, err := a.drainOne(ctx, consumer, kind, id); err != nil || !applied {
			return count, err
		}
	}
}

// Replay applies what is parked, each aggregate in order, and lets those that succeed go live; it says how many events.
func (a *Applier) Replay(ctx context.Context) (int, error) {
	count := 0
	for i := range a.Consumers {
		consumer := &a.Consumers[i]
		connection, err := a.Database.Connect(ctx)
		if err != nil {
			return count, err
		}
		rows, err := connection.Query(ctx, "SELECT aggregatetype, aggregateid FROM consumer_stream WHERE consumer = $1 AND state = 'parked' ORDER BY 1, 2", consumer.Name)
		if err != nil {
			return count, err
		}
		parked, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) ([2]string, error) {
			var at [2]string
			err := row.Scan(&at[0], &at[1])
			return at, err
		})
		if err != nil {
			return count, err
		}
		for _, at := range parked {
			more, err := a.drain(ctx, consumer, at[0], at[1])
			count += more
			if err != nil {
				return count, err
			}
		}
	}
	return count, nil
}

// CaughtUp notes in which partitions there was nothing left to read (assigned: true), and until when each consumer has
// everything: until then where the oldest of its partitions is.
func (a *Applier) CaughtUp(ctx context.Context, assigned map[place]bool) {
	connection, err := a.Database.Connect(ctx)
	for i := range a.Consumers {
		consumer := &a.Consumers[i]
		now := time.Now().UnixMicro()
		topics, partitions, until := []string{}, []int32{}, now
		for at, isAtEnd := range assigned {
			switch {
			case !consumer.Topics[at.topic]:
			case isAtEnd:
				topics, partitions = append(topics, at.topic), append(partitions, at.partition)
			case a.latest[at] < until:
				until = a.latest[at]
			}
		}
		if err == nil && consumer.Projection && len(topics) > 0 {
			_, err = connection.Exec(ctx, "SELECT consumer_reached_end($1, $2, $3)", consumer.Name, topics, partitions)
		}
		if err != nil {
			Log("warning", err.Error(), nil)
			return
		}
		a.Metrics.Set("factline_consumer_caught_up_timestamp_seconds", float64(until)/1e6, "consumer", consumer.Name)
	}
}

// CleanUp forgets what came long ago, and letters that were dealt with long ago, a batch of each. False: there is more.
func (a *Applier) CleanUp(ctx context.Context) bool {
	gone := 0
	connection, err := a.Database.Connect(ctx)
	if err == nil {
		err = connection.QueryRow(ctx, "SELECT greatest(inbox_cleanup(), dead_letter_cleanup())").Scan(&gone)
	}
	if err != nil {
		Log("warning", err.Error(), nil)
	}
	return gone < 1000
}

// RefreshMetrics brings the gauges that only the database knows up to date.
func (a *Applier) RefreshMetrics(ctx context.Context) {
	connection, err := a.Database.Connect(ctx)
	for i := range a.Consumers {
		var parked int64
		if err == nil {
			err = connection.QueryRow(ctx, "SELECT count(*) FROM consumer_stream WHERE consumer = $1 AND state = 'parked'", a.Consumers[i].Name).Scan(&parked)
		}
		if err != nil {
			Log("warning", err.Error(), nil)
			return
		}
		a.Metrics.Set("factline_consumer_parked_keys", float64(parked), "consumer", a.Consumers[i].Name)
	}
}
