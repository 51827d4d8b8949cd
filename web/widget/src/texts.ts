import type en from "./texts/en.json";
import packed from "packed:texts";

/** Every text of the widget's own, by its name in `data-texts`. */
export type Texts = typeof en;

/** A text of a survey: one, or one a language. */
export type Localized = string | Record<string, string> | undefined;

/** The names, then the texts of each language in their order: the build packs them, because a name costs more than most texts. */
const [names, ...rows] = packed;

/** The widget's texts in a language, with the page's own in their place. `lang` is that in which they are. */
export function textsIn(language: string, replaced: Partial<Texts>): { texts: Texts; lang: string } {
  const row = rows.find(([lang]) => lang === language.toLowerCase().split("-")[0]) ?? rows[0]!;
  return { texts: { ...Object.fromEntries(names!.map((name, at) => [name, row[at]])), ...replaced } as Texts, lang: row[0]! };
}

/** A survey's text in the language asked for, by lookup as in RFC 4647: `de-CH`, `de`, then `en`, then the first. */
export function say(text: Localized, language: string): string {
  if (!text || typeof text === "string") return text || "";
  const tags = Object.keys(text);
  for (let tag = language; tag; tag = tag.replace(/-?[^-]*$/, "")) {
    const found = tags.find((known) => known.toLowerCase() === tag.toLowerCase());
    if (found) return text[found]!;
  }
  return text.en ?? text[tags[0]!] ?? "";
}

/** A text with its places filled. */
export const fill = (text: string, values: Record<string, string | number>): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
