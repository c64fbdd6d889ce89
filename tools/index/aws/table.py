"""A DynamoDB table with keys PK and SK: consistent reads, bounded batches, conditional writes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from tools.index.aws.clients import ATTEMPTS, AwsError, ConditionFailed, client, explained

Value = str | int | float | bytes | bool | list[Any] | None
Item = dict[str, Any]
Key = tuple[str, str]

BATCH_WRITE = 25
BATCH_GET = 100
TRANSACTION = 100
"""The most items one call of each kind takes."""


class Table:
    """One table; every method raises AwsError with a sentence when it cannot be used.

    `setting` is the variable that names the table, for those sentences; `now` gives seconds since
    1970, and an item whose `ttl` has passed is never returned, swept or not.
    """

    def __init__(
        self,
        name: str,
        setting: str,
        region: str | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.name = name
        self._setting = setting
        self._client = client("dynamodb", region)
        self._region = str(self._client.meta.region_name)
        self.now = now

    def check(self) -> None:
        """Return when the table is there with the right keys; raises AwsError."""
        told = self._call("describe_table")["Table"]
        keys = [k["AttributeName"] for k in told["KeySchema"]]
        if keys != ["PK", "SK"]:
            raise AwsError(
                f"The DynamoDB table {self.name} has the keys {keys} and not PK and SK: set "
                f"{self._setting} to a table of infra/template.yaml."
            )

    def get(self, key: Key) -> Item | None:
        """Return one item as it is now."""
        found = self._call("get_item", Key=_key(key), ConsistentRead=True).get("Item")
        return self._live(found) if found else None

    def get_many(self, keys: Sequence[Key]) -> list[Item]:
        """Return the items there are among the keys, as they are now, in no order."""
        found: list[Item] = []
        for at in range(0, len(keys), BATCH_GET):
            wanted: Any = {
                self.name: {
                    "Keys": [_key(k) for k in keys[at : at + BATCH_GET]],
                    "ConsistentRead": True,
                }
            }
            for attempt in range(ATTEMPTS * 4):
                told = self._call("batch_get_item", table=False, RequestItems=wanted)
                found += told["Responses"].get(self.name, [])
                wanted = told.get("UnprocessedKeys")
                if not wanted:
                    break
                _pause(attempt)
            else:
                raise self._throttled()
        return [item for raw in found if (item := self._live(raw))]

    def query(
        self, pk: str, prefix: str = "", *, descending: bool = False, live: bool = True
    ) -> Iterator[Item]:
        """Yield the items of a partition whose SK begins with `prefix`, in the order of SK.

        With `live` off, expired ones too.
        """
        condition, values = "PK = :pk", {":pk": pk}
        if prefix:
            condition += " AND begins_with(SK, :sk)"
            values[":sk"] = prefix
        yield from self._pages(
            "query",
            live,
            KeyConditionExpression=condition,
            ExpressionAttributeValues=encode(values),
            ScanIndexForward=not descending,
            ConsistentRead=True,
        )

    def between(self, pk: str, first: str, last: str) -> Iterator[Item]:
        """Yield the items of a partition with `first` <= SK <= `last`."""
        yield from self._pages(
            "query",
            KeyConditionExpression="PK = :pk AND SK BETWEEN :first AND :last",
            ExpressionAttributeValues=encode({":pk": pk, ":first": first, ":last": last}),
            ConsistentRead=True,
        )

    def scan(self, condition: str, values: Mapping[str, Value]) -> Iterator[Item]:
        """Yield every item of the table that satisfies a condition: for rare work only."""
        yield from self._pages(
            "scan",
            FilterExpression=condition,
            ExpressionAttributeValues=encode(values),
            ConsistentRead=True,
        )

    def put(
        self, item: Item, condition: str = "", values: Mapping[str, Value] | None = None
    ) -> None:
        """Write one item; raises ConditionFailed when the condition does not hold."""
        self._call("put_item", Item=encode(item), **_conditional(condition, values or {}))

    def update(
        self, key: Key, change: str, values: Mapping[str, Value], condition: str = ""
    ) -> Item:
        """Change one item and return it as it is then; raises ConditionFailed.

        `change` and `condition` are expressions of DynamoDB over `values`.
        """
        told = self._call(
            "update_item",
            Key=_key(key),
            ReturnValues="ALL_NEW",
            **_changing(change, condition, values),
        )
        return decode(told["Attributes"])

    def write_many(self, puts: Iterable[Item] = (), deletes: Iterable[Key] = ()) -> None:
        """Put and delete items in batches, each item whole, all of them not at once."""
        asked: list[Any] = [{"PutRequest": {"Item": encode(item)}} for item in puts]
        asked += [{"DeleteRequest": {"Key": _key(key)}} for key in deletes]
        for at in range(0, len(asked), BATCH_WRITE):
            waiting: Any = {self.name: asked[at : at + BATCH_WRITE]}
            for attempt in range(ATTEMPTS):
                told = self._call("batch_write_item", table=False, RequestItems=waiting)
                waiting = told.get("UnprocessedItems")
                if not waiting:
                    break
                _pause(attempt)
            else:
                raise self._throttled()

    def delete(
        self, key: Key, condition: str = "", values: Mapping[str, Value] | None = None
    ) -> None:
        """Delete one item, there or not; raises ConditionFailed when a condition does not hold."""
        self._call("delete_item", Key=_key(key), **_conditional(condition, values or {}))

    def transact(self, writes: Sequence[Mapping[str, Any]]) -> None:
        """Carry out writes (see `putting`, `updating`) all at once or not at all.

        Raises ConditionFailed when a condition does not hold or another writer was in the way.
        """
        self._call("transact_write_items", table=False, TransactItems=list(writes))

    def putting(self, item: Item) -> dict[str, Any]:
        """Return the put of an item as a part of a transaction."""
        return {"Put": {"TableName": self.name, "Item": encode(item)}}

    def updating(
        self, key: Key, change: str, values: Mapping[str, Value], condition: str = ""
    ) -> dict[str, Any]:
        """Return the change of an item as a part of a transaction."""
        return {
            "Update": {
                "TableName": self.name,
                "Key": _key(key),
                **_changing(change, condition, values),
            }
        }

    def _pages(self, operation: str, live: bool = True, **asked: Any) -> Iterator[Item]:
        start: Any = None
        while True:
            more = {"ExclusiveStartKey": start} if start else {}
            told = self._call(operation, **asked, **more)
            for raw in told["Items"]:
                item = self._live(raw) if live else decode(raw)
                if item is not None:
                    yield item
            start = told.get("LastEvaluatedKey")
            if not start:
                return

    def _live(self, raw: Mapping[str, Any]) -> Item | None:
        item = decode(raw)
        return None if 0 < item.get("ttl", 0) <= self.now() else item

    def _call(self, operation: str, *, table: bool = True, **asked: Any) -> Any:
        named = {"TableName": self.name} if table else {}
        with explained(f"The DynamoDB table {self.name}", self._setting, self._region):
            return getattr(self._client, operation)(**named, **asked)

    def _throttled(self) -> AwsError:
        return AwsError(
            f"The DynamoDB table {self.name} is throttling: try again in a moment, or raise its "
            "capacity.",
            "ThrottlingException",
        )


def encode(item: Mapping[str, Value]) -> dict[str, Any]:
    """Return plain values in DynamoDB's typed form."""
    return {name: _typed(value) for name, value in item.items()}


def decode(raw: Mapping[str, Any]) -> Item:
    """Return DynamoDB's typed values as plain ones."""
    return {name: _plain(value) for name, value in raw.items()}


def _typed(value: Any) -> dict[str, Any]:
    match value:
        case None:
            return {"NULL": True}
        case bool():
            return {"BOOL": value}
        case str():
            return {"S": value}
        case int() | float():
            return {"N": repr(value)}
        case bytes():
            return {"B": value}
        case list() | tuple():
            return {"L": [_typed(each) for each in value]}
    raise TypeError(f"a {type(value).__name__} cannot be kept in DynamoDB")


def _plain(typed: Mapping[str, Any]) -> Any:
    kind, value = next(iter(typed.items()))
    match kind:
        case "NULL":
            return None
        case "N":
            return float(value) if "." in value or "e" in value.casefold() else int(value)
        case "B":
            return bytes(value)
        case "L":
            return [_plain(each) for each in value]
    return value


def _key(key: Key) -> dict[str, Any]:
    return {"PK": {"S": key[0]}, "SK": {"S": key[1]}}


def _changing(change: str, condition: str, values: Mapping[str, Value]) -> dict[str, Any]:
    names = {"ExpressionAttributeNames": {"#ttl": "ttl"}} if "#ttl" in change else {}
    return {"UpdateExpression": change, **names, **_conditional(condition, values)}


def _conditional(condition: str, values: Mapping[str, Value]) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    if values:
        asked["ExpressionAttributeValues"] = encode(values)
    if condition:
        asked["ConditionExpression"] = condition
        asked["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD"
    return asked


def _pause(attempt: int) -> None:
    """Wait before a batch is asked for again, longer each time, never in step with others."""
    time.sleep(min(2.0, 0.05 * 2**attempt) * random.uniform(0.5, 1.0))  # noqa: S311 # no secret


__all__ = ["ConditionFailed", "Item", "Key", "Table", "decode", "encode"]
