#!/bin/sh
# Passes our Go tests as Windows programs, under Wine: all of them, or those of the
# packages named, which must build without a C compiler: all but the window do.
#
#	tests.sh [PACKAGE...]
#
# The person is called 测试代表, so that every temporary folder has a Han name. What
# Wine 8 lacks is put beside it: see prefix.sh; and where it answers that it does not
# know the newer way to remove a file, Go is made to take the older one, as it does
# itself on older disks. Three tests run the Go compiler, which is no program of that
# Windows; they are named below and run on Windows itself, in the workflow.
set -eu
cd "$(dirname "$0")/../../.."
here=$PWD/assets/packaging/windows
GO=${GO:-go}
work=$(mktemp -d)
x=''
stop() {
	[ ! -d "$work/prefix" ] || end_windows
	kill $x 2>/dev/null || true
	sleep 1
	rm -rf "$work"
}
trap stop EXIT
trap 'exit 1' INT TERM
# shellcheck source=assets/packaging/windows/prefix.sh
. "$here/prefix.sh"

number=92
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 1366x768x24 -nolisten tcp >"$work/x.log" 2>&1 &
x=$!
export DISPLAY=":$number"
fresh_windows
$wineserver -w # until the first one has ended
$wineserver -p # one that stays between two tests

# The status that Wine gives for STATUS_INVALID_INFO_CLASS is STATUS_NOT_IMPLEMENTED.
# The copy lies where it always does: Go builds everything again when its place changes.
answers=$($GO env GOROOT)/src/internal/syscall/windows/at_windows.go
cache=${XDG_CACHE_HOME:-$HOME/.cache}/deputydesk/wine-tests
angle=${XDG_CACHE_HOME:-$HOME/.cache}/deputydesk/angle-8.1.6 # as in build.sh
[ $# != 0 ] || sh "$here/angle.sh" "$angle"
mkdir -p "$cache"
sed 's/^\(\tcase STATUS_INVALID_INFO_CLASS\), /\1, NTStatus(0xC0000002), /' "$answers" >"$cache/at_windows.go"
if cmp -s "$answers" "$cache/at_windows.go"; then
	echo "tests.sh: this Go removes files in another way; look at $answers" >&2
	exit 1
fi
printf '{"Replace":{"%s":"%s"}}\n' "$answers" "$cache/at_windows.go" >"$cache/overlay.json"

# What a test says goes through a file: services that Wine starts keep what they
# inherit open, and Go would wait for them.
cat >"$work/run.sh" <<END
#!/bin/sh
said=\$(mktemp "$work/said.XXXXXX")
ended=0
$wine "\$@" >"\$said" 2>&1 || ended=\$?
cat "\$said"
rm -f "\$said"
exit \$ended
END
chmod +x "$work/run.sh"

needs_go='^(TestArrowsOnlyPointDown|TestNobodyKnowsTheNetwork|TestMacIconHoldsEverySize)$'
whole=no
if [ $# = 0 ]; then
	whole=yes
	# shellcheck disable=SC2046
	set -- $($GO list ./... | grep -vE '/ui$|/ui/screen$|/cmd/deputydesk$')
fi
began=$(date +%s)
export GOOS=windows GOARCH=amd64
echo "not under Wine, since they run the Go compiler: $needs_go"
CGO_ENABLED=0 $GO test -overlay "$cache/overlay.json" -exec "$work/run.sh" -timeout 20m -skip "$needs_go" "$@"
echo "without C: $(($(date +%s) - began)) s"
[ $whole = yes ] || exit 0

# The window, as build.sh builds it: what it has of C is built once for both.
began=$(date +%s)
WINEPATH=$(echo "Z:$angle" | tr / \\\\)
export WINEPATH WINEDLLOVERRIDES="d3dcompiler_47=n;$WINEDLLOVERRIDES"
CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc CGO_CFLAGS="-O2 -I$angle/include" CGO_LDFLAGS="-O2 -L$angle" \
	$GO test -trimpath -vet=off -tags gles,gles2,egl -overlay "$cache/overlay.json" -exec "$work/run.sh" -timeout 20m \
	./ui ./cmd/deputydesk
echo "the window: $(($(date +%s) - began)) s"
