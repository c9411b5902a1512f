#!/bin/sh
# Generated from the model: changes made here are refused on the next run.
# Creates the topics of shop that are not there yet, and brings the settings of all of them in line.
# Run with: topics.sh BROKER:PORT, with kafka-topics.sh and kafka-configs.sh on the path; REPLICATION is 3 if not given.
# A write counts once all replicas but one have it (min.insync.replicas), so that no single broker can lose it.
# Partitions of a topic that is there are left alone: more of them would send keys to other ones.
set -eu
broker=$1
replication=${REPLICATION:-3}
insync=$((replication > 2 ? replication - 1 : 1))

topic() {
    kafka-topics.sh --bootstrap-server "$broker" --create --if-not-exists --topic "$1" --partitions "$2" \
        --replication-factor "$replication"
    kafka-configs.sh --bootstrap-server "$broker" --alter --entity-type topics --entity-name "$1" \
        --add-config "$3,min.insync.replicas=$insync"
}

topic shop.shop 1 cleanup.policy=delete
