"""Looks orders up by their key, as Lookups.java does over JDBC: the same keys' distribution, clients and line of output.

Usage: lookups_adbc.py URL TABLE ORDERS CLIENTS SECONDS WARM-UP-SECONDS
"""

import random
import sys
import threading
import time

import adbc_driver_flightsql.dbapi

KEYS_USED, KEYS_IN_A_ROW = 8, 32


class Client(threading.Thread):
    """A connection and a prepared statement of its own, asked again as soon as the row is there."""

    def __init__(self, number, url, table, orders, begin, end):
        super().__init__()
        self.latencies, self.failed = [], 0
        self._number, self._url, self._orders, self._begin, self._end = number, url, orders, begin, end
        self._sql = f"SELECT * FROM {table} WHERE o_orderkey = ?"
        self._random = random.Random(number)

    def run(self):
        login = {"username": f"client{self._number}", "password": ""}
        with adbc_driver_flightsql.dbapi.connect(self._url, db_kwargs=login, autocommit=True) as connection:
            with connection.cursor() as cursor:
                while (now := time.perf_counter()) < self._end:
                    failed = not self._is_answered(cursor)
                    if now >= self._begin:
                        self.failed += failed
                        self.latencies.append(time.perf_counter() - now)

    def _is_answered(self, cursor):
        order = 1 + self._random.randrange(self._orders)
        key = order // KEYS_USED * KEYS_IN_A_ROW + order % KEYS_USED
        try:
            cursor.execute(self._sql, (key,))
            rows = cursor.fetchall()
        except adbc_driver_flightsql.dbapi.Error as failure:
            print(failure, file=sys.stderr)
            return False
        return len(rows) == 1 and rows[0][0] == key


def main(url, table, orders, clients, seconds, warm_up):
    begin = time.perf_counter() + int(warm_up)
    threads = [Client(i, url, table, int(orders), begin, begin + int(seconds)) for i in range(int(clients))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    latencies = sorted(latency for thread in threads for latency in thread.latencies)
    p50, p99 = (latencies[int(len(latencies) * share)] * 1e3 for share in (0.5, 0.99))
    print(len(latencies), time.perf_counter() - begin, p50, p99, sum(thread.failed for thread in threads))


if __name__ == "__main__":
    main(*sys.argv[1:])
