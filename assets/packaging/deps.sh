#!/bin/sh
# Installs what is missing to build the window (`deps.sh build`), to show it on
# a screen of its own (`screen`), to type on it with an input method (`ime`), to
# examine papers (`papers`), to watch what a program asks of the system (`trace`),
# to pack the programs and look packages over (`packages`), to build them for
# arm64 elsewhere (`cross`) or for Windows (`windows`), or to try those here (`wine`). It names the packages before it
# uses root, and on a system it does not know it stops with one sentence.
set -eu

libraries="gl x11 xcursor xrandr xinerama xi xxf86vm"
build="gcc libc6-dev pkg-config libgl-dev libx11-dev libxcursor-dev libxrandr-dev libxinerama-dev libxi-dev libxxf86vm-dev"
papers="poppler-utils qpdf mupdf-tools default-jre-headless libpdfbox2-java libbcprov-java libbcmail-java libactivation-java libjaxb-api-java libcommons-logging-java"
trace="strace util-linux"
packing="dpkg-dev xz-utils binutils desktop-file-utils appstream shared-mime-info shellcheck lintian libglib2.0-bin"
cross="gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user-static"
windows="gcc-mingw-w64-x86-64 libegl-dev libgles-dev npm nsis wixl msitools osslsigncode openssl"
screen="xvfb xauth xdotool imagemagick libgl1-mesa-dri openbox x11-utils"
ime="$screen fcitx5 fcitx5-pinyin dbus-daemon wmctrl"
wine="$ime wine64 gcc-mingw-w64-x86-64 msitools nsis unzip poppler-utils xclip fontconfig"

have() { command -v "$1" >/dev/null 2>&1; }

ready() {
	case $1 in
	build)
		case $(uname -s) in
		Linux) have cc || have gcc || return 1; have pkg-config && pkg-config --exists $libraries ;;
		Darwin) have clang ;;
		*) have gcc ;;
		esac ;;
	screen) have Xvfb && have xdotool && have import && have openbox ;;
	ime) ready screen && have fcitx5 && have dbus-run-session && have wmctrl && have xprop && test -e /usr/share/fcitx5/addon/pinyin.conf ;;
	papers) have pdftotext && have qpdf && have mutool && have java && test -e /usr/share/java/preflight.jar ;;
	trace) have strace && have unshare ;;
	packages) have dpkg-deb && have dpkg-shlibdeps && have xz && have objdump && have desktop-file-validate && have appstreamcli && have update-mime-database && have shellcheck && have lintian && have gio ;;
	cross) have aarch64-linux-gnu-gcc && have qemu-aarch64-static ;;
	windows) have x86_64-w64-mingw32-windres && have makensis && have wixl && have msibuild && have osslsigncode && have npm && test -d /usr/include/GLES2 && test -d /usr/include/EGL ;;
	wine) ready ime && test -x /usr/lib/wine/wine64 && have xclip && have makensis && have fc-scan && have x86_64-w64-mingw32-gcc && have msiinfo && have unzip && have pdftotext ;;
	*) echo "deps.sh: $1: want build, screen, ime, papers, trace, packages, cross, windows or wine" >&2; exit 2 ;;
	esac
}

ready "$1" && exit 0
case $1 in build) packages=$build ;; screen) packages=$screen ;; papers) packages=$papers ;; ime) packages=$ime ;; trace) packages=$trace ;; packages) packages=$packing ;; cross) packages=$cross ;; windows) packages=$windows ;; wine) packages=$wine ;; esac
if ! have apt-get; then
	echo "This system has no apt-get: please install what these Debian packages hold, then try again: $packages" >&2
	exit 1
fi
as=""
if [ "$(id -u)" != 0 ]; then
	have sudo || { echo "Root is needed to install, and there is no sudo: please run as root: apt-get install $packages" >&2; exit 1; }
	as=sudo
fi
echo "Installing with root: $packages"
$as apt-get update -qq
$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
ready "$1" || { echo "Installed, but something is still missing of: $packages" >&2; exit 1; }
