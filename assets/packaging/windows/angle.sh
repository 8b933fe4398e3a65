#!/bin/sh
# Brings what a build through ANGLE needs into FOLDER: its two libraries and
# licence out of the npm package gl, and the EGL and GLES headers of this system.
# Every file is compared with the hash below; what is there already is kept.
#
#	angle.sh FOLDER
#
# The package also has Microsoft's d3dcompiler_47.dll. It is part of Windows since
# 8.1 and stays out: a copy of another age beside the program would be taken first.
set -eu
folder=$1
package=gl@8.1.6
hashes="d1cb2650b57481b3846373777c6a1e535bf3fcda525df20f077b3a479f9ca177  gl-8.1.6.tgz"
libraries="f397f0f807cc6adbbf1514e6813b6fcd2eb5d3b81060b2864df6d4cdb4120be4  libEGL.dll
3b759d70653d95a377494a014a2abd404bc701d29a3786e5ee2fa8eb7e6043d0  libGLESv2.dll"

mkdir -p "$folder/include"
if ! (cd "$folder" && echo "$libraries" | sha256sum --check --status 2>/dev/null && test -s LICENSE); then
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	cd "$work"
	npm pack --silent "$package" >/dev/null || { echo "angle.sh: npm cannot bring $package; is there a network?" >&2; exit 1; }
	echo "$hashes" | sha256sum --check --status || { echo "angle.sh: $package is not the one this program was tested with" >&2; exit 1; }
	tar -xzf gl-8.1.6.tgz --strip-components=5 package/deps/windows/dll/x64/libEGL.dll package/deps/windows/dll/x64/libGLESv2.dll
	tar -xzf gl-8.1.6.tgz --strip-components=2 package/angle/LICENSE
	echo "$libraries" | sha256sum --check --status || { echo "angle.sh: the libraries in $package are not the ones this program was tested with" >&2; exit 1; }
	cp libEGL.dll libGLESv2.dll LICENSE "$folder/"
fi
for headers in EGL GLES2 KHR; do
	test -d "$folder/include/$headers" || cp -rL "/usr/include/$headers" "$folder/include/"
done
