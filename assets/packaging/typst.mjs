// Compiles a Typst source with the fonts of the paper: node typst.mjs IN OUT.
// The compiler is the npm package; press.sh installs it beside this call.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const fonts = resolve(dirname(fileURLToPath(import.meta.url)), "..", "fonts");
const require = createRequire(resolve(process.env.DESK_NODE ?? ".", "node_modules", "x.js"));
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
const [source, out] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: dirname(resolve(source)), fontArgs: [{ fontPaths: [fonts, resolve(fonts, "gpl")] }] });
writeFileSync(out, compiler.pdf({ mainFileContent: readFileSync(source, "utf8") }));
