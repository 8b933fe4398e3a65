#!/bin/sh
# Packs the programs in PROGRAMS as a .deb into DIST. Nothing in it runs when it
# is installed or removed, so nothing of a user is touched by either. The times
# in it are that of SOURCE_DATE_EPOCH.
#
#	deb.sh amd64|arm64 PROGRAMS DIST VERSION LICENCES
#
# LICENCES is the text that sbom.go -texts wrote of these programs. LEVEL says how
# hard to pack, 0 to 9; 9 unless told.
set -eu
umask 022
arch=$1 programs=$2 dist=$3 version=$4 licences=$5
here=$(dirname "$0")
id=cn.deputydesk.app
debian=$(echo "$version" | sed 's/-/~/')
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/deputydesk
usr=$root/usr
share=$usr/share

install -D -m 755 -t "$usr/bin" "$programs/deputydesk" "$programs/deskctl"
install -D -m 644 -t "$share/deputydesk/fonts" assets/fonts/gpl/fang.ttf assets/fonts/gpl/COPYING
install -D -m 644 -t "$share/applications" "$here/../$id.desktop"
install -D -m 644 -t "$share/mime/packages" "$here/../$id.xml"
for size in 16 32 48 64 128 256 512; do
	install -D -m 644 "assets/icon/icon-$size.png" "$share/icons/hicolor/${size}x$size/apps/$id.png"
done
install -D -m 644 assets/icon/icon.svg "$share/icons/hicolor/scalable/apps/$id.svg"
for kind in packet session; do
	install -D -m 644 "assets/icon/$kind.svg" "$share/icons/hicolor/scalable/mimetypes/application-vnd.deputydesk.$kind+zip.svg"
done
mkdir -p "$share/metainfo" "$share/man/man1" "$share/doc/deputydesk"
sed "s/@VERSION@/$version/; s/@DATE@/$day/" "$here/$id.metainfo.xml" >"$share/metainfo/$id.metainfo.xml"
for page in deputydesk deskctl; do
	sed "s/@VERSION@/$version/" "$here/$page.1" | gzip -9n >"$share/man/man1/$page.1.gz"
done
gzip -9nc CHANGELOG.md >"$share/doc/deputydesk/CHANGELOG.md.gz"
# What apt shows of a change, in the form it reads.
gzip -9n >"$share/doc/deputydesk/changelog.gz" <<END
deputydesk ($debian) stable; urgency=medium

  * What has changed is in CHANGELOG.md.gz beside this file.

 -- Deputy Desk contributors <deputydesk@localhost>  $(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")
END
sh "$here/../copyright.sh" "$licences" >"$share/doc/deputydesk/copyright"
install -D -m 644 "$here/lintian" "$share/lintian/overrides/deputydesk"

# dpkg-shlibdeps would ask for the C library of the machine this was linked on:
# it does not look at the versions that oldglibc.c chose. The table of symbols
# does; check.sh compares the rest. What comes after libx11-6 the toolkit opens
# by name while it runs.
libc=$(sh "$here/glibc.sh" "$programs/deputydesk" | sed -n 's/.*glibc \([0-9.]*\) or newer/\1/p')
depends="libc6 (>= $libc), libgl1, libx11-6, libxcursor1, libxrandr2, libxinerama1, libxi6, libxrender1, libxext6"
mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<END
Package: deputydesk
Version: $debian
Architecture: $arch
Maintainer: Deputy Desk contributors <deputydesk@localhost>
Installed-Size: $(du -sk --apparent-size "$usr" | cut -f1)
Section: misc
Priority: optional
Depends: $depends
Recommends: libgl1-mesa-dri, shared-mime-info, xdg-utils
Suggests: zenity
Description: read the work report, write proposals, offline (代表案头)
 代表案头给人大代表和汇总代表建议的工作人员使用：读政府工作报告，查找目标，
 记批注，写建议，按规则检查，打印签名。程序不联网，内容只在本机。
 .
 For deputies of a Chinese people's congress and for the staff who compile their
 proposals. deputydesk is the window, deskctl does the same at a terminal.
END
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$dist"
# At 9 the window is wide enough to see that both programs are largely alike.
dpkg-deb --root-owner-group -Zxz "-z${LEVEL:-9}" --build "$root" "$dist/deputydesk_${version}_$arch.deb" >/dev/null
echo "$dist/deputydesk_${version}_$arch.deb: $depends"
