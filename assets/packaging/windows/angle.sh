#!/bin/sh
# Brings what a build through ANGLE needs into FOLDER: its libraries and
# licence out of the npm package gl, and the EGL and GLES headers of this system.
# Every file is compared with the hash below; what is there already is kept.
#
#	angle.sh FOLDER
#
# d3dcompiler_47.dll turns what is drawn into programs of the graphics card. It is
# part of Windows since 8.1 and not given along: only check.sh needs it, since Wine's
# own is not whole.
set -eu
folder=$1
package=gl@8.1.6
hashes="d1cb2650b57481b3846373777c6a1e535bf3fcda525df20f077b3a479f9ca177  gl-8.1.6.tgz"
libraries="e994847e01a6f1e4cbdc5a864616ac262f67ee4f14db194984661a8d927ab7f4  d3dcompiler_47.dll
f397f0f807cc6adbbf1514e6813b6fcd2eb5d3b81060b2864df6d4cdb4120be4  libEGL.dll
3b759d70653d95a377494a014a2abd404bc701d29a3786e5ee2fa8eb7e6043d0  libGLESv2.dll"

mkdir -p "$folder/include"
if ! (cd "$folder" && echo "$libraries" | sha256sum --check --status 2>/dev/null && test -s LICENSE); then
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	cd "$work"
	npm pack --silent "$package" >/dev/null || { echo "angle.sh: npm cannot bring $package; is there a network?" >&2; exit 1; }
	echo "$hashes" | sha256sum --check --status || { echo "angle.sh: $package is not the one this program was tested with" >&2; exit 1; }
	tar -xzf gl-8.1.6.tgz --strip-components=5 package/deps/windows/dll/x64
	tar -xzf gl-8.1.6.tgz --strip-components=2 package/angle/LICENSE
	echo "$libraries" | sha256sum --check --status || { echo "angle.sh: the libraries in $package are not the ones this program was tested with" >&2; exit 1; }
	cp d3dcompiler_47.dll libEGL.dll libGLESv2.dll LICENSE "$folder/"
fi
for headers in EGL GLES2 KHR; do
	test -d "$folder/include/$headers" || cp -rL "/usr/include/$headers" "$folder/include/"
done
