# SPDX-License-Identifier: Apache-2.0
"""Run by test_schemas.py in an environment that has the libraries.

read_schemas.py avro FILE...           parses each schema, writes random records and reads them back
read_schemas.py json SCHEMAS EVENTS    the example records are CloudEvents, and their payloads fit the schemas
"""

import copy
import glob
import io
import json
import os
import sys


def avro(files):
    import fastavro
    from fastavro.utils import generate_many
    for path in files:
        if not path.endswith(".avsc"):
            continue
        with open(path) as file:
            schema = fastavro.parse_schema(json.load(file))
        recursive = '"Loop"' in json.dumps(schema) or ".Loop" in json.dumps(schema)
        if recursive:
            continue  # a random record of it would have no end
        records = list(generate_many(schema, 5))
        buffer = io.BytesIO()
        fastavro.writer(buffer, schema, records)
        buffer.seek(0)
        assert len(list(fastavro.reader(buffer))) == 5, path


def read(path):
    with open(path) as file:
        return json.load(file)


def validators(path):
    import jsonschema
    schema = read(path)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def events(schemas, folder):
    from cloudevents.kafka import KafkaMessage, from_binary
    schema_of = {}
    for path in glob.glob(f"{schemas}/**/*.schema.json", recursive=True):
        number, context = os.path.relpath(path, schemas).split(os.sep)[:2]
        validator = validators(path)
        schema_of[number, context, validator.schema["title"]] = validator
    count = 0
    for path in glob.glob(f"{folder}/**/examples.json", recursive=True):
        number, context = os.path.relpath(path, folder).split(os.sep)[:2]
        headers = validators(os.path.join(os.path.dirname(path), "headers.schema.json"))
        for record in read(path):
            headers.validate(record["headers"])
            message = KafkaMessage(headers={k: v.encode() for k, v in record["headers"].items()}, key=record["key"].encode(),
                                   value=json.dumps(record["value"]).encode())
            event = from_binary(message, data_unmarshaller=json.loads)
            assert event["type"] == record["headers"]["ce_type"], path
            assert event.get("sequence", "0" * 19 + "1") == "0" * 19 + "1", path
            validator = schema_of[number, context, event["type"]]
            validator.validate(event.data)
            for field in validator.schema.get("required", []):
                broken = copy.deepcopy(event.data)
                del broken[field]
                assert not validator.is_valid(broken), f"{path}: {field} is required"
            for name in ("ce_type", "ce_id"):
                assert not headers.is_valid({k: v for k, v in record["headers"].items() if k != name}), name
            count += 1
    print(count, "records")


if __name__ == "__main__":
    if sys.argv[1] == "avro":
        avro(sys.argv[2:])
    else:
        events(*sys.argv[2:])
