#!/bin/sh
# Prints the version that is being packed: that of the tag (v1.2.3 is 1.2.3) if
# the commit has one, else what the program says of itself.
set -eu
cd "$(dirname "$0")/../.."
if tag=$(git describe --tags --exact-match --match 'v[0-9]*' 2>/dev/null); then
	echo "${tag#v}"
else
	sed -n 's/^var Version[[:space:]]*=[[:space:]]*"\([^"]*\)".*/\1/p' assets/metadata.go
fi
