#!/bin/sh
# Signs Windows programs and installers in place, with what the environment names:
#
#	SIGN_CERT    certificate chain (PEM), or a PKCS #12 file with the key
#	SIGN_KEY     key (PEM); not with PKCS #12
#	SIGN_PASS    file that holds the password of either; may be missing
#	SIGN_TIME    address of a timestamp server; without it the network is not used
#
#	sign.sh FILE...
#
# Without SIGN_CERT nothing happens, and it says so.
set -eu
[ -n "${SIGN_CERT:-}" ] || { echo "not signed, since SIGN_CERT names no certificate: $(basename -a "$@" | tr '\n' ' ')"; exit 0; }
for file in "$@"; do
	set -- sign -h sha256 -n 代表案头
	case $SIGN_CERT in
	*.p12 | *.pfx) set -- "$@" -pkcs12 "$SIGN_CERT" ;;
	*) set -- "$@" -certs "$SIGN_CERT" -key "${SIGN_KEY:?sign.sh: SIGN_KEY: the key of SIGN_CERT is not named}" ;;
	esac
	[ -z "${SIGN_PASS:-}" ] || set -- "$@" -readpass "$SIGN_PASS"
	[ -z "${SIGN_TIME:-}" ] || set -- "$@" -ts "$SIGN_TIME"
	osslsigncode "$@" -in "$file" -out "$file.signed" >/dev/null || { rm -f "$file.signed"; echo "sign.sh: $file: not signed" >&2; exit 1; }
	mv "$file.signed" "$file"
	echo "signed: $(basename "$file")"
done
