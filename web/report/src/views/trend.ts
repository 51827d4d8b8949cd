// One figure over time with the ribbon of its intervals; what is withheld is a hatched gap and never a zero.
import type { PlotOptions } from "@observablehq/plot";
import { type Audience, type Row, type Scale, indicator } from "../api";
import type { Figure } from "../catalogue";
import { type Plot, chart } from "../charts/chart";
import { type Child, h } from "../dom";
import { digitsOf, estimate, interval, number, periodOf, shortPeriod } from "../format";
import { choice, figureColumns, later, note, people, table, whatIsThis } from "../parts";
import { change } from "../place";
import type { Context, View } from "./view";

type Length = "month" | "quarter" | "year";
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
  const description = first && last ? `From ${estimate(first, digits)} in ${name(first)} to ${estimate(last, digits)} (${interval(last.low, last.high, digits)}) in ${name(last)}.` : "No figure is shown.";
  const hidden = rows.filter((r) => r.status !== "released").length;
  return [
    chart(`${figure.title} by ${length}`, description, (plot, width) => drawing(plot, width, context, rows, answer.scale, audience, length, unit),
      tableOf(rows, answer.scale, name)),
    hidden > 0 ? h("p", { class: "legend" }, h("span", { class: "swatch hatched", "aria-hidden": "true" }), ` ${hidden} of ${rows.length} are not shown: withheld, or too little data.`) : null,
    audience === "customer" ? h("p", { class: "small" }, "The last point may be a period that still runs.") : h("p", { class: "small" }, "Employees' periods appear when they are released."),
  ];
}

const tableOf = (rows: Row[], scale: Scale, name: (row: Row) => string): HTMLElement => table("The trend as a table", [
  { name: "Period", isHead: true, cell: name }, ...figureColumns(scale),
  ...(rows.some((r) => r.target !== null) ? [{ name: "Target", isNumber: true, cell: (r: Row) => r.target === null ? "–" : number(r.target, 0) }] : []),
], rows, true);

function drawing(plot: Plot, width: number, context: Context, rows: Row[], scale: Scale, audience: Audience, length: Length, unit: string): PlotOptions {
  const points = rows.map((r) => ({ ...r, start: new Date(`${r.from}T00:00:00Z`), end: new Date(`${r.to}T00:00:00Z`), at: middle(r) }));
  const shown = points.filter((p) => p.status === "released" && p.estimate !== null);
  const lows = shown.map((p) => Math.min(p.low!, p.target ?? p.low!)), highs = shown.map((p) => Math.max(p.high!, p.target ?? p.high!));
  // At least a fifth of the scale is seen, so that noise does not look like a mountain.
  const span = (scale.high - scale.low) / 5, [low, high] = shown.length > 0 ? [Math.min(...lows), Math.max(...highs)] : [scale.low, scale.high];
  const room = Math.max(0, span - (high - low)) / 2 + span / 10;
  const domain = [Math.max(scale.low, low - room), Math.min(scale.high, high + room)];
  const initiatives = context.catalogue.initiatives.filter((i) => (!unit || i.units.includes(unit)) && new Date(i.from) >= points[0]!.start && new Date(i.from) <= points.at(-1)!.end);
  return {
    height: width < 500 ? 280 : 360, marginLeft: 44, marginRight: 16, marginTop: initiatives.length > 0 ? 18 + 16 * initiatives.length : 18, marginBottom: 34,
    x: { type: "utc", label: null, domain: [points[0]!.start, points.at(-1)!.end], ticks: width < 500 ? 4 : 8, grid: false },
    y: { domain, label: null, grid: true, nice: true, ticks: 6, tickFormat: (v: number) => number(v, scale.high <= 1 ? 1 : 0) },
    marks: [
      plot.rect(points.filter((p) => p.status !== "released"), { x1: "start", x2: "end", y1: domain[0], y2: domain[1], fill: "url(#hatch)", className: "gap" }),
      plot.ruleX(initiatives, { x: (i) => new Date(`${i.from}T00:00:00Z`), className: "initiative", strokeDasharray: "2,3" }),
      initiatives.map((i, at) => plot.text([i], { x: () => new Date(`${i.from}T00:00:00Z`), text: () => `${i.title} begins`, frameAnchor: "top", dy: -4 - 16 * at, textAnchor: "start", lineAnchor: "bottom", className: "initiative-name" })),
      points[0]!.target === null ? null : [plot.ruleY([points[0]!.target], { className: "target", strokeDasharray: "6,4" }),
        plot.text([points[0]!.target], { y: (v: number) => v, frameAnchor: "right", dy: -8, text: (v: number) => `Target ${number(v, 0)}`, className: "target-name" })],
      plot.areaY(points, { x: "at", y1: "low", y2: "high", className: `ribbon ${audience}`, curve: "linear" }),
      plot.ruleX(shown, { x: "at", y1: "low", y2: "high", className: `whisker ${audience}` }),
      plot.link(pairs(points), { x1: (d) => d[0].at, x2: (d) => d[1].at, y1: (d) => d[0].estimate, y2: (d) => d[1].estimate, className: `line ${audience}` }),
      plot.dot(shown, { x: "at", y: "estimate", r: length === "month" ? 3.5 : 4.5, className: `dots ${audience}`, title: (p) => `${shortPeriod(periodOf(p.from!, length))}: ${estimate(p, digitsOf(scale))} (${interval(p.low, p.high, digitsOf(scale))})` }),
    ],
  };
}

const middle = (row: Row): Date => new Date((Date.parse(`${row.from}T00:00:00Z`) + Date.parse(`${row.to}T00:00:00Z`)) / 2);

/** Neighbours of which both are shown; across a gap there is no line. */
const pairs = <T extends Row>(rows: T[]): [T, T][] => rows.slice(1).map((r, i): [T, T] => [rows[i]!, r]).filter(([a, b]) => a.estimate !== null && b.estimate !== null);
