"""Data frames of pandas and polars, read through ADBC and through SQLAlchemy."""

import unittest

import pandas
import polars

from connections import adbc, sqlalchemy_engine

SQL = "SELECT x AS id, CAST(x AS DOUBLE) / 2 AS half, 'n' || CAST(x AS VARCHAR) AS name FROM UNNEST(SEQUENCE(1, 1000)) AS t(x)"


class FramesTest(unittest.TestCase):
    def test_pandas_through_adbc(self):
        with adbc() as connection:
            frame = pandas.read_sql(SQL, connection)
        self.assertEqual((1000, 500500, "n1000"), (len(frame), int(frame.id.sum()), frame.name.iloc[-1]))

    def test_pandas_through_sqlalchemy(self):
        with sqlalchemy_engine().connect() as connection:
            frame = pandas.read_sql(SQL, connection)
        self.assertEqual((1000, 500500), (len(frame), int(frame.id.sum())))

    def test_polars_through_adbc(self):
        with adbc() as connection:
            frame = polars.read_database(SQL, connection)
        self.assertEqual((1000, 500500), (frame.height, frame["id"].sum()))

    def test_polars_keeps_decimals_and_times(self):
        sql = "SELECT CAST(1.25 AS DECIMAL(10, 2)) AS n, TIMESTAMP '2026-11-21 10:11:12.345678' AS t, DATE '2026-11-21' AS d"
        with adbc() as connection:
            frame = polars.read_database(sql, connection)
        self.assertEqual([polars.Decimal(10, 2), polars.Datetime("us"), polars.Date], frame.dtypes)

    def test_polars_with_parameters(self):
        with adbc() as connection, connection.cursor() as cursor:
            cursor.execute("SELECT CAST(? AS BIGINT) + 1 AS y", (41,))
            self.assertEqual([42], polars.from_arrow(cursor.fetch_arrow_table())["y"].to_list())
