#!/bin/sh
# Builds the project's own virtual environment: setup.sh VENV STAMP [EXTRA].
# Works whether or not another environment is active, and where the system's Python is externally managed.
set -eu
venv=$1 stamp=$2 extra=${3:-}
python=${PYTHON:-python3}
unset PYTHONHOME PIP_USER PIP_TARGET 2>/dev/null || true

fail() { echo "wollet: $1" >&2; exit 1; }

command -v "$python" >/dev/null 2>&1 ||
  fail "no $python found: install Python 3.11 or later (Debian: apt install python3 python3-venv), or name one with PYTHON=…"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  fail "$("$python" -V 2>&1) is too old: Python 3.11 or later is needed (name one with PYTHON=python3.11)"

if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
  if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    "$python" -m venv "$venv" || fail "could not create $venv with $python -m venv (Debian: apt install python3-venv)"
  elif command -v uv >/dev/null 2>&1; then
    uv venv --quiet --allow-existing --seed --python "$python" "$venv" || fail "uv could not create $venv"
  elif "$python" -m pip --version >/dev/null 2>&1 && "$python" -c 'import venv' 2>/dev/null; then
    # Debian without python3-venv: its own pip can still furnish an environment that has none.
    "$python" -m venv --without-pip "$venv" && "$python" -m pip --python "$venv/bin/python" install --quiet pip ||
      fail "could not create $venv (Debian: apt install python3-venv)"
  else
    fail "$python has neither venv with pip nor pip: install them (Debian: apt install python3-venv python3-pip), then run make again"
  fi
fi

echo "wollet: installing into $venv${extra:+ (with $extra)} …" >&2
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -e ".${extra:+[$extra]}" ||
  fail "pip could not install the dependencies (is there a network?): the lines above say which"
touch "$stamp"
