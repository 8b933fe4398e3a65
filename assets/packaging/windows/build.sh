#!/bin/sh
# Builds what Windows 10 and 11 (64 bits) get, on Linux with mingw-w64, into DIST:
#
#	deputydesk-VERSION-windows-amd64-setup.exe     installer, for one person, no administrator
#	deputydesk-VERSION-windows-amd64.msi           installer for administrators
#	deputydesk-VERSION-windows-amd64-portable.zip  to unpack anywhere
#
#	build.sh DIST VERSION
#
# Built twice, the zip and setup.exe are the same bytes; an MSI carries its hour. A certificate in the
# environment signs programs and installers; see sign.sh.
#
# ANGLE is kept in the user's cache, under a path that never changes: Go builds
# everything again when a path given to the C compiler does.
set -eu
cd "$(dirname "$0")/../../.."
[ $# = 2 ] || { echo "build.sh: want DIST VERSION" >&2; exit 2; }
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

app=$work/代表案头
mkdir -p "$app/licences"
echo "building for Windows; the first time takes some ten minutes"
GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc \
	CGO_CFLAGS="-O2 -I$angle/include" CGO_LDFLAGS="-O2 -L$angle" \
	go build -trimpath -buildvcs=false -tags gles,gles2,egl \
	-ldflags "-s -w -H=windowsgui -buildid= -X deputydesk/assets.Version=$version -extldflags '-static-libgcc -Wl,--no-insert-timestamp'" -o "$app/" ./cmd/deputydesk
GOOS=windows GOARCH=amd64 CGO_ENABLED=0 \
	go build -trimpath -buildvcs=false -ldflags "-s -w -buildid= -X deputydesk/assets.Version=$version" -o "$app/" ./cmd/deskctl
"$work/wrap" examine "$app/deputydesk.exe" "$app/deskctl.exe"
sh $here/sign.sh "$app/deputydesk.exe" "$app/deskctl.exe"

cp "$angle/d3dcompiler_47.dll" "$angle/libEGL.dll" "$angle/libGLESv2.dll" assets/fonts/gpl/fang.ttf "$app/"
cp LICENSE "$app/licences/Apache-2.0.txt"
cp "$angle/LICENSE" "$app/licences/ANGLE.txt"
cp assets/fonts/OFL.txt "$app/licences/OFL.txt"
cp assets/fonts/gpl/COPYING "$app/licences/fang-GPL.txt"
cp assets/fonts/README.md "$app/licences/fonts.txt"
cp assets/fonts/build.py "$app/licences/fonts-build.py"
go run assets/packaging/sbom.go -texts "$app/deskctl.exe" "$app/deputydesk.exe" >"$app/licences/modules.txt"
cp $here/说明.txt "$app/说明.txt"
cp SECURITY.md "$app/安全说明.txt"
for paper in 使用手册 工作人员手册 安装与放行说明 安全说明; do
	go run ./cmd/deskctl manual "$paper" -o "$app/$paper.pdf" >/dev/null
done
sed -i 's/$/\r/' "$app"/*.txt # the oldest editor of Windows wants it
find "$app" -type f -exec chmod 644 {} +
find "$app" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# Installer for one person.
setup=$dist/$name-setup.exe
makensis -V2 -INPUTCHARSET UTF8 -DPAYLOAD="$app" -DOUT="$setup" -DVERSION="$version" -DNUMBERS="$numbers" \
	-DICON="$work/deputydesk.ico" $here/setup.nsi
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
(cd "$work" && wixl -a x64 -D VERSION="${numbers%.0}" -D ICON=deputydesk.ico -o "$dist/$name.msi" program.wxs)
printf '\r\n\r\n936\t_ForceCodepage\r\n' >"$work/codepage.idt"
msibuild "$dist/$name.msi" -i "$work/codepage.idt"
sh $here/sign.sh "$dist/$name.msi"

touch "$app/portable"
rm -f "$dist/$name-portable.zip"
"$work/wrap" zip "$dist/$name-portable.zip" "$app"
