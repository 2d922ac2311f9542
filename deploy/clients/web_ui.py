"""Drives the web UI of a real server in a real Chromium, and leaves screenshots beside what it wrote."""

import base64
import contextlib
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

from playwright.sync_api import expect, sync_playwright

WORK = pathlib.Path(sys.argv[1])
SQE = os.environ["SQE"].split()
ADMINISTRATOR = "root"
USERS = {ADMINISTRATOR: '["service_admin"]', "ann": "[]", "bob": "[]", "<b onload=alert(9)>eve": "[]"}
NUMBERS = "UNNEST(sequence(1, 4000))"
ENDLESS = f"""-- finds nothing, slowly
SELECT count(*) AS pairs, 'text' AS word
FROM {NUMBERS} AS a(x), {NUMBERS} AS b(y), {NUMBERS} AS c(z)
WHERE (x * y + z) % 999983 = 7"""
LONG = f"SELECT x % 7 AS week, count(*) FROM UNNEST(sequence(1, 2000)) AS a(x), UNNEST(sequence(1, 2000)) AS b(y), UNNEST(sequence(1, 30)) AS c(z) " \
    "WHERE (x * y + z) % 13 < 5 GROUP BY x % 7 ORDER BY week"
ATTACK = """SELECT '<script>document.title = "owned"</script>', '"><img src=x onerror=alert(1)>' FROM "<svg/onload=alert(2)>" """


def free_ports(count):
    """So many ports in a row that nobody listens on."""
    for first in range(21000, 60000, 97):
        with contextlib.ExitStack() as stack:
            try:
                for port in range(first, first + count):
                    taken = stack.enter_context(socket.socket())
                    taken.bind(("127.0.0.1", port))
                return first
            except OSError:
                continue
    raise SystemExit("No free ports")


class Server:
    """A server with four users, whose password is their name."""

    def __init__(self, port):
        self.trino, self.health = port, port + 2
        hash_ = subprocess.run(SQE + ["user", "hash"], input="secret\n", capture_output=True, text=True, check=True).stdout
        users = "".join(
            f"[[user]]\nname = {json.dumps(name)}\npassword = {json.dumps(hash_.strip().splitlines()[-1])}\nroles = {roles}\n"
            for name, roles in USERS.items()
        )
        (WORK / "users.toml").write_text(users)
        (WORK / "sqe.toml").write_text(f"""
[coordinator]
flight_sql_port = 0
trino_http_port = {self.trino}
memory_limit = "512MB"
spill_dir = "{WORK}/spill"
[metrics]
prometheus_port = {port + 1}
[session]
secrets_path = "{WORK}/session.keys"
[rate_limit]
enabled = false
[catalog]
warehouse = "{WORK}/warehouse"
[[auth.providers]]
type = "static"
users_file = "{WORK}/users.toml"
""")
        self.log = open(WORK / "server.log", "w")
        self.process = subprocess.Popen(
            SQE + ["server", "--config", str(WORK / "sqe.toml")], stdout=self.log, stderr=subprocess.STDOUT
        )
        self.await_ready()

    def await_ready(self):
        for _ in range(1200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.health}/readyz", timeout=5).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        raise SystemExit("The server did not start:\n" + (WORK / "server.log").read_text())

    def query(self, user, sql):
        """Runs a statement over Trino's protocol and answers its rows, or its error's name."""
        pair = base64.b64encode(f"{user}:secret".encode()).decode()
        headers = {"Authorization": "Basic " + pair, "X-Trino-User": user.encode("ascii", "replace").decode()}
        rows = []
        request = urllib.request.Request(f"http://127.0.0.1:{self.trino}/v1/statement", sql.encode(), headers)
        while True:
            with urllib.request.urlopen(request, timeout=120) as answer:
                page = json.load(answer)
            rows += page.get("data", [])
            if "error" in page:
                return page["error"]["errorName"]
            if "nextUri" not in page:
                return rows
            request = urllib.request.Request(page["nextUri"], headers=headers)

    def start(self, user, sql):
        thread = threading.Thread(target=self.query, args=(user, sql), daemon=True)
        thread.start()

    def children(self):
        """The engine's process, and the one that stands by."""
        listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True)
        return [int(pid) for pid in listed.stdout.split()]

    def close(self):
        self.process.terminate()
        self.process.wait(60)
        self.log.close()


class Browser:
    """One person's browser. Whatever the pages complain of, and every dialog that nobody expects, is a failure."""

    def __init__(self, chromium, server, scheme="light", width=1280):
        self.base = f"http://127.0.0.1:{server.health}"
        self.context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 860})
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.complaints, self.confirmed = [], []
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)

    def _console(self, message):
        # A machine that is busy answers late; the page says so, and asks again.
        late = message.text in ("htmx:timeout", "htmx:afterRequest")
        expected = late or "the server responded with a status of 4" in message.text
        if message.type in ("error", "warning") and not expected:
            self.complaints.append(message.text)

    def _dialog(self, dialog):
        (self.confirmed if dialog.type == "confirm" else self.complaints).append(dialog.message)
        dialog.accept()

    def _request(self, request):
        if not request.url.startswith((self.base, "data:")):
            self.complaints.append("asked another server: " + request.url)

    def go(self, path):
        self.page.goto(self.base + path)

    def log_in(self, user, password="secret"):
        self.go("/ui/login")
        self.page.fill("#user", user)
        self.page.fill("#password", password)
        self.page.click("main button[type=submit]")

    def shoot(self, name):
        self.page.wait_for_load_state("networkidle")
        self.page.screenshot(path=str(WORK / f"{name}.png"), full_page=True)

    def close(self):
        assert not self.complaints, self.complaints
        self.context.close()


def login_is_asked_for_and_a_wrong_one_refused(chromium, server):
    ann = Browser(chromium, server)
    ann.go("/ui/queries")
    expect(ann.page.get_by_role("heading", name="Log in")).to_be_visible()
    ann.log_in("ann", "wrong")
    expect(ann.page.get_by_role("alert")).to_have_text("The user and password do not go together.")
    assert ann.page.input_value("#user") == "ann"
    ann.log_in("ann")
    expect(ann.page.get_by_role("heading", name="Overview")).to_be_visible()
    cookie = ann.context.cookies()[0]
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict", cookie
    assert ann.page.evaluate("document.cookie") == ""
    ann.page.get_by_role("button", name="Log out").click()
    expect(ann.page.get_by_role("heading", name="Log in")).to_be_visible()
    ann.go("/ui/")
    expect(ann.page.get_by_role("heading", name="Log in")).to_be_visible()
    ann.close()


def server_that_has_run_nothing_says_so(chromium, server):
    root = Browser(chromium, server)
    root.log_in(ADMINISTRATOR)
    expect(root.page.get_by_text("Nothing runs just now.")).to_be_visible()
    expect(root.page.get_by_text("No query has ended yet.")).to_be_visible()
    expect(root.page.get_by_role("img", name="Queries running")).to_be_visible()
    root.shoot("nothing-light")
    root.go("/ui/queries?text=nosuch")
    expect(root.page.get_by_text("No query fits.")).to_be_visible()
    root.close()


def query_on_an_engine_that_is_killed_fails_and_the_pages_go_on(chromium, server):
    server.start("bob", ENDLESS)
    bob = Browser(chromium, server)
    bob.log_in("bob")
    expect(bob.page.locator("table.queries .pill.running")).to_be_visible()
    bob.page.locator("td.sql a").first.click()
    for engine in server.children():
        os.kill(engine, signal.SIGKILL)
    expect(bob.page.locator(".pill.failed")).to_be_visible()
    expect(bob.page.get_by_role("alert")).to_contain_text("ENGINE_LOST")
    bob.shoot("lost-light")
    assert server.query("bob", "SELECT 4711") == [[4711]]
    bob.go("/ui/queries?text=4711")
    expect(bob.page.locator("table.queries .pill.finished")).to_be_visible()
    bob.close()


def many_queries_are_counted_and_the_latest_are_listed(chromium, server):
    for number in range(120):
        server.query("bob", f"SELECT {number} AS many")
    bob = Browser(chromium, server)
    bob.log_in("bob")
    bob.go("/ui/queries?text=AS+many")
    expect(bob.page.locator("#h-ended .count")).to_have_text("120")
    assert bob.page.locator("table.queries tbody tr").count() == 100
    expect(bob.page.get_by_text("The latest 100 are shown.")).to_be_visible()
    bob.page.fill("#text", "SELECT 3 AS many")
    bob.page.get_by_role("button", name="Show").click()
    expect(bob.page.locator("#h-ended .count")).to_have_text("1")
    bob.close()


def running_query_shows_its_progress_and_is_cancelled(chromium, server):
    server.start("ann", ENDLESS)
    ann = Browser(chromium, server)
    ann.log_in("ann")
    running = ann.page.locator("table.queries .pill.running")
    expect(running).to_be_visible(timeout=60_000)
    ann.page.locator("td.sql a").first.click()
    expect(ann.page.locator("progress")).to_be_visible()
    expect(ann.page.locator(".plan .op").first).to_be_visible()
    before = ann.page.locator(".state .figure").inner_text()
    expect(ann.page.locator(".state .figure")).not_to_have_text(before, timeout=30_000)
    ann.shoot("running-light")
    ann.page.get_by_role("button", name="Cancel query").click()
    expect(ann.page.locator(".pill.cancelled")).to_be_visible(timeout=30_000)
    assert ann.confirmed and ann.confirmed[0].startswith("Cancel query"), ann.confirmed
    ann.close()


def plan_shows_rows_and_time_of_each_operator(chromium, server):
    rows = server.query("ann", LONG)
    assert len(rows) == 7, rows
    ann = Browser(chromium, server)
    ann.log_in("ann")
    ann.go("/ui/queries?state=finished&text=week")
    ann.page.locator("td.sql a").first.click()
    expect(ann.page.locator(".plan .op-figures").first).to_contain_text("7 rows")
    ann.page.get_by_text("As a table").click()
    assert ann.page.locator("table.operators tbody tr").count() >= 4
    ann.shoot("query-light")
    ann.close()


def failure_is_told_with_its_place(chromium, server):
    assert server.query("ann", "SELECT 1,\n       nosuch\nFROM (VALUES 1) AS t(x)") == "COLUMN_NOT_FOUND"
    ann = Browser(chromium, server)
    ann.log_in("ann")
    ann.go("/ui/queries?state=failed&text=nosuch")
    ann.page.locator("td.sql a").first.click()
    expect(ann.page.get_by_role("alert")).to_contain_text("COLUMN_NOT_FOUND at line 2, column 8")
    expect(ann.page.locator("pre mark")).to_have_text("nosuch")
    ann.shoot("failed-light")
    ann.close()


def others_queries_are_theirs(chromium, server):
    ann, bob, root = (Browser(chromium, server) for _ in range(3))
    ann.log_in("ann")
    ann.go("/ui/queries")
    address = ann.page.locator("td.sql a").first.get_attribute("href")
    bob.log_in("bob")
    bob.go("/ui/queries")
    expect(bob.page.get_by_text("No query has ended yet")).to_be_visible()
    bob.go(address)
    expect(bob.page.get_by_role("heading", name="There is nothing here")).to_be_visible()
    bob.go("/ui/sessions")
    assert bob.page.locator("tbody tr").count() >= 1
    expect(bob.page.locator("tbody")).not_to_contain_text("ann")
    root.log_in(ADMINISTRATOR)
    root.go(address)
    expect(root.page.locator("dl.facts")).to_contain_text("ann")
    for browser in (ann, bob, root):
        browser.close()


def nothing_that_people_write_is_taken_for_a_page(chromium, server):
    eve = "<b onload=alert(9)>eve"
    server.query(eve, ATTACK)
    browser = Browser(chromium, server)
    browser.log_in(eve)
    for path in ("/ui/", "/ui/queries", "/ui/queries?text=%22%3E%3Cscript%3Ealert(3)%3C/script%3E", "/ui/sessions"):
        browser.go(path)
        expect(browser.page.locator("header .name")).to_have_text(eve)
        assert "owned" not in browser.page.title()
    browser.go("/ui/queries")
    browser.page.locator("td.sql a").first.click()
    expect(browser.page.locator("pre.statement")).to_contain_text("<script>document.title")
    expect(browser.page.get_by_role("alert")).to_contain_text("<svg/onload=alert(2)>")
    assert browser.page.locator("main script, main img, svg[onload]").count() == 0
    browser.shoot("attack-light")
    browser.close()


def session_is_ended_by_its_owner(chromium, server):
    here, there = Browser(chromium, server), Browser(chromium, server)
    there.log_in("bob")
    here.log_in("bob")
    here.go("/ui/sessions")
    before = here.page.locator("tbody tr").count()
    here.page.locator("tbody tr").filter(has_not_text="this one").first.get_by_role("button").click()
    expect(here.page.locator("tbody tr")).to_have_count(before - 1)
    here.close()
    there.close()


def overview_draws_the_last_while_and_says_it_in_words(chromium, server):
    ann = Browser(chromium, server)
    ann.log_in("ann")
    trend = ann.page.get_by_role("img", name="Failed a minute")
    expect(trend).to_have_accessible_description(re.compile(r"now; between 0 and \d"), timeout=60_000)
    expect(trend).to_have_class("alarming")
    assert ann.page.locator(".trend").count() == 8
    ann.page.locator("#history summary").click()
    latest = ann.page.locator("table.moments tbody tr").first
    expect(latest.locator("th")).to_have_text("now")
    latest.evaluate("row => row.id = 'before'")
    expect(ann.page.locator("#before")).to_have_count(0)
    expect(latest).to_be_visible()
    ann.shoot("history-light")
    ann.close()


def pages_are_seen_in_light_and_dark_and_on_a_telephone(chromium, server):
    server.start("ann", ENDLESS)
    for name, scheme, width in (("light", "light", 1280), ("dark", "dark", 1280), ("narrow", "light", 390)):
        root = Browser(chromium, server, scheme, width)
        root.go("/ui/login")
        root.shoot("login-" + name)
        root.log_in(ADMINISTRATOR)
        for page, path in (("overview", "/ui/"), ("queries", "/ui/queries"), ("server", "/ui/server"), ("sessions", "/ui/sessions")):
            root.go(path)
            root.shoot(f"{page}-{name}")
            across = root.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert across <= 0, f"{page} is {across} pixels too wide on a screen of {width}"
        root.go("/ui/queries?state=finished&text=week")
        root.page.locator("td.sql a").first.click()
        root.shoot("query-" + name)
        root.close()


def keyboard_reaches_everything_and_pausing_stops_the_page(chromium, server):
    ann = Browser(chromium, server)
    ann.log_in("ann")
    expect(ann.page.get_by_role("heading", name="Overview")).to_be_visible()
    ann.page.bring_to_front()
    ann.page.keyboard.press("Tab")
    expect(ann.page.locator(".skip")).to_be_focused()
    ann.page.get_by_role("button", name="Pause").press("Enter")
    expect(ann.page.get_by_role("button", name="Paused")).to_have_attribute("aria-pressed", "true")
    link = ann.page.locator("td.sql a").last
    link.focus()
    ann.page.get_by_role("button", name="Paused").press("Enter")
    link.focus()
    name = link.get_attribute("id")
    with ann.page.expect_response(lambda answer: answer.url.endswith("/ui/")):
        pass
    ann.page.wait_for_load_state("networkidle")
    assert ann.page.evaluate("document.activeElement.id") == name, "refreshing took the focus away"
    ann.close()


TESTS = (
    login_is_asked_for_and_a_wrong_one_refused,
    server_that_has_run_nothing_says_so,
    running_query_shows_its_progress_and_is_cancelled,
    plan_shows_rows_and_time_of_each_operator,
    failure_is_told_with_its_place,
    others_queries_are_theirs,
    nothing_that_people_write_is_taken_for_a_page,
    session_is_ended_by_its_owner,
    query_on_an_engine_that_is_killed_fails_and_the_pages_go_on,
    many_queries_are_counted_and_the_latest_are_listed,
    keyboard_reaches_everything_and_pausing_stops_the_page,
    overview_draws_the_last_while_and_says_it_in_words,
    pages_are_seen_in_light_and_dark_and_on_a_telephone,
)


def main():
    server = Server(int(os.environ.get("SQE_UI_PORT", free_ports(3))))
    failed = 0
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=os.environ.get("SQE_UI_BROWSER") or None, args=["--no-sandbox"]
            )
            for test in TESTS:
                try:
                    test(chromium, server)
                    print("ok   ", test.__name__, flush=True)
                except Exception as failure:
                    failed += 1
                    print("FAILED", test.__name__, failure, flush=True)
            chromium.close()
    finally:
        server.close()
    raise SystemExit(failed and f"{failed} of {len(TESTS)} failed")


if __name__ == "__main__":
    main()
