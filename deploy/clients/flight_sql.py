"""Clients in Python against a running Flight SQL service: pyarrow.flight and ADBC.

Usage: flight_sql.py PORT. The service knows the users ada and bob, whose password is secret, and its warehouse is empty.
Each check prints a line; the first that fails ends the program with its traceback.
"""

import datetime
import decimal
import sys
import threading
import time
import warnings

import adbc_driver_flightsql
import adbc_driver_flightsql.dbapi
import adbc_driver_manager
import pyarrow
import pyarrow.flight

PORT = int(sys.argv[1])
URI = f"grpc://127.0.0.1:{PORT}"


def check(what, is_so):
    if not is_so:
        raise AssertionError(what)
    print(f"ok  {what}")


def connect(user="ada", **options):
    login = {"username": user, "password": "secret"}
    return adbc_driver_flightsql.dbapi.connect(URI, db_kwargs=login, autocommit=True, **options)


def fails_with(kind, text, call):
    try:
        call()
    except kind as failure:
        return text in str(failure)
    return False


def pyarrow_flight():
    client = pyarrow.flight.FlightClient(URI)
    header = client.authenticate_basic_token("ada", "secret")
    check("pyarrow: a login gives a bearer token", header[1].startswith(b"Bearer "))
    options = pyarrow.flight.FlightCallOptions(headers=[header])
    garbage = pyarrow.flight.FlightDescriptor.for_command(b"\xff\xfe garbage")
    check(
        "pyarrow: garbage is an invalid argument",
        fails_with(pyarrow.ArrowInvalid, "Flight SQL", lambda: client.get_flight_info(garbage, options)),
    )
    check(
        "pyarrow: no login, no service",
        fails_with(pyarrow.flight.FlightUnauthenticatedError, "", lambda: client.get_flight_info(garbage)),
    )


def adbc_statements():
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("SELECT 1 AS one, 'two' AS two, NULL AS three")
        check("adbc: rows", cursor.fetchall() == [(1, "two", None)])
        cursor.execute("CREATE TABLE people (id BIGINT, name VARCHAR, paid DECIMAL(10, 2), born DATE)")
        cursor.execute("INSERT INTO people VALUES (1, 'Ada', 10.50, DATE '1815-12-10')")
        cursor.execute(
            "INSERT INTO people VALUES (?, ?, ?, ?)", (2, "Grace", decimal.Decimal("7.25"), datetime.date(1906, 12, 9))
        )
        cursor.executemany("INSERT INTO people VALUES (?, ?, NULL, NULL)", [(3, "Barbara"), (4, "Frances")])
        cursor.execute("SELECT * FROM people ORDER BY id")
        table = cursor.fetch_arrow_table()
        check("adbc: what was inserted is there", table.column("name").to_pylist() == ["Ada", "Grace", "Barbara", "Frances"])
        check("adbc: types are unchanged", table.schema.field("paid").type == pyarrow.decimal128(10, 2))
        cursor.execute("SELECT name FROM people WHERE id = ? AND born = ?", (2, datetime.date(1906, 12, 9)))
        check("adbc: parameters", cursor.fetchall() == [("Grace",)])
        check(
            "adbc: an error has its code and its place",
            fails_with(adbc_driver_manager.ProgrammingError, "nope", lambda: cursor.execute("SELECT nope FROM people")),
        )
        cursor.execute("SELECT COUNT(*) FROM people")
        check("adbc: the connection goes on after an error", cursor.fetchone() == (4,))


def adbc_metadata():
    with connect() as connection:
        objects = connection.adbc_get_objects(depth="all").read_all().to_pylist()
        schemas = {s["db_schema_name"]: s for s in objects[0]["catalog_db_schemas"]}
        tables = {t["table_name"]: t for t in schemas["main"]["db_schema_tables"]}
        columns = [c["column_name"] for c in tables["people"]["table_columns"]]
        check("adbc: get_objects", objects[0]["catalog_name"] == "lake" and columns == ["id", "name", "paid", "born"])
        schema = connection.adbc_get_table_schema("people", db_schema_filter="main")
        check("adbc: get_table_schema", schema.names == ["id", "name", "paid", "born"])
        check("adbc: table types", set(connection.adbc_get_table_types()) == {"TABLE", "VIEW"})
        check("adbc: info", connection.adbc_get_info()["vendor_name"] == "SQE")
        check("adbc: current catalog", connection.adbc_current_catalog == "lake")
        check("adbc: current schema", connection.adbc_current_db_schema == "main")


def adbc_transactions():
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("always")
        login = {"username": "ada", "password": "secret"}
        with adbc_driver_flightsql.dbapi.connect(URI, db_kwargs=login) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            check("adbc: a connection without autocommit works", cursor.fetchall() == [(1,)])


def adbc_large_result_and_cancel():
    numbers = "SELECT x, 'value ' || CAST(x AS VARCHAR) AS text FROM UNNEST(SEQUENCE(1, 1000000)) AS t(x)"
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute(numbers)
        table = cursor.fetch_arrow_table()
        check("adbc: a million rows", table.num_rows == 1_000_000 and table.column("x")[999_999].as_py() == 1_000_000)
        cursor.execute("SELECT a.x FROM UNNEST(SEQUENCE(1, 100000)) AS a(x) CROSS JOIN UNNEST(SEQUENCE(1, 100000)) AS b(y)")
        reader = cursor.fetch_record_batch()
        reader.read_next_batch()
        threading.Timer(0.2, cursor.adbc_cancel).start()
        begun = time.monotonic()
        try:
            while True:
                reader.read_next_batch()
        except (adbc_driver_manager.Error, pyarrow.ArrowException, OSError, KeyboardInterrupt) as ended:
            check("adbc: cancel", "ancel" in str(ended) and time.monotonic() - begun < 10)


for trial in (pyarrow_flight, adbc_statements, adbc_metadata, adbc_transactions, adbc_large_result_and_cancel):
    trial()
print("all clients in Python work")
