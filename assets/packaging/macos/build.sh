#!/bin/sh
# Makes the disk images for Macs with Apple's and with Intel's processor, on a
# Mac with the command line tools. One image holds one processor's program, so
# that it stays below the size that is promised. deskctl is an archive of its own,
# one for both.
#
#	build.sh DIST VERSION
#
# Without these the program is signed for this Mac only ("ad hoc"), and Gatekeeper
# warns elsewhere:
#
#	MACOS_CERTIFICATE, MACOS_CERTIFICATE_PASSWORD   a Developer ID as base64 of a .p12
#	MACOS_IDENTITY                                  its name: "Developer ID Application: …"
#	NOTARY_APPLE_ID, NOTARY_TEAM, NOTARY_PASSWORD   who asks Apple to look it over
set -eu
umask 022
mkdir -p "$1"
dist=$(cd "$1" && pwd)
version=$2
cd "$(dirname "$0")/../../.."
here=assets/packaging/macos
GO=${GO:-go}
[ "$(uname -s)" = Darwin ] || { echo "build.sh: this needs a Mac: the toolkit does not compile for one elsewhere" >&2; exit 2; }
work=$(mktemp -d)
keychain=
trap '[ -z "$keychain" ] || security delete-keychain "$keychain"; rm -rf "$work"' EXIT
export MACOSX_DEPLOYMENT_TARGET=12.0 # as in Info.plist; what the language asks for
flags="-s -w -buildid= -X deputydesk/assets.Version=$version"

identity=${MACOS_IDENTITY:--}
if [ -n "${MACOS_CERTIFICATE:-}" ]; then
	keychain=$work/sign.keychain-db
	secret=$(uuidgen)
	echo "$MACOS_CERTIFICATE" | base64 -D >"$work/certificate.p12"
	security create-keychain -p "$secret" "$keychain"
	security unlock-keychain -p "$secret" "$keychain"
	security import "$work/certificate.p12" -k "$keychain" -P "$MACOS_CERTIFICATE_PASSWORD" -T /usr/bin/codesign
	security set-key-partition-list -S apple-tool:,apple: -s -k "$secret" "$keychain" >/dev/null
	security list-keychains -d user -s "$keychain" login.keychain
	rm "$work/certificate.p12"
fi

# sign FILE... signs for the hardened runtime; only a bought certificate is stamped
# with the time.
sign() {
	if [ "$identity" = - ]; then
		codesign --force --options runtime --entitlements "$here/entitlements.plist" --sign - "$@"
	else
		codesign --force --options runtime --entitlements "$here/entitlements.plist" --timestamp --sign "$identity" "$@"
	fi
}

"$GO" run $here/icns.go assets/icon "$work/icon.icns"
sed "s/@VERSION@/${version%%-*}/" $here/Info.plist >"$work/Info.plist" # Apple wants numbers only
plutil -lint "$work/Info.plist" $here/entitlements.plist

for arch in arm64 amd64; do
	case $arch in arm64) clang=arm64 ;; amd64) clang=x86_64 ;; esac
	built=$work/$arch
	mkdir -p "$built"
	CGO_ENABLED=1 GOARCH=$arch CC="clang -arch $clang" "$GO" build -trimpath -ldflags "$flags" -o "$built/deputydesk" ./cmd/deputydesk
	CGO_ENABLED=0 GOARCH=$arch "$GO" build -trimpath -ldflags "$flags" -o "$built/deskctl" ./cmd/deskctl
	"$GO" run assets/packaging/sbom.go -texts "$built/deskctl" "$built/deputydesk" >"$work/licences.txt"
	sh assets/packaging/copyright.sh "$work/licences.txt" >"$work/LICENCES.txt"

	image=$work/image-$arch
	app="$image/代表案头.app"
	resources=$app/Contents/Resources
	mkdir -p "$app/Contents/MacOS" "$resources"
	cp "$built/deputydesk" "$app/Contents/MacOS/"
	cp "$work/Info.plist" "$app/Contents/"
	printf 'APPL????' >"$app/Contents/PkgInfo"
	cp "$work/icon.icns" "$work/LICENCES.txt" "$resources/"
	cp assets/fonts/gpl/fang.ttf assets/fonts/gpl/COPYING "$resources/"
	cp -R $here/zh-Hans.lproj $here/en.lproj "$resources/"
	sign "$app"
	codesign --verify --strict --verbose=2 "$app"
	ln -s /Applications "$image/Applications"
	dmg=$dist/deputydesk-$version-macos-$arch.dmg
	rm -f "$dmg"
	hdiutil create -quiet -volname "代表案头" -srcfolder "$image" -fs HFS+ -format ULMO "$dmg"
	if [ -n "${NOTARY_APPLE_ID:-}" ]; then
		codesign --force --timestamp --sign "$identity" "$dmg"
		xcrun notarytool submit "$dmg" --apple-id "$NOTARY_APPLE_ID" --team-id "$NOTARY_TEAM" --password "$NOTARY_PASSWORD" --wait
		xcrun stapler staple "$dmg"
		spctl --assess --type open --context context:primary-signature --verbose "$dmg"
	fi
	hdiutil verify -quiet "$dmg"
done

mkdir -p "$work/deskctl-$version/fonts"
lipo -create -output "$work/deskctl-$version/deskctl" "$work/arm64/deskctl" "$work/amd64/deskctl"
sign "$work/deskctl-$version/deskctl"
cp assets/fonts/gpl/fang.ttf assets/fonts/gpl/COPYING "$work/deskctl-$version/fonts/"
cp "$work/LICENCES.txt" "$work/deskctl-$version/"
tar -C "$work" -cJf "$dist/deskctl-$version-macos.tar.xz" "deskctl-$version"
"$GO" run assets/packaging/sbom.go "$work/arm64/deskctl" "$work/arm64/deputydesk" >"$dist/sbom-macos.json"
