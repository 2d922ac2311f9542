"""Clients in one process: sessions that idle and threads that ask. Started by sessions_figure, once for each protocol.

Usage: load.py flight|trino PORT NAMESPACE IDLE-SESSIONS THREADS. Says `ready` when every session is open, begins with a line of
standard input, ends with the next one and prints what came back, as JSON: outcomes and how often.
"""

import collections
import json
import random
import sys
import threading

import refusals

STATEMENTS = (
    "SELECT * FROM orders WHERE o_orderkey = {key}",
    "SELECT count(*) FROM lineitem WHERE l_orderkey BETWEEN {key} AND {key} + 1000",
    "SELECT l_returnflag, l_linestatus, sum(l_quantity), avg(l_extendedprice), count(*) FROM lineitem GROUP BY 1, 2 ORDER BY 1, 2",
    "SELECT n_name, count(*) FROM customer JOIN nation ON c_nationkey = n_nationkey GROUP BY n_name ORDER BY 2 DESC LIMIT 5",
    "SELECT o_orderkey, o_totalprice FROM orders ORDER BY o_totalprice DESC LIMIT 100",
    "SELECT * FROM customer WHERE c_custkey < 2000",
    "SELECT table_name FROM information_schema.tables WHERE table_schema = '{namespace}'",
    "SELECT nothing FROM nation",
)


def flight_connection(port, namespace, user):
    import adbc_driver_flightsql.dbapi

    connection = adbc_driver_flightsql.dbapi.connect(
        f"grpc://127.0.0.1:{port}", db_kwargs={"username": user, "password": ""}, autocommit=True
    )
    connection.adbc_current_db_schema = namespace
    return connection


def trino_connection(port, namespace, user):
    import trino

    return trino.dbapi.connect(host="127.0.0.1", port=port, user=user, catalog="lake", schema=namespace)


class Load:
    def __init__(self, connect, namespace):
        self._connect = connect
        self._namespace = namespace
        self._ended = threading.Event()
        self._outcomes = collections.Counter()
        self._lock = threading.Lock()

    def idle(self, number):
        """A session that has been used once."""
        connection = self._connect(f"idle{number % 50}")
        cursor = connection.cursor()
        cursor.execute("SELECT 1")
        cursor.fetchall()
        return connection

    def ask_on(self, number):
        chance = random.Random(number)
        with self._connect(f"user{number}") as connection:
            while not self._ended.is_set():
                sql = chance.choice(STATEMENTS).format(key=chance.randrange(6_000_000), namespace=self._namespace)
                outcome = refusals.outcome(connection, sql)
                with self._lock:
                    self._outcomes[outcome] += 1

    def end(self):
        self._ended.set()

    def outcomes(self):
        return dict(self._outcomes)


def main(protocol, port, namespace, idle, threads):
    connect = {"flight": flight_connection, "trino": trino_connection}[protocol]
    load = Load(lambda user: connect(int(port), namespace, user), namespace)
    sessions = [load.idle(number) for number in range(int(idle))]
    print("ready", flush=True)
    sys.stdin.readline()
    asking = [threading.Thread(target=load.ask_on, args=(number,)) for number in range(int(threads))]
    for thread in asking:
        thread.start()
    sys.stdin.readline()
    load.end()
    for thread in asking:
        thread.join()
    print(json.dumps(load.outcomes()), flush=True)
    sys.stdin.readline()
    for session in sessions:
        session.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
