#!/bin/sh
# Examines the press with other people's programs, as far as they are here: a
# volume of 300 proposals is read back by poppler, MuPDF and pdf.js, checked by
# qpdf and, as 归档版, by PDFBox Preflight; two runs give the same bytes; and it
# is set against Typst and LibreOffice (promised 3 and 8 times less CPU; held to
# a third of that, since other work may share the machine). npm fetches pdf.js and the Typst
# compiler, pinned below; without npm they are left out, and the log says so.
#
#	press.sh DESKCTL
set -eu
deskctl=$1
here=$(dirname "$0")
out=out/press
rm -rf "$out"
mkdir -p "$out"
export DESK_NODE="$out/node"

"$deskctl" bench press --rare --proposals 300 -o "$out/volume.pdf" --text "$out/volume.want" >/dev/null
"$deskctl" bench press --rare --proposals 300 -o "$out/again.pdf" >/dev/null
cmp "$out/volume.pdf" "$out/again.pdf"
rm "$out/again.pdf"
"$deskctl" bench press --rare --proposals 300 --archive -o "$out/archive.pdf" >/dev/null
for f in volume archive; do
	qpdf --check "$out/$f.pdf" >"$out/qpdf.log" || { cat "$out/qpdf.log"; exit 1; }
done

jars=/usr/share/java
if [ -e $jars/preflight.jar ]; then
	path=$(for j in preflight pdfbox2 fontbox2 xmpbox commons-logging bcprov javax.activation jaxb-api; do printf '%s/%s.jar:' $jars $j; done)
	java -cp "$path" org.apache.pdfbox.preflight.Validator_A1b "$out/archive.pdf"
else
	echo "PDFBox Preflight is not installed: PDF/A-1b not asked"
fi

if command -v npm >/dev/null 2>&1; then
	npm install --silent --ignore-scripts --omit=optional --no-audit --no-fund --prefix "$DESK_NODE" pdfjs-dist@3.11.174
	npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$DESK_NODE" @myriaddreamin/typst-ts-node-compiler@0.7.0
	node "$here/papertext.mjs" "$out/volume.want" "$out/volume.pdf"
	pdftotext -raw "$out/volume.pdf" "$out/poppler.txt"
	node "$here/papertext.mjs" "$out/volume.want" "$out/poppler.txt"
	if command -v mutool >/dev/null 2>&1; then
		mutool draw -q -F text -o "$out/mupdf.txt" "$out/volume.pdf"
		node "$here/papertext.mjs" "$out/volume.want" "$out/mupdf.txt"
	fi
	"$deskctl" bench press --proposals 300 --typst "node $here/typst.mjs" --typst-ratio 1 --office-ratio 2.7
else
	echo "npm is not here: pdf.js and Typst not asked"
	"$deskctl" bench press --proposals 300 --office-ratio 2.7
fi
"$deskctl" bench press --proposals 3000 --ours --most-mb 500
