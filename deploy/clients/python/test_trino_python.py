"""Trino's client for Python."""

import datetime
import decimal
import unittest

import trino

import connections

SCHEMA = "clients_python"


def connect(**settings):
    return connections.trino(schema=SCHEMA, **settings)


def rows(sql, parameters=None, **settings):
    with connect(**settings) as connection:
        cursor = connection.cursor()
        cursor.execute(sql, parameters)
        return cursor.fetchall()


class PythonClientTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        rows("CREATE SCHEMA IF NOT EXISTS lake." + SCHEMA)
        rows("DROP TABLE IF EXISTS t")
        rows("CREATE TABLE t (a bigint, b varchar, d date, n decimal(10, 2), ts timestamp(6))")

    def test_values_of_many_types(self):
        sql = (
            "SELECT TRUE, 7, 9223372036854775807, 1.5e0, CAST(-0.05 AS decimal(10, 2)), 'text', X'00ff', "
            "DATE '2026-11-21', TIME '10:11:12', TIMESTAMP '2026-11-21 10:11:12.345678', ARRAY[1, NULL], NULL"
        )
        self.assertEqual(
            [
                [
                    True,
                    7,
                    9223372036854775807,
                    1.5,
                    decimal.Decimal("-0.05"),
                    "text",
                    b"\x00\xff",
                    datetime.date(2026, 11, 21),
                    datetime.time(10, 11, 12),
                    datetime.datetime(2026, 11, 21, 10, 11, 12, 345678),
                    [1, None],
                    None,
                ]
            ],
            rows(sql),
        )

    def test_parameters_are_values(self):
        written = (1, "it's; DROP TABLE t --", datetime.date(2026, 1, 2), decimal.Decimal("1.25"), None)
        rows("INSERT INTO t VALUES (?, ?, ?, ?, ?)", written)
        self.assertEqual([list(written)], rows("SELECT * FROM t WHERE b = ? AND n > ?", (written[1], decimal.Decimal("1"))))

    def test_many_rows_in_every_encoding(self):
        sql = "SELECT a.x * 1000 + b.x FROM UNNEST(SEQUENCE(0, 299)) AS a(x) CROSS JOIN UNNEST(SEQUENCE(0, 999)) AS b(x)"
        for encoding in ("json", "json+zstd", "json+lz4", None):
            with self.subTest(encoding=encoding):
                self.assertEqual(300 * 1000, len(rows(sql, encoding=encoding)))

    def test_errors_have_their_names(self):
        with self.assertRaises(trino.exceptions.TrinoUserError) as failure:
            rows("SELECT nothing FROM t")
        self.assertEqual("COLUMN_NOT_FOUND", failure.exception.error_name)

    def test_a_cancelled_statement_ends(self):
        with connect() as connection:
            cursor = connection.cursor()
            cursor.execute("SELECT * FROM UNNEST(SEQUENCE(1, 1000000)) AS s(x)")
            cursor.fetchone()
            cursor.cancel()

    def test_describe(self):
        with connect() as connection:
            described = connection.cursor().describe("SELECT a, b FROM t")
        self.assertEqual([("a", "bigint"), ("b", "varchar")], [(column.name, column.type) for column in described])

    def test_session_properties_and_tags(self):
        found = rows("SHOW SESSION LIKE 'query_max_run_time'", session_properties={"query_max_run_time": "3m"}, client_tags=["a"])
        self.assertEqual("3m", found[0][1])

    def test_roles(self):
        self.assertEqual([["ada"]], rows("SELECT current_user", roles={"system": "analyst"}))

    def test_time_zone_of_the_session(self):
        found = rows("SELECT current_timezone()", timezone="Europe/Berlin")
        self.assertEqual([["Europe/Berlin"]], found)

    def test_nested_parameters(self):
        self.assertEqual([[[1, 2], {"a": 1}]], rows("SELECT ?, ?", ([1, 2], {"a": 1})))

    def test_a_login_through_a_browser(self):
        with connections.trino_by_browser(schema=SCHEMA) as connection:
            cursor = connection.cursor()
            cursor.execute("SELECT current_user")
            self.assertEqual([["ada"]], cursor.fetchall())

    def test_a_wrong_password_is_refused(self):
        with self.assertRaisesRegex(Exception, "401"):
            rows("SELECT 1", password="guess")
