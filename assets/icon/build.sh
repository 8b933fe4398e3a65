#!/bin/sh
# Makes the PNG pictures of the icon from icon.svg, with rsvg-convert
# (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for size in 16 32 48 64 128 256 512; do
	rsvg-convert -w "$size" -h "$size" icon.svg -o "icon-$size.png"
done
