// Bundles the page into the service's folder wwwroot/report: hashed names, so that browsers may keep files for ever; index.html names them.
import { build } from "esbuild";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(here, "../../src/Feedback.Api/wwwroot/report");
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const result = await build({
  absWorkingDir: here,
  entryPoints: { app: "src/main.ts", style: "src/style.css", icon: "src/icon.svg" },
  outdir: target,
  bundle: true,
  minify: true,
  splitting: true,
  format: "esm",
  target: ["chrome109", "firefox115", "safari16"],
  loader: { ".svg": "copy" },
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  legalComments: "none",
  metafile: true,
});

// Each entry's file, by the file it was made from.
const made = Object.fromEntries(Object.entries(result.metafile.outputs).filter(([, o]) => o.entryPoint || Object.keys(o.inputs).length === 1)
  .map(([path, o]) => [o.entryPoint ?? Object.keys(o.inputs)[0], relative(target, resolve(here, path))]));
// What the page will need right away; the charts come when a view asks for them.
const entry = Object.entries(result.metafile.outputs).find(([, o]) => o.entryPoint === "src/main.ts")[1];
const preload = entry.imports.filter((i) => i.kind === "import-statement").map((i) => `  <link rel="modulepreload" href="report/${relative(target, resolve(here, i.path))}">\n`);
// Their licences ask that the notices go with every copy.
const packages = [...new Set(Object.keys(result.metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))].sort();
const notices = "The report page is made with these packages.\n\n" + packages.map((name) => {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((f) => /^(licen[cs]e|copying)/i.test(f));
  if (!file) throw new Error(`${name} has no licence file; say where its notice stands`);
  return `${name} ${version}, ${license}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}).join(`\n${"-".repeat(80)}\n\n`);
const licences = `licences-${createHash("sha256").update(notices).digest("hex").slice(0, 8).toUpperCase()}.txt`;
writeFileSync(join(target, licences), notices);

const page = readFileSync(join(here, "src/index.html"), "utf8")
  .replace("%STYLE%", `report/${made["src/style.css"]}`)
  .replace("%ICON%", `report/${made["src/icon.svg"]}`)
  .replace("%LICENCES%", `report/${licences}`)
  .replace("%APP%", `report/${made["src/main.ts"]}`)
  .replace("%PRELOAD%\n", preload.join(""));
writeFileSync(join(target, "index.html"), page);

let gzipped = 0, brotli = 0;
for (const name of readdirSync(target)) {
  const bytes = readFileSync(join(target, name));
  gzipped += gzipSync(bytes, { level: 9 }).length;
  brotli += brotliCompressSync(bytes).length;
}
const limit = 150 * 1024;
console.log(`report page: ${readdirSync(target).length} files, ${(gzipped / 1024).toFixed(1)} KB gzipped, ${(brotli / 1024).toFixed(1)} KB with brotli (limit ${limit / 1024} KB gzipped)`);
if (gzipped > limit) process.exit(1);
