"""pyarrow.flight alone, as programs use it that know nothing of Flight SQL."""

import unittest

import pyarrow
import pyarrow.flight

from connections import PASSWORD, flight_client


class PyarrowFlightTest(unittest.TestCase):
    def setUp(self):
        self.client = flight_client()
        self.addCleanup(self.client.close)

    def login(self, password=PASSWORD):
        header = self.client.authenticate_basic_token("ada", password)
        return header, pyarrow.flight.FlightCallOptions(headers=[header])

    def test_a_login_gives_a_bearer_token(self):
        header, _ = self.login()
        self.assertTrue(header[1].startswith(b"Bearer "))

    def test_a_wrong_password_is_refused(self):
        with self.assertRaises(pyarrow.flight.FlightUnauthenticatedError):
            self.login("guess")

    def test_without_login_there_is_no_service(self):
        garbage = pyarrow.flight.FlightDescriptor.for_command(b"garbage")
        with self.assertRaises(pyarrow.flight.FlightUnauthenticatedError):
            self.client.get_flight_info(garbage)

    def test_a_forged_token_is_refused(self):
        options = pyarrow.flight.FlightCallOptions(headers=[(b"authorization", b"Bearer eyJhbGciOiJkaXIifQ..a.b.c")])
        with self.assertRaises(pyarrow.flight.FlightUnauthenticatedError):
            self.client.get_flight_info(pyarrow.flight.FlightDescriptor.for_command(b"any"), options)

    def test_garbage_is_an_invalid_argument(self):
        _, options = self.login()
        with self.assertRaisesRegex(pyarrow.ArrowInvalid, "Flight SQL"):
            self.client.get_flight_info(pyarrow.flight.FlightDescriptor.for_command(b"\xff\xfe garbage"), options)

    def test_a_ticket_of_nobody_is_refused(self):
        _, options = self.login()
        with self.assertRaises((pyarrow.ArrowInvalid, pyarrow.flight.FlightError, pyarrow.ArrowKeyError)):
            self.client.do_get(pyarrow.flight.Ticket(b"\x00\x01 somebody's"), options).read_all()

    def test_actions_are_listed(self):
        _, options = self.login()
        names = {action.type for action in self.client.list_actions(options)}
        self.assertLessEqual({"CreatePreparedStatement", "ClosePreparedStatement"}, names)
