// What the sources import that is no TypeScript: style sheets and the texts.
import { transform } from "esbuild";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const texts = join(dirname(fileURLToPath(import.meta.url)), "src/texts");
const languages = ["en", "de", "fr", "es"];

/** Style sheets become texts, without what people need to read them. */
const styles = {
  name: "styles",
  setup: ({ onLoad }) => onLoad({ filter: /\.css$/ }, async ({ path }) => ({
    contents: (await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: ["chrome109", "firefox115", "safari16.4"] })).code.trim()
      // esbuild leaves custom properties as they are; an empty one keeps its blank.
      .replace(/(--[\w-]+: (?!;)|, )/g, (part) => part.trim()),
    loader: "text",
  })),
};

/** The names of the texts and the texts of each language, as rows; the first of a row is the language. Every language has to have every name. */
function packed() {
  const all = languages.map((language) => ({ lang: language, ...JSON.parse(readFileSync(join(texts, `${language}.json`), "utf8")) }));
  const names = Object.keys(all[0]);
  for (const one of all) {
    if (String(Object.keys(one)) !== String(names)) throw new Error(`${one.lang}.json has other names than en.json, or another order`);
    if (Object.values(one).some((text) => !text || /[|\n]/.test(text))) throw new Error(`${one.lang}.json has a text that is empty or holds | or a line break`);
  }
  const rows = [names, ...all.map(Object.values)].map((row) => row.join("|")).join("\n");
  return `export default ${JSON.stringify(rows)}.split("\\n").map(row => row.split("|"))`;
}

const pack = {
  name: "texts",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^packed:texts$/ }, ({ path }) => ({ path, namespace: "packed" }));
    onLoad({ filter: /.*/, namespace: "packed" }, () => ({ contents: packed(), loader: "js" }));
  },
};

export const plugins = [styles, pack];
