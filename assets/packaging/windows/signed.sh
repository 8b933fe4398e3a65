#!/bin/sh
# Builds the Windows packages into DIST signed with a test certificate, made for
# this run and worth nothing, in the way a bought one is given (sign.sh), and sees
# that all that Windows asks about is signed by it and a changed byte is noticed.
# The certificate stays in DIST/../test-certificate.pem: check.sh looks with it at the
# uninstaller, which is there only after installing.
#
#	signed.sh DIST VERSION
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
dist=$(cd "$1" && pwd)
certificate=$(dirname "$dist")/test-certificate.pem
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "signed.sh: $*" >&2; exit 1; }
sh "$here/../deps.sh" windows
sh "$here/../deps.sh" wine

umask 077
head -c 18 /dev/urandom | base64 >"$work/pass"
openssl req -x509 -newkey rsa:2048 -sha256 -days 2 -nodes -keyout "$work/key.pem" -out "$certificate" \
	-subj '/CN=Deputy Desk test' -addext extendedKeyUsage=codeSigning -addext keyUsage=digitalSignature 2>"$work/openssl.log" ||
	{ cat "$work/openssl.log" >&2; fail "no test certificate"; }
openssl pkcs12 -export -inkey "$work/key.pem" -in "$certificate" -passout "file:$work/pass" -out "$work/test.p12"
umask 022

SIGN_CERT="$work/test.p12" SIGN_PASS="$work/pass" sh "$here/build.sh" "$dist" "$2"

# What is inside of packages, too.
unzip -q "$dist"/*-portable.zip -d "$work/portable"
unzip -q "$dist"/deskctl-*.zip -d "$work/terminal"
msiextract -C "$work/all" "$dist"/*.msi >/dev/null
signed() { osslsigncode verify -CAfile "$certificate" -in "$1" >"$work/verify.log" 2>&1; }
looked=0
find "$work" "$dist" -name '*.msi' -o -name deputydesk.exe -o -name deskctl.exe -o -name '*-setup.exe' >"$work/list"
while read -r file; do
	signed "$file" || { cat "$work/verify.log" >&2; fail "not signed: $file"; }
	echo "signed and whole: ${file##*/}"
	cp "$file" "$work/changed"
	printf x | dd of="$work/changed" bs=1 seek=1000000 conv=notrunc status=none
	cmp -s "$file" "$work/changed" && printf y | dd of="$work/changed" bs=1 seek=1000000 conv=notrunc status=none
	if signed "$work/changed"; then fail "a changed byte is not noticed: $file"; fi
	looked=$((looked + 1))
done <"$work/list"
[ $looked = 5 ] || fail "$looked files looked at, want 5: setup.exe, .msi, deskctl.exe and deputydesk.exe in two packages"
openssl req -x509 -newkey rsa:2048 -sha256 -days 2 -nodes -keyout "$work/other.key" -out "$work/other.pem" -subj '/CN=Somebody else' 2>/dev/null
if osslsigncode verify -CAfile "$work/other.pem" -in "$dist"/*-setup.exe >/dev/null 2>&1; then fail "signed by anybody"; fi
echo "a changed byte is noticed in each of them, and another certificate is not taken"
