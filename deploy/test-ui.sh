#!/bin/sh
# Drives the web UI of a real `sqe server` in a real Chromium. Screenshots, light and dark, are left under target/ui.
# Needs python3 with venv. Chromium is the system's if there is one; otherwise Playwright downloads its own.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/.." && pwd)
work="$root/target/ui"
mkdir -p "$work"

if [ ! -x "$work/venv/bin/python" ]; then
    python3 -m venv "$work/venv"
fi
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'playwright==1.65.2'

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ]; then
    "$work/venv/bin/python" -m playwright install --with-deps chromium
fi

SQE="${SQE:-$root/sqe}" SQE_UI_BROWSER="$browser" exec "$work/venv/bin/python" "$here/clients/web_ui.py" "$work"
