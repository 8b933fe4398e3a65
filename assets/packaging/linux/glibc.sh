#!/bin/sh
# Prints for each program the oldest C library it starts with, which its table
# of symbols tells, and fails if that is newer than GLIBC: 2.28, that of UOS 20;
# Kylin V10 has 2.31.
#
#	glibc.sh PROGRAM...
set -eu
most=${GLIBC:-2.28}
for program in "$@"; do
	asked=$(objdump -T "$program" 2>/dev/null | grep -oE 'GLIBC_[0-9][0-9.]*' | sed 's/GLIBC_//' | sort -uV | tail -1)
	if [ -z "$asked" ]; then
		if objdump -p "$program" | grep -q NEEDED; then
			echo "glibc.sh: $program: no versions in its table" >&2
			exit 1
		fi
		echo "$(basename "$program"): any Linux, no C library asked for"
		continue
	fi
	echo "$(basename "$program"): glibc $asked or newer"
	if [ "$(printf '%s\n' "$most" "$asked" | sort -V | tail -1)" != "$most" ]; then
		echo "glibc.sh: $program: promised is $most; these ask for more:" >&2
		objdump -T "$program" | grep -oE 'GLIBC_[0-9].*' | tr -d ')' | sort -V | awk -v most="$most" '
			{ split(substr($1, 7), a, "."); split(most, b, "."); if (a[1] > b[1] || a[1] == b[1] && a[2] > b[2]) print "  " $0 }' >&2
		exit 1
	fi
done
