"""Reads the feed of a Coloa hub into SQLite. Python 3.9 or later, standard library only.

    python3 coloa_feed.py --hub https://hub.example --site ha-noi --db site.sqlite --once

One cursor is kept, in the same transaction as what it brought: the program may be killed at any moment, run twice at once, or
sleep for a month, and takes nothing twice and misses nothing. Copy the file into a Django project and call `pull` from a
management command; see README.md.
"""

import argparse
import base64
import hashlib
import hmac
import json
import os
import random
import sqlite3
import time
import urllib.error
import urllib.request

TOLERANCE_SECONDS = 300


def open_store(path):
    """Opens or makes the tables."""
    store = sqlite3.connect(path, timeout=30, isolation_level=None)
    store.execute("pragma journal_mode = wal")
    store.execute("create table if not exists coloa_cursor (log text primary key, after integer not null)")
    store.execute(
        "create table if not exists coloa_items (log text, generation integer, item text, seq integer, is_withdrawn integer,"
        " content text, primary key (log, generation, item))"
    )
    store.execute("create table if not exists coloa_generation (log text primary key, shown integer, reading integer)")
    return store


def pull(store, hub, site, key=None, wait=0):
    """Fetches one page and stores it with the cursor. Returns True when there is nothing more for now."""
    after = _cursor(store, site)
    try:
        page = _fetch(f"{hub}/feeds/{site}?after={after}&limit=200&wait={wait}", key, wait + 15)
    except urllib.error.HTTPError as error:
        if error.code != 409:
            raise
        # The hub knows fewer releases (a restored backup): read again from the beginning, beside what is shown.
        _begin_again(store, site)
        return False
    if page["after"] != after or page["next"] < after:
        raise ValueError("not the page that was asked for")
    for item in page["items"]:
        _demand_authentic(item)
    store.execute("begin immediate")
    try:
        # Another process of this site may have been faster.
        if _cursor(store, site) == after:
            _store_page(store, site, page)
        store.execute("commit")
    except BaseException:
        store.execute("rollback")
        raise
    return bool(page["isComplete"])


def shown(store, site):
    """What the site shows: {"articles/12": item, ...}, withdrawn items left out."""
    rows = store.execute(
        "select item, content from coloa_items i join coloa_generation g on g.log = i.log and g.shown = i.generation"
        " where i.log = ? and not is_withdrawn",
        (site,),
    )
    return {item: json.loads(content) for item, content in rows}


def verify_hint(secret, headers, body, now=None):
    """The event of a webhook. `secret` is the `whsec_...` of the endpoint, `headers` a mapping with lower-case names, `body` bytes.

    Raises ValueError. The symmetric signature (v1) is checked, since Ed25519 (v1a) is not in the standard library: with the
    package `cryptography` check v1a by Ed25519PublicKey.from_public_bytes(base64 of x).verify(signature, signed) instead.
    """
    message_id, timestamp = headers["webhook-id"], headers["webhook-timestamp"]
    age = abs((time.time() if now is None else now) - float(timestamp))
    if not age <= TOLERANCE_SECONDS:
        raise ValueError("too_old")
    signed = f"{message_id}.{timestamp}.".encode() + body
    digest = hmac.new(base64.b64decode(secret.removeprefix("whsec_")), signed, hashlib.sha256).digest()
    expected = "v1," + base64.b64encode(digest).decode()
    if not any(hmac.compare_digest(one, expected) for one in headers["webhook-signature"].split(" ")):
        raise ValueError("not_signed")
    return json.loads(body)


def _fetch(url, key, timeout):
    request = urllib.request.Request(url, headers={"authorization": f"Bearer {key}"} if key else {})
    with urllib.request.urlopen(request, timeout=timeout) as answer:
        return json.load(answer)


def _demand_authentic(item):
    if item["isSuperseded"] or item["kind"] == "withdraw":
        return
    if hashlib.sha256(item["body"].encode()).hexdigest() != item["sha256"]:
        raise ValueError(f"release {item['seq']} is not authentic")


def _cursor(store, site):
    row = store.execute("select after from coloa_cursor where log = ?", (site,)).fetchone()
    return row[0] if row else 0


def _begin_again(store, site):
    store.execute("begin immediate")
    store.execute("update coloa_generation set reading = shown + 1 where log = ?", (site,))
    store.execute("delete from coloa_items where log = ? and generation > (select shown from coloa_generation where log = ?)", (site, site))
    store.execute("update coloa_cursor set after = 0 where log = ?", (site,))
    store.execute("commit")


def _store_page(store, site, page):
    store.execute("insert into coloa_generation values (?, 0, 0) on conflict do nothing", (site,))
    (reading,) = store.execute("select reading from coloa_generation where log = ?", (site,)).fetchone()
    for item in page["items"]:
        # The text of a version that was replaced is no longer given out: its successor is further on in the log.
        if item["isSuperseded"]:
            continue
        store.execute(
            "insert into coloa_items values (?, ?, ?, ?, ?, ?) on conflict (log, generation, item) do update set seq = excluded.seq,"
            " is_withdrawn = excluded.is_withdrawn, content = excluded.content where excluded.seq > seq",
            (site, reading, f"{item['collection']}/{item['id']}", item["seq"], item["kind"] == "withdraw", json.dumps(item)),
        )
    if page["isComplete"]:
        store.execute("update coloa_generation set shown = reading where log = ?", (site,))
        store.execute("delete from coloa_items where log = ? and generation < ?", (site, reading))
    store.execute(
        "insert into coloa_cursor values (?, ?) on conflict (log) do update set after = excluded.after", (site, page["next"])
    )


def main():
    parser = argparse.ArgumentParser(description="Reads the feed of a Coloa hub into SQLite.")
    parser.add_argument("--hub", required=True)
    parser.add_argument("--site", required=True)
    parser.add_argument("--db", required=True)
    parser.add_argument("--once", action="store_true", help="read to the end and stop")
    options = parser.parse_args()
    store, failures, is_complete = open_store(options.db), 0, False
    while True:
        try:
            wait = 20 if is_complete and not options.once else 0
            is_complete = pull(store, options.hub, options.site, os.environ.get("COLOA_KEY"), wait)
            failures = 0
            if is_complete and options.once:
                return
        except (OSError, ValueError) as error:
            print(error, flush=True)
            failures += 1
            time.sleep(0.1 + random.random() * min(60, 0.5 * 2**failures))


if __name__ == "__main__":
    main()
