"""Reads everything a group publishes, from the first offset to the end, into files of JSON lines.

    python read_topics.py --brokers localhost:9092 --to stream

events.jsonl holds every event once, in recorded order; <table>.jsonl the rows of a table as they are now.
A program that stays beside the stream does the same and goes on polling.
"""
import argparse
import json
import pathlib

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, TopicPartition


def messages(consumer, topic):
    """Every message of a topic up to where it ends by now, as (key, value); each partition is in order."""
    partitions = consumer.list_topics(topic, timeout=10).topics[topic].partitions
    if not partitions:
        raise SystemExit(f"there is no topic {topic}")
    consumer.assign([TopicPartition(topic, number, OFFSET_BEGINNING) for number in partitions])
    unread = set(partitions)
    while unread:
        message = consumer.poll(30)
        if message is None:
            raise SystemExit(f"{topic}: nothing came for 30 seconds")
        if not message.error():
            yield message.key().decode(), message.value() and message.value().decode()
        elif message.error().code() == KafkaError._PARTITION_EOF:
            unread.discard(message.partition())
        else:
            raise SystemExit(f"{topic}: {message.error()}")
    consumer.unassign()


def events(consumer, topic):
    """Every event once, in recorded order over all partitions."""
    by_id = {}
    for _, value in messages(consumer, topic):
        event = json.loads(value)
        by_id.setdefault(event["id"], event)
    return sorted(by_id.values(), key=lambda event: int(event["position"]))


def table(consumer, topic):
    """The rows of a table: the last message of each key holds, one without a value takes the row away."""
    rows = {}
    for key, value in messages(consumer, topic):
        if value is None:
            rows.pop(key, None)
        else:
            rows[key] = json.loads(value)
    return [rows[key] for key in sorted(rows)]


def write(file, items):
    with file.open("w", encoding="utf-8") as lines:
        for item in items:
            lines.write(json.dumps(item, ensure_ascii=False) + "\n")
    print(f"{file.name}: {len(items)}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--brokers", required=True)
    options.add_argument("--prefix", default="kumppani", help="of the topics: KAFKA_TOPIC_PREFIX of the installation")
    options.add_argument("--to", required=True, type=pathlib.Path, help="a folder")
    asked = options.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    # What a publisher began and did not complete is passed over (read_committed).
    consumer = Consumer(
        {
            "bootstrap.servers": asked.brokers,
            "group.id": "read-topics",
            "enable.auto.commit": False,
            "enable.partition.eof": True,
            "isolation.level": "read_committed",
        }
    )
    write(asked.to / "events.jsonl", events(consumer, f"{asked.prefix}.events"))
    for name in ("customer", "relationship", "opportunity"):
        write(asked.to / f"{name}.jsonl", table(consumer, f"{asked.prefix}.state.{name}"))
    consumer.close()


if __name__ == "__main__":
    main()
