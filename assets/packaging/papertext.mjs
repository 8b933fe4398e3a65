// Looks for every line of a text in a paper as a reader copies it out, white
// space and page numbers aside: node papertext.mjs EXPECTED.txt PAPER.pdf|.txt
// A .pdf is read with pdf.js; a .txt is what another reader printed, its pages
// separated by form feeds. Fails with the number of lines that are not there.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const [expected, paper] = process.argv.slice(2);
const bare = (s) => s.replace(/\s+/gu, "");

async function pages(file) {
	if (file.endsWith(".txt")) return readFileSync(file, "utf8").split("\f");
	const require = createRequire(resolve(process.env.DESK_NODE ?? ".", "node_modules", "x.js"));
	const pdfjs = require("pdfjs-dist/legacy/build/pdf.js");
	const doc = await pdfjs.getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false, verbosity: 0 }).promise;
	const all = [];
	for (let n = 1; n <= doc.numPages; n++) {
		const content = await (await doc.getPage(n)).getTextContent();
		all.push(content.items.map((i) => i.str).join(""));
	}
	return all;
}

const text = (await pages(paper)).map((p) => bare(p).replace(/—(\d+|[IVXLC]+)—$/u, "")).join("");
const lines = readFileSync(expected, "utf8").split("\n").map(bare).filter(Boolean);
const missing = lines.filter((l) => !text.includes(l));
console.log(`${paper}: ${lines.length - missing.length} of ${lines.length} lines verbatim`);
if (missing.length > 0) {
	console.error(`first missing: ${missing[0]}`);
	process.exit(1);
}
