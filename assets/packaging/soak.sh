#!/bin/sh
# Fuzzes every promise for a while: FUZZTIME each, five minutes unless told, and
# passes the tests and tries the packages of Windows, signed, under Wine.
# Stops at the first that is broken.
set -eu
GO=${GO:-go}
echo "== killed while typing, ${KILLS:-50} times"
KILL_ROUNDS="${KILLS:-50}" "$GO" test ./ui/desk -run "^TestKilledWhileTyping\$" -count=1
echo "== symbols on scans of every resolution and angle"
DESK_SOAK=1 "$GO" test ./ui/desk -run "^TestSymbolOnScans\$" -count=1 -v
git ls-files '*_test.go' | xargs grep -oE '^func Fuzz[A-Za-z0-9_]+' | while IFS=: read -r file name; do
	name=${name#func }
	echo "== $(dirname "$file") $name"
	"$GO" test "./$(dirname "$file")" -run '^$' -fuzz "^$name\$" -fuzztime "${FUZZTIME:-300s}" -fuzzminimizetime 5x
done
echo "== killed while it works"
KILL_ROUNDS=${KILL_ROUNDS:-500} "$GO" test -count=1 -timeout 30m -v -run Killed ./annotate/store
echo "== our tests as Windows programs"
make windows-tests
echo "== Windows packages under Wine"
make wine
