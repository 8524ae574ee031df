#!/usr/bin/env bash
# 64 clients at once, and so many bookings that are carried through (10.000 unless said): how many a second, how many were refused, and whether any two
# share a worker, a citizen, a room or an interpreter. SQLite always; PostgreSQL too where VIRKER_TEST_POSTGRES names a cluster.
#
#   dotnet build -c Debug tests/Virker.Tests && bench/bookings.sh [BOOKINGS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
VIRKER_BOOKINGS="${1:-10000}" dotnet test artifacts/bin/Virker.Tests/debug/Virker.Tests.dll --nologo \
  --filter "FullyQualifiedName~ManyBookingsTests" --logger "console;verbosity=detailed" | grep -E "clients|Passed!|Failed|Total tests|Passed:"
