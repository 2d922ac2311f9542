"""ADBC for Python over Flight SQL."""

import datetime
import decimal
import threading
import time
import unittest
import warnings

import adbc_driver_manager
import pyarrow

from connections import adbc

NUMBERS = "SELECT x, 'value ' || CAST(x AS VARCHAR) AS text FROM UNNEST(SEQUENCE(1, {})) AS t(x)"


class AdbcTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with adbc() as connection, connection.cursor() as cursor:
            cursor.execute("CREATE TABLE adbc_people (id BIGINT, name VARCHAR, paid DECIMAL(10, 2), born DATE)")
            cursor.execute("INSERT INTO adbc_people VALUES (1, 'Ada', 10.50, DATE '1815-12-10')")

    def setUp(self):
        self.connection = self.enterContext(adbc())
        self.cursor = self.enterContext(self.connection.cursor())

    def test_rows(self):
        self.cursor.execute("SELECT 1 AS one, 'two' AS two, NULL AS three")
        self.assertEqual([(1, "two", None)], self.cursor.fetchall())

    def test_parameters_of_updates(self):
        self.cursor.execute("CREATE TABLE adbc_written (id BIGINT, name VARCHAR, paid DECIMAL(10, 2), born DATE)")
        written = (2, "Grace'; DROP TABLE adbc_people --", decimal.Decimal("7.25"), datetime.date(1906, 12, 9))
        self.cursor.execute("INSERT INTO adbc_written VALUES (?, ?, ?, ?)", written)
        self.cursor.executemany("INSERT INTO adbc_written VALUES (?, ?, NULL, NULL)", [(3, "Barbara"), (4, "Frances")])
        self.cursor.execute("SELECT * FROM adbc_written ORDER BY id")
        self.assertEqual([written, (3, "Barbara", None, None), (4, "Frances", None, None)], self.cursor.fetchall())

    def test_parameters_of_queries(self):
        self.cursor.execute("SELECT name FROM adbc_people WHERE id = ? AND born = ?", (1, datetime.date(1815, 12, 10)))
        self.assertEqual([("Ada",)], self.cursor.fetchall())

    def test_types_are_unchanged(self):
        self.cursor.execute("SELECT * FROM adbc_people")
        schema = self.cursor.fetch_arrow_table().schema
        self.assertEqual(
            [pyarrow.int64(), pyarrow.string(), pyarrow.decimal128(10, 2), pyarrow.date32()], [field.type for field in schema]
        )

    def test_an_error_has_its_code_and_the_connection_goes_on(self):
        with self.assertRaisesRegex(adbc_driver_manager.ProgrammingError, "nope") as failure:
            self.cursor.execute("SELECT nope FROM adbc_people")
        self.assertIn("COLUMN_NOT_FOUND", str(failure.exception.details))
        self.cursor.execute("SELECT COUNT(*) FROM adbc_people")
        self.assertEqual((1,), self.cursor.fetchone())

    def test_objects(self):
        objects = self.connection.adbc_get_objects(depth="all", catalog_filter="lake").read_all().to_pylist()
        schemas = {schema["db_schema_name"]: schema for schema in objects[0]["catalog_db_schemas"]}
        tables = {table["table_name"]: table for table in schemas["main"]["db_schema_tables"]}
        columns = [column["column_name"] for column in tables["adbc_people"]["table_columns"]]
        self.assertEqual(["id", "name", "paid", "born"], columns)

    def test_the_schema_of_a_table(self):
        schema = self.connection.adbc_get_table_schema("adbc_people", db_schema_filter="main")
        self.assertEqual(["id", "name", "paid", "born"], schema.names)

    def test_table_types(self):
        self.assertEqual({"TABLE", "VIEW"}, set(self.connection.adbc_get_table_types()))

    def test_info(self):
        self.assertEqual("SQE", self.connection.adbc_get_info()["vendor_name"])

    def test_catalog_and_schema_of_the_session(self):
        self.assertEqual("lake", self.connection.adbc_current_catalog)
        self.cursor.execute("CREATE SCHEMA IF NOT EXISTS adbc_schema")
        self.connection.adbc_current_db_schema = "adbc_schema"
        self.assertEqual("adbc_schema", self.connection.adbc_current_db_schema)
        self.cursor.execute("SELECT current_schema")
        self.assertEqual(("adbc_schema",), self.cursor.fetchone())

    def test_a_connection_without_autocommit(self):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with adbc(autocommit=False) as connection, connection.cursor() as cursor:
                cursor.execute("SELECT 1")
                self.assertEqual([(1,)], cursor.fetchall())

    def test_a_million_rows(self):
        self.cursor.execute(NUMBERS.format(1_000_000))
        table = self.cursor.fetch_arrow_table()
        self.assertEqual((1_000_000, 1_000_000), (table.num_rows, table.column("x")[999_999].as_py()))

    def test_a_cancelled_query_ends(self):
        self.cursor.execute("SELECT a.x FROM UNNEST(SEQUENCE(1, 9999)) AS a(x) CROSS JOIN UNNEST(SEQUENCE(1, 99)) AS b(y)")
        reader = self.cursor.fetch_record_batch()
        reader.read_next_batch()
        threading.Timer(0.2, self.cursor.adbc_cancel).start()
        begun = time.monotonic()
        with self.assertRaises((adbc_driver_manager.Error, pyarrow.ArrowException, OSError, KeyboardInterrupt, StopIteration)):
            while True:
                reader.read_next_batch()
        self.assertLess(time.monotonic() - begun, 30)

    def test_a_wrong_password_is_refused(self):
        with self.assertRaises(adbc_driver_manager.Error):
            adbc(password="guess").cursor().execute("SELECT 1")
