// One figure over time with the ribbon of its intervals; what is withheld is a hatched gap and never a zero.
import { type Audience, type Row, type Scale, indicator } from "../api";
import type { Figure } from "../catalogue";
import { chart } from "../charts/chart";
import { type Length, ribbon } from "../charts/ribbon";
import { type Child, h } from "../dom";
import { digitsOf, estimate, interval, number, periodOf, shortPeriod } from "../format";
import { choice, figureColumns, later, noneShown, note, people, table, whatIsThis } from "../parts";
import { change } from "../place";
import type { Context, View } from "./view";

const lengths: Record<Length, string> = { month: "Month", quarter: "Quarter", year: "Year" };

export const trend: View = {
  name: "trend",
  title: "Trend",
  question: "How did a figure move? The ribbon is the 95% interval: where ribbons overlap much, nothing may have happened.",
  usesPeriod: false,
  show: (context) => {
    const audience = context.audiences.find((a) => a === context.parameters.get("audience")) ?? context.audiences[0]!;
    const figures = context.catalogue.figures[audience];
    const figure = figures.find((f) => f.id === context.parameters.get("indicator")) ?? figures[0]!;
    const length = (Object.keys(lengths) as Length[]).find((l) => l === context.parameters.get("interval")) ?? "month";
    const unit = context.catalogue.unitNames.has(context.parameters.get("unit") ?? "") ? context.parameters.get("unit")! : "";
    return [
      h("form", { class: "choices", onsubmit: (e: Event) => e.preventDefault() },
        choice("audience", "Who", context.audiences.map((a) => ({ value: a, text: people[a] })), audience, (value) => change({ audience: value })),
        choice("indicator", "Figure", figures.map((f) => ({ value: f.id, text: f.title })), figure.id, (value) => change({ indicator: value })),
        choice("interval", "By", (Object.keys(lengths) as Length[]).map((l) => ({ value: l, text: lengths[l] })), length, (value) => change({ interval: value })),
        choice("unit", "Unit", [{ value: "", text: "The whole organisation" }, ...context.catalogue.units.map((u) => ({ value: u.code, text: `${"\u2003".repeat(u.level - 1)}${u.name}` }))], unit, (value) => change({ unit: value || null }))),
      h("section", { class: "card", "aria-labelledby": "trend-of" }, h("h2", { id: "trend-of" }, `${figure.title}, ${people[audience].toLowerCase()}${unit ? `, ${context.catalogue.unitNames.get(unit)}` : ""}`), whatIsThis(figure.about, figure.title),
        later(series(context, audience, figure, length, unit), "the trend", audience)),
    ];
  },
};

async function series(context: Context, audience: Audience, figure: Figure, length: Length, unit: string): Promise<Child> {
  const answer = await indicator(figure.slug, { audience, measure: figure.measure, interval: length, where: unit ? [`unit:${unit}`] : null });
  const rows = answer.value;
  if (rows.length === 0) return note("There are no answers.");
  const name = (row: Row): string => shortPeriod(periodOf(row.from!, length));
  const first = rows.find((r) => r.status === "released"), last = rows.findLast((r) => r.status === "released");
  const digits = digitsOf(answer.scale);
  if (!first || !last) return noneShown(rows, tableOf(rows, answer.scale, name));
  const description = `From ${estimate(first, digits)} in ${name(first)} to ${estimate(last, digits)} (${interval(last.low, last.high, digits)}) in ${name(last)}.`;
  const hidden = rows.filter((r) => r.status !== "released").length;
  return [
    chart(`${figure.title} by ${length}`, description, (plot, width) => ribbon(plot, width, rows, answer.scale, audience, length, context.catalogue.initiatives.filter((i) => !unit || i.units.includes(unit))),
      tableOf(rows, answer.scale, name)),
    hidden > 0 ? h("p", { class: "legend" }, h("span", { class: "swatch hatched", "aria-hidden": "true" }), ` ${hidden} of ${rows.length} are not shown: withheld, or too little data.`) : null,
    audience === "customer" ? h("p", { class: "small" }, "The last point may be a period that still runs.") : h("p", { class: "small" }, "Employees' periods appear when they are released."),
  ];
}

const tableOf = (rows: Row[], scale: Scale, name: (row: Row) => string): HTMLElement => table("The trend as a table", [
  { name: "Period", isHead: true, cell: name }, ...figureColumns(scale),
  ...(rows.some((r) => r.target !== null) ? [{ name: "Target", isNumber: true, cell: (r: Row) => r.target === null ? "–" : number(r.target, 0) }] : []),
], rows, true);
