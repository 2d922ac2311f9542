"""Where the server under test is, as test-clients.sh says in the environment, and how each client connects to it."""

import os
import pathlib

FLIGHT_PORT = int(os.environ["SQE_FLIGHT_PORT"])
TRINO_PORT = int(os.environ["SQE_TRINO_PORT"])
CERTIFICATE = os.environ["SQE_CERTIFICATE"]
PASSWORD = "secret"
FLIGHT_URI = f"grpc+tls://localhost:{FLIGHT_PORT}"


def flight_client():
    import pyarrow.flight

    return pyarrow.flight.FlightClient(FLIGHT_URI, tls_root_certs=pathlib.Path(CERTIFICATE).read_bytes())


def adbc(user="ada", password=PASSWORD, autocommit=True):
    import adbc_driver_flightsql
    import adbc_driver_flightsql.dbapi

    options = {
        "username": user,
        "password": password,
        adbc_driver_flightsql.DatabaseOptions.TLS_ROOT_CERTS.value: pathlib.Path(CERTIFICATE).read_text(),
    }
    return adbc_driver_flightsql.dbapi.connect(FLIGHT_URI, db_kwargs=options, autocommit=autocommit)


def trino(user="ada", password=PASSWORD, schema="main", **settings):
    from trino.auth import BasicAuthentication
    from trino.dbapi import connect

    return connect(
        host="localhost",
        port=TRINO_PORT,
        http_scheme="https",
        verify=CERTIFICATE,
        auth=BasicAuthentication(user, password),
        user=user,
        catalog="lake",
        schema=schema,
        **settings,
    )


class Person:
    """Fills in the form that the server asks its client to open, as somebody would in a browser."""

    def __call__(self, address):
        import requests

        requests.get(address, verify=CERTIFICATE).raise_for_status()
        form = {"user": "ada", "password": PASSWORD}
        origin = {"Origin": f"https://localhost:{TRINO_PORT}"}
        requests.post(address, data=form, headers=origin, verify=CERTIFICATE).raise_for_status()


def trino_by_browser(schema="main"):
    from trino.auth import OAuth2Authentication
    from trino.dbapi import connect

    return connect(
        host="localhost",
        port=TRINO_PORT,
        http_scheme="https",
        verify=CERTIFICATE,
        auth=OAuth2Authentication(redirect_auth_url_handler=Person()),
        catalog="lake",
        schema=schema,
    )


def sqlalchemy_engine(schema="main"):
    import sqlalchemy

    return sqlalchemy.create_engine(
        f"trino://ada:{PASSWORD}@localhost:{TRINO_PORT}/lake/{schema}", connect_args={"verify": CERTIFICATE, "http_scheme": "https"}
    )
