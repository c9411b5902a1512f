# Generated from the model: changes made here are refused on the next run.
# The service of the context o'hara; DROP TABLE outbox_event; --: what it appends, relays and consumes.
