# Generated from the model: changes made here are refused on the next run.
# The service of the context billing: what it appends, relays and consumes.
