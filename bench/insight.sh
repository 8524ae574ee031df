#!/usr/bin/env bash
# Questions to a register of benefit spells: Virker's engine, a loop written by hand, and those of DuckDB, PostgreSQL and SQLite that are asked for, in one run.
#
#   bench/insight.sh REGISTER [--duckdb FOLDER] [--postgres] [--sqlite] [--runs 15] [--threads 2] [--slow-runs 3] [--no-loop] [--only q1]
#
# REGISTER holds spells.csv (a folder of its own for each size). FOLDER is one where "npm install @duckdb/node-api" has been run; it is run here when it has not. --postgres starts a
# cluster of its own from Debian's package and takes it away again; --sqlite uses sqlite3.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
[[ $# -ge 1 && -f "$1/spells.csv" ]] || { sed -n '2,8p' "$0" >&2; exit 2; }

work="$(mktemp -d "${TMPDIR:-/tmp}/virker-bench-XXXXXX")"
chmod 711 "$work"
cluster=""
as_database_user() { if [[ "$(id -u)" != 0 ]]; then "$@"; else (cd / && runuser -u postgres -- "$@"); fi; }
leave() {
  if [[ -n "$cluster" ]]; then as_database_user "$bin/pg_ctl" -D "$cluster" -m immediate -w stop >/dev/null 2>&1 || true; fi
  rm -rf "$work"
}
trap leave EXIT

start_postgres() {
  bin="$(ls -d /usr/lib/postgresql/*/bin | sort -t/ -k5 -n | tail -n 1)"
  local port=$((20000 + RANDOM % 12000))
  mkdir "$work/postgres"
  if [[ "$(id -u)" == 0 ]]; then chown postgres "$work/postgres"; fi
  as_database_user "$bin/initdb" -D "$work/postgres/data" -U virker -A trust -E UTF8 --locale=C --no-sync >/dev/null
  cluster="$work/postgres/data"
  as_database_user "$bin/pg_ctl" -D "$cluster" -w -l "$work/postgres/log" start -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' \
    -c shared_buffers=4GB -c work_mem=512MB -c maintenance_work_mem=2GB -c effective_cache_size=12GB -c max_parallel_workers_per_gather=2 -c max_parallel_workers=2 \
    -c max_parallel_maintenance_workers=1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=16GB \
    -c autovacuum=off -c jit=on -c random_page_cost=1.1" >/dev/null
  connection="host=127.0.0.1 port=$port user=virker dbname=postgres"
}

register="$(cd "$1" && pwd)"
shift
arguments=()
while [[ $# -gt 0 ]]; do
  case "$1" in
    --duckdb)
      mkdir -p "$2"
      [[ -d "$2/node_modules/@duckdb/node-api" ]] || npm install --prefix "$2" --no-audit --no-fund --silent @duckdb/node-api
      arguments+=(--duckdb "$(cd "$2" && pwd)"); shift 2 ;;
    --postgres) start_postgres; arguments+=(--postgres "$connection"); shift ;;
    --sqlite) arguments+=(--sqlite sqlite3); shift ;;
    *) arguments+=("$1"); shift ;;
  esac
done
dotnet build -c Release "$root/bench/Insight" -v q -nologo >&2
dotnet "$root/artifacts/bin/Virker.Bench.Insight/release/Virker.Bench.dll" "$register" "${arguments[@]}"
