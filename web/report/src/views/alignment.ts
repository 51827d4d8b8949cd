// Do employees, customers and the company go together over units: four numbers that must be read together, and the units themselves.
import type { PlotOptions } from "@observablehq/plot";
import { type Answer, type Row, type Value, indicator } from "../api";
import { type Plot, chart } from "../charts/chart";
import { type Child, h } from "../dom";
import { interval, number, period, statusText, whole } from "../format";
import { bar, choice, later, note, notShown, table, whatIsThis } from "../parts";
import { isReleased, periodQuery } from "../periods";
import { change } from "../place";
import type { Context, View } from "./view";

/** Measures of which a unit has a mean score, and the slug that serves the mean; of shares the mean stands beside. */
export const scores: Record<string, { slug: string; mean?: string }> = {
  engagement: { slug: "engagement" }, trust: { slug: "trust" }, readiness: { slug: "change-readiness" }, purpose: { slug: "purpose" },
  satisfaction: { slug: "satisfaction", mean: "mean" }, effort: { slug: "effort" },
};

const correlation = { low: -1, high: 1 };

export const alignment: View = {
  name: "alignment",
  title: "Alignment",
  question: "Do units with better employee experience have better customer experience, and does one follow the other?",
  usesPeriod: true,
  show: (context) => {
    if (context.audiences.length < 2) return note("This needs a key that sees both audiences, and surveys of both.");
    const about = context.catalogue.indicators.get("alignment")!;
    const own = (audience: "employee" | "customer"): string[] => Object.keys(scores).filter((m) => context.catalogue.figures[audience].some((f) => f.slug === scores[m]!.slug));
    if (own("employee").length === 0 || own("customer").length === 0) return note("The surveys ask no score of both audiences that could be held against each other.");
    const [measure, other] = [pick(own("employee"), context.parameters.get("measure"), "engagement"), pick(own("customer"), context.parameters.get("with"), "satisfaction")];
    const title = (m: string): string => context.catalogue.indicators.get(scores[m]!.slug)?.title ?? m;
    return [
      h("form", { class: "choices", onsubmit: (e: Event) => e.preventDefault() },
        choice("measure", "Employees'", own("employee").map((m) => ({ value: m, text: title(m) })), measure, (value) => change({ measure: value })),
        choice("with", "Customers'", own("customer").map((m) => ({ value: m, text: title(m) })), other, (value) => change({ with: value }))),
      h("section", { class: "card", "aria-labelledby": "four" }, h("h2", { id: "four" }, "Four numbers, over all periods"), whatIsThis(about), later(indicator("alignment", { audience: "employee", measure, with: other }).then((a) => fourNumbers(a.value[0]!)), "the four numbers")),
      h("section", { class: "card", "aria-labelledby": "scatter" }, h("h2", { id: "scatter" }, `The units in ${period(context.period)}`),
        isReleased(context.catalogue, context.period) ? later(scatter(context, measure, other, title), "the units") : note("Employees' figures of this period are not released; choose an earlier one.")),
    ];
  },
};

const pick = (all: string[], asked: string | null, usual: string): string => all.find((m) => m === asked) ?? all.find((m) => m === usual) ?? all[0]!;
const figure = (value: Value | undefined): number | null => typeof value === "number" ? value : null;

/** Between, within, lagged, lagged at an equal present: the first must never stand alone. */
export function fourNumbers(row: Row): Child {
  if (row.status !== "released" && row.estimate === null && row.components.withinR === null) return h("p", {}, notShown(row.status), ` ${statusText[row.status]}`);
  const c = row.components;
  const numbers: [string, string, number | null, number | null, number | null, boolean][] = [
    ["Between units", "Units where employees are better off: do their customers fare better?", row.estimate, row.low, row.high, true],
    ["Within units", "When a unit gets better for employees, does it get better for customers in the same period?", figure(c.withinR), figure(c.withinLow), figure(c.withinHigh), true],
    ["Lagged", "Do units with better employee experience have better customer experience one period later?", figure(c.laggedR), figure(c.laggedRLow), figure(c.laggedRHigh), true],
    ["Lagged, at an equal present", "Points of customers' next figure for each point of employees', where customers' present figure is the same. A slope, not a correlation.", figure(c.laggedSlope), figure(c.laggedSlopeLow), figure(c.laggedSlopeHigh), false],
  ];
  return [
    h("ul", { class: "numbers" }, numbers.map(([name, text, at, low, high, isCorrelation]) => h("li", {}, h("h3", {}, name),
      at === null ? h("p", {}, notShown("insufficient")) : [
        h("p", { class: "big" }, number(at, 2)), h("p", { class: "beside" }, interval(low, high, 2)),
        isCorrelation ? bar({ low, high, at, zero: true }, correlation, `${name}: ${number(at, 2)}, 95% interval ${interval(low, high, 2)}, from −1 to 1`) : null],
      h("p", { class: "small" }, text)))),
    h("p", { class: "small" }, `${whole(row.n)} units (as good as ${number(figure(c.effectiveUnits))} of equal size), ${whole(figure(c.unitWaves))} pairs of unit and period, ${whole(figure(c.laggedN))} of consecutive periods.`),
  ];
}

interface Point { unit: string; name: string; x: number; xLow: number | null; xHigh: number | null; y: number; yLow: number | null; yHigh: number | null; quadrant: string }

const quadrants: [list: string, name: string][] = [["bothHighUnits", "High with both"], ["employeeHighUnits", "High with employees only"], ["customerHighUnits", "High with customers only"], ["bothLowUnits", "High with neither"]];

async function scatter(context: Context, measure: string, other: string, title: (m: string) => string): Promise<Child> {
  const ask = (audience: "employee" | "customer", m: string, by?: string): Promise<Answer> => indicator(scores[m]!.slug, { audience, by, ...periodQuery(context.catalogue, audience, context.period) });
  const [employees, customers, allEmployees, allCustomers, aligned] = await Promise.all([ask("employee", measure, "unit"), ask("customer", other, "unit"), ask("employee", measure), ask("customer", other),
    indicator("alignment", { audience: "employee", measure, with: other, ...periodQuery(context.catalogue, "employee", context.period) })]);
  const lists = quadrants.map(([list, name]) => ({ name, units: (aligned.value[0]!.components[list] as string[] | null) ?? [] }));
  const points = employees.value.flatMap((e): Point[] => {
    const c = customers.value.find((r) => r.unit === e.unit);
    const [x, y] = [mean(e, measure), c ? mean(c, other) : null];
    if (!x || !y || e.unit === null) return [];
    return [{ unit: e.unit!, name: context.catalogue.unitNames.get(e.unit!) ?? e.unit!, x: x[0], xLow: x[1], xHigh: x[2], y: y[0], yLow: y[1], yHigh: y[2], quadrant: lists.find((l) => l.units.includes(e.unit!))?.name ?? "Not compared" }];
  });
  if (points.length === 0) return note("No unit has figures of both audiences in this period.");
  const [middleX, middleY] = [mean(allEmployees.value[0]!, measure)?.[0], mean(allCustomers.value[0]!, other)?.[0]];
  const name = (unit: string): string => context.catalogue.unitNames.get(unit) ?? unit;
  const names = (units: string[]): string => units.length === 0 ? "none" : units.map(name).join(", ");
  // On a narrow screen there is room for numbers only, which then stand before the names in the list.
  const numbered = (units: string[]): Child => units.length === 0 ? "none" : units.map((u, i) => [i > 0 ? ", " : "", h("span", { class: "narrow-only" }, `${points.findIndex((p) => p.unit === u) + 1}\u00a0`), name(u)]);
  return [
    chart(`Employees' ${title(measure).toLowerCase()} (across) and customers' ${title(other).toLowerCase()} (upwards), means from 0 to 100; lines through the figures of everybody; crosses are 95% intervals`,
      lists.map((l) => `${l.name}: ${names(l.units)}`).join(". "), (plot, width) => drawing(plot, width, points, middleX, middleY),
      table("Units with both figures", [
        { name: "Unit", isHead: true, cell: (p) => p.name },
        { name: `Employees' ${title(measure).toLowerCase()}`, isNumber: true, cell: (p) => `${number(p.x)} (${interval(p.xLow, p.xHigh)})` },
        { name: `Customers' ${title(other).toLowerCase()}`, isNumber: true, cell: (p) => `${number(p.y)} (${interval(p.yLow, p.yHigh)})` },
        { name: "Quadrant", cell: (p) => p.quadrant },
      ], points, true)),
    h("dl", { class: "quadrants" }, lists.map((l, at) => h("div", {}, h("dt", {}, h("span", { class: `symbol symbol-${at}`, "aria-hidden": "true" }), `${l.name} `, h("span", { class: "note" }, `(${l.units.length})`)), h("dd", {}, numbered(l.units))))),
    h("p", { class: "small" }, "The service counts the quadrants against the mean of the units; the lines are the figures of everybody, so that a unit close to a line may lie on its other side."),
  ];
}

/** A unit's mean with its limits; of a share the mean that stands beside. */
function mean(row: Row, measure: string): [number, number | null, number | null] | null {
  const name = scores[measure]!.mean;
  const at = name ? figure(row.components[name]) : row.estimate;
  if (row.status !== "released" || at === null) return null;
  return name ? [at, figure(row.components[`${name}Low`]), figure(row.components[`${name}High`])] : [at, row.low, row.high];
}

function drawing(plot: Plot, width: number, points: Point[], middleX: number | undefined, middleY: number | undefined): PlotOptions {
  const symbols = ["circle", "square", "triangle", "diamond"] as const;
  const at = (p: Point): number => Math.max(0, quadrants.findIndex(([, name]) => name === p.quadrant));
  const height = Math.min(540, Math.max(340, width * .6));
  return {
    height, marginLeft: 44, marginBottom: 44, marginTop: 24, marginRight: width < 500 ? 24 : 90,
    x: { label: "Employees", nice: true, ticks: 6, labelArrow: "right" }, y: { label: "Customers", nice: true, ticks: 6, labelArrow: "up" },
    marks: [
      middleX === undefined ? null : plot.ruleX([middleX], { className: "middle", strokeDasharray: "4,4" }),
      middleY === undefined ? null : plot.ruleY([middleY], { className: "middle", strokeDasharray: "4,4" }),
      plot.ruleX(points, { x: "x", y1: "yLow", y2: "yHigh", className: "cross" }),
      plot.ruleY(points, { y: "y", x1: "xLow", x2: "xHigh", className: "cross" }),
      [0, 1, 2, 3].map((q) => plot.dot(points.filter((p) => at(p) === q), { x: "x", y: "y", r: 6, symbol: symbols[q], className: `unit symbol-${q}`, title: (p: Point) => `${p.name}: employees ${number(p.x)}, customers ${number(p.y)}` })),
      labels(points, width, height).map(({ point, text, dx, dy, end }) => plot.text([point], { x: "x", y: "y", text: () => text, dx, dy, textAnchor: end ? "end" : "start", className: "unit-name", fontSize: 12 })),
    ],
  };
}

/** Where each name stands beside its point: the first of four corners that no other name or point is in. Lengths in pixels, near enough. */
function labels(points: Point[], width: number, height: number): { point: Point; text: string; dx: number; dy: number; end: boolean }[] {
  const spread = (of: (p: Point) => number[], length: number): ((v: number) => number) => {
    const all = points.flatMap(of);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return (v) => (v - low) / Math.max(1e-9, high - low) * length;
  };
  const x = spread((p) => [p.x, p.xLow ?? p.x, p.xHigh ?? p.x], width - 150), y = spread((p) => [p.y, p.yLow ?? p.y, p.yHigh ?? p.y], height - 80);
  const taken: [number, number, number, number][] = points.map((p) => [x(p.x) - 7, y(p.y) - 7, x(p.x) + 7, y(p.y) + 7]);
  return points.map((point, at) => {
    const text = width < 500 ? String(at + 1) : point.name;
    const length = text.length * 6.6;
    const corners = [[9, -9, false], [9, 11, false], [-9, -9, true], [-9, 11, true]] as const;
    const boxes = corners.map(([dx, dy, end]): [number, number, number, number] => {
      const [left, middle] = [x(point.x) + dx - (end ? length : 0), y(point.y) - dy];
      return [left, middle - 7, left + length, middle + 7];
    });
    const crowd = boxes.map((b) => taken.filter((t) => b[0] < t[2] && t[0] < b[2] && b[1] < t[3] && t[1] < b[3]).length);
    const best = crowd.indexOf(Math.min(...crowd));
    taken.push(boxes[best]!);
    const [dx, dy, end] = corners[best]!;
    return { point, text, dx, dy, end };
  });
}
