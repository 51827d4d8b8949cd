// What all views are made of: a figure in words, its interval as a bar, refusals, explanations, tables, choices.
import { type Audience, Refusal, type Row, type Scale } from "./api";
import type { Figure, Indicator } from "./catalogue";
import { type Child, append, h, hidden, newId, replace, s } from "./dom";
import { digitsOf, estimate, interval, number, statusText, statusWord, whole } from "./format";

export const people: Record<Audience, string> = { customer: "Customers", employee: "Employees" };

/** What a refusal means to somebody who reads figures. */
export function refusalText(problem: unknown, audience?: Audience): string {
  const whose = audience ? people[audience].toLowerCase() : "this audience";
  if (!(problem instanceof Refusal)) return "The page could not show this. That is a mistake of the page; please tell whoever runs it.";
  if (problem.code === "period_not_released") return `The figures of ${whose} for this period are not released yet. Employees' figures are shown when their period was closed and audited, not before.`;
  if (problem.code === "forbidden_audience") return `The key is for the other audience: it may not see the figures of ${whose}. Whoever gave you the key can give you another one.`;
  if (problem.status === 401) return "The key is not known, was revoked, or has expired.";
  if (problem.status === 403) return "The key may not read figures. Ask for a key with the scope “read”.";
  if (problem.status === 503) return "The service is busy or its store cannot be read now. Please try again in a moment.";
  if (problem.status === 0) return "The service cannot be reached. Is it running, and are you connected?";
  if (problem.status === 429) return "Too many requests in a short time. Please try again in a moment.";
  return `The service refused this (${problem.status}): ${problem.detail || "no reason given"}`;
}

/** Why there is nothing of an audience; the service does not say which of the two it is. */
export const unseenText = (audience: Audience): string =>
  `This key sees no survey of ${people[audience].toLowerCase()}: there is none, or the key is for the other audience. Whoever gave you the key can tell.`;

export const note = (...text: Child[]): HTMLElement => h("p", { class: "note" }, ...text);

/** A place that says it is loading, then shows what came, or why nothing came. */
export function later(work: Promise<Child>, what: string, audience?: Audience): HTMLElement {
  const place = h("div", { class: "later", "aria-busy": "true" }, h("p", { class: "loading" }, `Loading ${what}…`));
  work.then((content) => replace(place, content), (problem: unknown) => {
    if (!(problem instanceof Refusal)) console.error(problem);
    replace(place, h("p", { class: "note refusal", role: problem instanceof Refusal && problem.status === 404 ? null : "alert" }, refusalText(problem, audience)));
  }).finally(() => place.removeAttribute("aria-busy"));
  return place;
}

/** What a figure is: title, question, formula, source and what it is not for, as the service publishes them. */
export const whatIsThis = (about: Indicator, name = about.title): HTMLElement => h("details", { class: "what" },
  h("summary", {}, "What is this?", hidden(` ${name}`)),
  h("div", { class: "what-text" },
    h("p", {}, h("strong", {}, about.question)),
    h("p", {}, h("span", { class: "label" }, "Formula "), about.formula),
    h("p", {}, h("span", { class: "label" }, "Source "), about.source),
    h("p", {}, h("span", { class: "label" }, "Caution "), about.caveat)));

/** The hatched mark of what is not shown, with its word. */
export const notShown = (status: Row["status"]): HTMLElement => h("span", { class: "not-shown", title: statusText[status] }, statusWord[status]);

/** The figure with interval and n in one line of text. */
export function figureText(row: Row, scale: Scale): Child {
  if (row.status !== "released" || row.estimate === null) return notShown(row.status === "released" ? "undefined" : row.status);
  const digits = digitsOf(scale);
  return h("span", { class: "figure" }, h("b", {}, estimate(row, digits)), h("span", { class: "range" }, ` (${interval(row.low, row.high, digits)})`));
}

export interface Mark { low: number | null; high: number | null; at: number | null; target?: number | null; zero?: boolean; audience?: Audience | null }

/** An interval on its scale: a bar from limit to limit, a point at the estimate, a notch at the target. */
export function bar(mark: Mark, scale: Scale, title: string): SVGSVGElement {
  const x = (value: number): number => Math.min(100, Math.max(0, (value - scale.low) / (scale.high - scale.low) * 100));
  const at = (value: number): string => `${x(value)}%`;
  const drawing = s("svg", { class: `bar ${mark.audience ?? ""}`, role: "img", "aria-label": title, width: "100%", height: 26 });
  append(drawing, [s("line", { class: "axis", x1: "0%", x2: "100%", y1: 13, y2: 13 })]);
  if (mark.zero || scale.low < 0) append(drawing, [s("line", { class: "zero", x1: at(0), x2: at(0), y1: 4, y2: 22 })]);
  if (mark.target !== null && mark.target !== undefined) append(drawing, [s("line", { class: "target", x1: at(mark.target), x2: at(mark.target), y1: 1, y2: 25 })]);
  if (mark.low !== null && mark.high !== null) append(drawing, [s("rect", { class: "range", x: at(mark.low), y: 6, width: `${Math.max(0.4, x(mark.high) - x(mark.low))}%`, height: 14, rx: 2 })]);
  if (mark.at !== null) append(drawing, [s("line", { class: "point", x1: at(mark.at), x2: at(mark.at), y1: 3, y2: 23 })]);
  return drawing;
}

export interface Column<T> { name: string; cell: (row: T) => Child; isNumber?: boolean; isHead?: boolean }

/** A wide table scrolls inside its own place; only where it does is the place a stop for the keyboard. */
export function scrolling(label: string, content: HTMLElement): HTMLElement {
  const place = h("div", { class: "table" }, content);
  const sizes = new ResizeObserver(() => {
    const scrolls = place.scrollWidth > place.clientWidth;
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", label]] as const) {
      if (scrolls) place.setAttribute(name, value);
      else place.removeAttribute(name);
    }
  });
  sizes.observe(place);
  sizes.observe(content);
  return place;
}

/**
 * A table with a caption and headings that say what they are headings of. One that stacks puts its cells below each other on a
 * phone, each with its heading; its roles are said, because a table that is laid out in another way stops being one.
 */
export function table<T>(caption: string, columns: Column<T>[], rows: T[], hidesCaption = false, stacks = false): HTMLElement {
  const role = (name: string): string | null => stacks ? name : null;
  return scrolling(caption, h("table", { class: stacks ? "stack" : null, role: role("table") },
    h("caption", { class: hidesCaption ? "visually-hidden" : null }, caption),
    h("thead", { role: role("rowgroup") }, h("tr", { role: role("row") }, columns.map((c) => h("th", { scope: "col", role: role("columnheader"), class: c.isNumber ? "number" : null }, c.name)))),
    h("tbody", { role: role("rowgroup") }, rows.map((row) => h("tr", { role: role("row") }, columns.map((c) => c.isHead
      ? h("th", { scope: "row", role: role("rowheader") }, c.cell(row))
      : h("td", { role: role("cell"), class: c.isNumber ? "number" : null, "data-label": stacks ? c.name : null }, c.cell(row))))))));
}

export const disclosure = (title: string, ...content: Child[]): HTMLElement => h("details", { class: "more" }, h("summary", {}, title), ...content);

/** In place of a drawing of nothing: it says that there is nothing, and has the rows. */
export const noneShown = (rows: Row[], tableOfThem: HTMLElement): Child => {
  const status = rows.every((r) => r.status === rows[0]!.status) ? rows[0]!.status : "withheld";
  return [h("p", { class: "absent" }, notShown(status), " ", h("span", { class: "note" }, `In none of the ${rows.length} periods is there a figure that may be shown. ${statusText[status]}`)), disclosure("The same as a table", tableOfThem)];
};

/** Columns that every table of rows has. */
export const figureColumns = (scale: Scale): Column<Row>[] => [
  { name: "Figure", isNumber: true, cell: (r) => r.status === "released" && r.estimate !== null ? estimate(r, digitsOf(scale)) : notShown(r.status === "released" ? "undefined" : r.status) },
  { name: "95% interval", isNumber: true, cell: (r) => r.low === null ? "–" : interval(r.low, r.high, digitsOf(scale)) },
  { name: "n", isNumber: true, cell: (r) => r.n === null ? "–" : whole(r.n) },
];

/** A labelled choice; calls back with the value. */
export function choice(id: string, label: string, options: { value: string; text: string; group?: string }[], value: string, chosen: (value: string) => void): HTMLElement {
  const select = h("select", { id, onchange: () => chosen(select.value) });
  for (const group of new Set(options.map((o) => o.group))) {
    const own = options.filter((o) => o.group === group).map((o) => h("option", { value: o.value, selected: o.value === value }, o.text));
    append(select, group === undefined ? own : [h("optgroup", { label: group }, ...own)]);
  }
  return h("div", { class: "choice" }, h("label", { for: id }, label), select);
}

/** Whether a target is reached, in a sign and in words. */
export function targetText(row: Row, scale: Scale): Child {
  if (row.target === null) return null;
  const wanted = number(row.target, Number.isInteger(row.target) ? 0 : digitsOf(scale));
  const [sign, word] = row.reached === "yes" ? ["✓", "reached"] : row.reached === "no" ? ["✗", "missed"] : row.reached === "unclear" ? ["?", "unclear: the interval holds it"] : ["–", "no figure to hold it against"];
  return h("span", { class: `target-text ${row.reached ?? "none"}` }, h("span", { class: "sign", "aria-hidden": "true" }, sign), ` Target ${wanted} ${word}`);
}

/** A figure's heading with its explanation. */
export const figureHead = (figure: Figure, level: "h3" | "h4" = "h3"): HTMLElement => h("div", { class: "figure-head" }, h(level, { id: newId("figure") }, figure.title), whatIsThis(figure.about, figure.title));
