"""SQLAlchemy with Trino's dialect: statements, and what it finds out about tables."""

import unittest

import sqlalchemy

from connections import sqlalchemy_engine

SCHEMA = "clients_sqlalchemy"


class SqlAlchemyTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with sqlalchemy_engine().connect() as connection:
            for sql in (
                f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}",
                f"DROP TABLE IF EXISTS {SCHEMA}.people",
                f"CREATE TABLE {SCHEMA}.people (id bigint NOT NULL, name varchar, paid decimal(10, 2), tags array(varchar))",
                f"CREATE OR REPLACE VIEW {SCHEMA}.names AS SELECT name FROM {SCHEMA}.people",
            ):
                connection.execute(sqlalchemy.text(sql))

    def setUp(self):
        self.engine = sqlalchemy_engine(SCHEMA)
        self.addCleanup(self.engine.dispose)

    def inspector(self):
        return sqlalchemy.inspect(self.engine)

    def test_statements_with_parameters(self):
        with self.engine.connect() as connection:
            self.assertEqual(42, connection.execute(sqlalchemy.text("SELECT :x + 1 AS y"), {"x": 41}).scalar_one())

    def test_schemas(self):
        self.assertLessEqual({SCHEMA, "main", "information_schema"}, set(self.inspector().get_schema_names()))

    def test_tables_and_views(self):
        inspector = self.inspector()
        self.assertIn("people", inspector.get_table_names(SCHEMA))
        self.assertEqual(["names"], inspector.get_view_names(SCHEMA))
        self.assertTrue(inspector.has_table("people", SCHEMA))
        self.assertFalse(inspector.has_table("nothing", SCHEMA))

    def test_columns(self):
        columns = {column["name"]: column for column in self.inspector().get_columns("people", SCHEMA)}
        self.assertEqual(["id", "name", "paid", "tags"], list(columns))
        self.assertFalse(columns["id"]["nullable"])
        self.assertTrue(columns["name"]["nullable"])
        self.assertEqual("DECIMAL(10, 2)", str(columns["paid"]["type"]))

    def test_keys_and_indexes_are_none(self):
        inspector = self.inspector()
        self.assertEqual([], inspector.get_pk_constraint("people", SCHEMA)["constrained_columns"])
        self.assertEqual([], inspector.get_foreign_keys("people", SCHEMA))
        self.assertEqual([], inspector.get_indexes("people", SCHEMA))

    def test_the_definition_of_a_view(self):
        self.assertIn("name", self.inspector().get_view_definition("names", SCHEMA))

    def test_a_comment_of_a_table(self):
        self.assertEqual({"text": None}, self.inspector().get_table_comment("people", SCHEMA))

    def test_reflected_tables_can_be_queried(self):
        people = sqlalchemy.Table("people", sqlalchemy.MetaData(), autoload_with=self.engine, schema=SCHEMA)
        with self.engine.connect() as connection:
            connection.execute(sqlalchemy.insert(people).values(id=1, name="Ada", paid=1, tags=None))
            query = sqlalchemy.select(people.c.name).where(people.c.id == 1).limit(10)
            self.assertEqual(["Ada"], connection.execute(query).scalars().all())
