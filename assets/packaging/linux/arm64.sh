#!/bin/sh
# Starts the window for arm64 on this machine, whose processor is another: the
# libraries of Debian's arm64 are unpacked beside the machine's own, and QEMU
# emulates the processor. That proves the program and what it is linked with, not a
# graphics driver of such a machine.
#
#	arm64.sh PROGRAM DESKCTL [SCREENSHOT.png]
#
# Needs what `deps.sh screen` and `deps.sh cross` install, and the package lists.
set -eu
program=$1 deskctl=$2
shot=${3:-out/arm64.png}
here=$(dirname "$0")
root=${XDG_CACHE_HOME:-$HOME/.cache}/deputydesk/machine-arm64
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ ! -e "$root/.ready" ]; then
	mkdir -p "$root" "$work/state/lists/partial" "$work/cache/archives/partial"
	: >"$work/status"
	cat >"$work/apt.conf" <<END
APT::Architecture "arm64";
APT::Architectures { "arm64"; };
APT::Sandbox::User "root";
Acquire::Languages "none";
Dir::State "$work/state";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
END
	export APT_CONFIG="$work/apt.conf"
	apt-get update -qq
	apt-get install -y -qq --no-install-recommends --download-only libc6 libgl1 libgl1-mesa-dri libglx-mesa0 libegl1 libegl-mesa0 \
		libgles2 libx11-6 libxcursor1 libxrandr2 libxinerama1 libxi6 libxrender1 libxext6 libxxf86vm1 >/dev/null
	for deb in "$work"/cache/archives/*.deb; do dpkg-deb -x "$deb" "$root"; done
	unset APT_CONFIG
	touch "$root/.ready"
fi
qemu-aarch64-static "$deskctl" demo "$work/demo" >/dev/null
test -s "$work/demo/sheet.pdf"
cat >"$work/window" <<END
#!/bin/sh
export LIBGL_ALWAYS_SOFTWARE=1
exec qemu-aarch64-static -L "$root" "$program" "\$@"
END
chmod +x "$work/window"
sh "$here/../smoke.sh" "$work/window" "$shot"
echo "arm64: the demonstration done and the window drawn on an emulated processor ($shot)"
