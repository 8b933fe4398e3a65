#!/bin/sh
# Builds what Windows 10 and 11 (64 bits) get, on Linux with mingw-w64, into DIST:
#
#	deputydesk-VERSION-windows-amd64-setup.exe     installer, for one person, no administrator
#	deputydesk-VERSION-windows-amd64.msi           installer for administrators
#	deputydesk-VERSION-windows-amd64-portable.zip  to unpack anywhere
#	deskctl-VERSION-windows-amd64.zip              the command line, to unpack anywhere
#
#	build.sh DIST VERSION [PROGRAMS]
#
# Both programs hold the same fonts, and the compression that Windows itself unpacks
# cannot see it: a package with both would weigh twice as much. PROGRAMS is a folder
# that gets the programs, too, for the bill of materials.
#
# Built twice, all are the same bytes. A certificate in the environment signs
# programs and installers, see sign.sh; LEVEL, 0 to 8, packs quickly.
#
# ANGLE is kept in the user's cache, under a path that never changes: Go builds
# everything again when a path given to the C compiler does.
set -eu
cd "$(dirname "$0")/../../.."
[ $# = 2 ] || [ $# = 3 ] || { echo "build.sh: want DIST VERSION [PROGRAMS]" >&2; exit 2; }
mkdir -p "$1"
dist=$(cd "$1" && pwd)
version=${2#v}
here=assets/packaging/windows
angle=${XDG_CACHE_HOME:-$HOME/.cache}/deputydesk/angle-8.1.6
name=deputydesk-$version-windows-amd64
numbers=$(echo "$version" | sed -nE 's/^([0-9]+)\.([0-9]+)\.([0-9]+).*/\1.\2.\3.0/p')
[ -n "$numbers" ] || { echo "build.sh: version $version: want three numbers, such as 0.1.0" >&2; exit 2; }
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-1767225600} # 2026-01-01
export SOURCE_DATE_EPOCH TZ=UTC

sh assets/packaging/deps.sh windows
sh $here/angle.sh "$angle"
work=$(mktemp -d)
trap 'rm -rf "$work" cmd/deputydesk/rsrc_windows_amd64.syso cmd/deskctl/rsrc_windows_amd64.syso' EXIT
go build -o "$work/wrap" ./assets/packaging/wrap
"$work/wrap" ico "$work/deputydesk.ico" assets/icon/icon-16.png assets/icon/icon-32.png assets/icon/icon-48.png \
	assets/icon/icon-64.png assets/icon/icon-128.png assets/icon/icon-256.png

# resources PROGRAM DESCRIPTION: what Windows shows of the file.
cp $here/program.rc $here/program.manifest "$work/"
resources() {
	(cd "$work" && x86_64-w64-mingw32-windres -c 65001 -O coff -D"NUMBERS=$(echo "$numbers" | tr . ,)" \
		-D"VERSION=\\\"$version\\\"" -D"PROGRAM=\\\"$1\\\"" -D"DESCRIPTION=\\\"$2\\\"" program.rc "$1.syso")
	mv "$work/$1.syso" "cmd/$1/rsrc_windows_amd64.syso"
}
resources deputydesk 代表案头
resources deskctl 代表案头（命令行）

app=$work/代表案头 terminal=$work/deskctl-$version
mkdir -p "$app/licences" "$terminal/licences"
echo "building for Windows; the first time takes some ten minutes"
# no_emoji leaves out the toolkit's font of 4 MB for those: Windows has its own.
GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc \
	CGO_CFLAGS="-O2 -I$angle/include" CGO_LDFLAGS="-O2 -L$angle" \
	go build -trimpath -buildvcs=false -tags gles,gles2,egl,no_emoji \
	-ldflags "-s -w -H=windowsgui -buildid= -X deputydesk/assets.Version=$version -extldflags '-static-libgcc -Wl,--no-insert-timestamp'" -o "$app/" ./cmd/deputydesk
GOOS=windows GOARCH=amd64 CGO_ENABLED=0 \
	go build -trimpath -buildvcs=false -ldflags "-s -w -buildid= -X deputydesk/assets.Version=$version" -o "$terminal/" ./cmd/deskctl
"$work/wrap" examine "$app/deputydesk.exe" "$terminal/deskctl.exe"
if [ $# = 3 ]; then
	mkdir -p "$3"
	cp "$app/deputydesk.exe" "$terminal/deskctl.exe" "$3/"
fi
sh $here/sign.sh "$app/deputydesk.exe" "$terminal/deskctl.exe"

for folder in "$app" "$terminal"; do
	cp assets/fonts/gpl/fang.ttf "$folder/"
	cp LICENSE "$folder/licences/Apache-2.0.txt"
	cp assets/fonts/OFL.txt "$folder/licences/OFL.txt"
	cp assets/fonts/gpl/COPYING "$folder/licences/fang-GPL.txt"
	cp assets/fonts/README.md "$folder/licences/fonts.txt"
	cp assets/fonts/build.py "$folder/licences/fonts-build.py"
	go run assets/packaging/sbom.go -texts "$folder"/*.exe >"$folder/licences/modules.txt"
done
cp "$angle/libEGL.dll" "$angle/libGLESv2.dll" "$app/"
cp "$angle/LICENSE" "$app/licences/ANGLE.txt"
cp $here/说明.txt "$app/说明.txt"
cp $here/命令行说明.txt "$terminal/说明.txt"
cp SECURITY.md "$app/安全说明.txt"
sed -i 's/$/\r/' "$app"/*.txt "$terminal"/*.txt # the oldest editor of Windows wants it
find "$app" "$terminal" -type f -exec chmod 644 {} +
find "$app" "$terminal" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# Installer for one person.
packing=lzma
[ "${LEVEL:-9}" = 9 ] || packing=zlib
setup=$dist/$name-setup.exe
makensis -V2 -INPUTCHARSET UTF8 -DPAYLOAD="$app" -DOUT="$setup" -DVERSION="$version" -DNUMBERS="$numbers" \
	-DICON="$work/deputydesk.ico" -DSIGN="$PWD/$here/sign.sh" -DPACKING="$packing" $here/setup.nsi
sh $here/sign.sh "$setup"

# Installer for administrators: every file is a component of its own.
components() {
	find "$1" -maxdepth 1 -type f | LC_ALL=C sort | while read -r file; do
		id=f$(printf %s "$2${file##*/}" | sha256sum | cut -c1-16)
		printf '<Component Id="c%s" Guid="*" Win64="yes"><File Id="%s" Name="%s" Source="%s" KeyPath="yes"/></Component>\n' \
			"$id" "$id" "${file##*/}" "$file"
	done
}
(cd "$work" && components 代表案头 "" >files && components 代表案头/licences licences/ >licences)
cat "$work/files" "$work/licences" | sed -E 's/.*<Component Id="([^"]*)".*/<ComponentRef Id="\1"\/>/' >"$work/components"
sed -e "/^ *FILES$/{r $work/files
d}" -e "/^ *LICENCES$/{r $work/licences
d}" -e "/^ *COMPONENTS$/{r $work/components
d}" $here/program.wxs >"$work/program.wxs"
# Without WINDOWS_LANGUAGE every Chinese word is lost on the way, and wixl writes no
# code page.
WINDOWS_LANGUAGE=zh_CN
export WINDOWS_LANGUAGE
product=$(printf 'deputydesk %s' "$version" | sha256sum | tr a-f A-F | sed -E 's/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/\1-\2-\3-\4-\5/')
three=${numbers%.0}
(cd "$work" && wixl -a x64 -D VERSION="$three" -D NEXT="${three%.*}.$((${three##*.} + 1))" -D PRODUCT="$product" -D ICON=deputydesk.ico -o "$dist/$name.msi" program.wxs)
printf '\r\n\r\n936\t_ForceCodepage\r\n' >"$work/codepage.idt"
msibuild "$dist/$name.msi" -i "$work/codepage.idt"
"$work/wrap" msi "$dist/$name.msi"
sh $here/sign.sh "$dist/$name.msi"

touch "$app/portable"
rm -f "$dist/$name-portable.zip" "$dist/deskctl-$version-windows-amd64.zip"
"$work/wrap" zip "$dist/$name-portable.zip" "$app"
"$work/wrap" zip "$dist/deskctl-$version-windows-amd64.zip" "$terminal"
