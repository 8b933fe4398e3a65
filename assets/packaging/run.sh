#!/bin/sh
# Builds and opens the window; without a display does the same job headless.
set -eu
GO=${GO:-go}
command -v "$GO" >/dev/null 2>&1 || { echo "Go is missing: please install Go 1.26 or newer, then try again." >&2; exit 1; }
case $(uname -s) in
Linux) display=${DISPLAY:-${WAYLAND_DISPLAY:-}} ;;
*) display=yes ;;
esac
if [ -z "$display" ]; then
	echo "There is no display here, so the job is done without a window."
	mkdir -p bin
	CGO_ENABLED=0 "$GO" build -o bin/deskctl ./cmd/deskctl
	exec bin/deskctl demo out
fi
sh assets/packaging/deps.sh build
mkdir -p bin
echo "Building (the first time takes some minutes)."
"$GO" build -o bin/deputydesk ./cmd/deputydesk
exec bin/deputydesk
