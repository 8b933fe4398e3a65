#!/bin/sh
# Makes all packages twice, from two clones of the last commit in two places, and
# says which files come out the same to the byte. One that does not is an error.
#
#	twice.sh [SYSTEM...]
set -eu
cd "$(dirname "$0")/../.."
unset SIGN_CERT # a stamp of the time is another each time
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q . "$work/one"
mkdir -p "$work/another place"
git clone -q . "$work/another place/two"
for clone in "$work/one" "$work/another place/two"; do
	git -C "$clone" fetch -q --tags
	sh "$clone/assets/packaging/dist.sh" "$clone/dist" "$@" >"$clone.log" 2>&1 || { tail -20 "$clone.log" >&2; exit 1; }
done
different=0
for file in "$work/one/dist"/*; do
	name=$(basename "$file")
	if cmp -s "$file" "$work/another place/two/dist/$name"; then
		echo "same       $name"
	else
		echo "different  $name"
		different=1
	fi
done
exit $different
