// Bundles the widget into the one file that the service serves as /widget.js. The file is committed, because the service is built without Node; the
// same sources give the same bytes, and CI compares them.
import { build } from "esbuild";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { plugins } from "./plugins.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, "../../src/Feedback.Api/Pages/widget.js"));
const limit = 12_000;
const { version } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));

const result = await build({
  absWorkingDir: here,
  entryPoints: ["src/main.ts"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  define: { VERSION: JSON.stringify(version) },
  // Names of members that never leave the file: neither the page, the browser, the service nor the storage knows them.
  mangleProps: /^(alone|beacon|changed|draft|drop|element|fault|faultCode|fields|flush|hide|isOpen|isSendable|item|kept|later|place|post|put|read|resume|say|seconds|setBusy|show|speak|storage|tell|write)$/,
  plugins,
  write: false,
});

const text = `/* Feedback ${version}, MIT */\n${result.outputFiles[0].text}`;
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, text);
const gzipped = gzipSync(text, { level: 9 }).length;
console.log(`widget: ${Buffer.byteLength(text)} bytes, ${gzipped} gzipped, ${brotliCompressSync(text).length} with brotli (limit ${limit} gzipped)`);
if (gzipped >= limit) process.exit(1);
