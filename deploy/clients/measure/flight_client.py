"""Flight SQL by pyarrow alone: one statement, its batches as they come, nothing between."""

import pyarrow.flight


def statement(sql):
    """CommandStatementQuery in an Any, by hand: pyarrow has no Flight SQL of its own."""
    command = _field(1, sql.encode())
    return _field(1, b"type.googleapis.com/arrow.flight.protocol.sql.CommandStatementQuery") + _field(2, command)


def _field(number, content):
    length, prefix = len(content), bytes([number << 3 | 2])
    while length > 0x7F:
        prefix += bytes([length & 0x7F | 0x80])
        length >>= 7
    return prefix + bytes([length]) + content


def login(client, user):
    header = client.authenticate_basic_token(user, "")
    return pyarrow.flight.FlightCallOptions(headers=[header])


def ticket_of(client, sql, options):
    info = client.get_flight_info(pyarrow.flight.FlightDescriptor.for_command(statement(sql)), options)
    return info.endpoints[0].ticket


def drain(client, ticket, options=None):
    """Reads a stream to its end; how many rows and bytes of Arrow there were."""
    rows = size = 0
    for chunk in client.do_get(ticket, options):
        rows += chunk.data.num_rows
        size += chunk.data.nbytes
    return rows, size
