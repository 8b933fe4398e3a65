#!/bin/sh
# Prints the version that is being packed: that of the tag (v1.2.3 is 1.2.3,
# v1.2.3-rc.1 is 1.2.3-rc.1) if the commit has one, the highest of several, where a
# trial comes before its release; else what the program says of itself.
set -eu
cd "$(dirname "$0")/../.."
tag=$(git -c versionsort.suffix=- tag --points-at HEAD --list 'v[0-9]*.[0-9]*.[0-9]*' --sort=-version:refname 2>/dev/null | head -n 1)
if [ -n "$tag" ]; then
	echo "${tag#v}"
else
	sed -n 's/^var Version[[:space:]]*=[[:space:]]*"\([^"]*\)".*/\1/p' assets/metadata.go
fi
