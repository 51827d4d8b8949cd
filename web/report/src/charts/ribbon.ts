// One figure over time.
import type { PlotOptions } from "@observablehq/plot";
import type { Audience, Row, Scale } from "../api";
import type { Initiative } from "../catalogue";
import { digitsOf, estimate, interval, number, periodOf, shortPeriod } from "../format";
import type { Plot } from "./chart";

export type Length = "month" | "quarter" | "year";

/** A line with the ribbon of its 95% intervals; hatched where nothing may be shown, dashed where a programme began. */
export function ribbon(plot: Plot, width: number, rows: Row[], scale: Scale, audience: Audience, length: Length, programmes: Initiative[]): PlotOptions {
  const points = rows.map((r) => ({ ...r, start: new Date(`${r.from}T00:00:00Z`), end: new Date(`${r.to}T00:00:00Z`), at: middle(r) }));
  const shown = points.filter((p) => p.status === "released" && p.estimate !== null);
  const lows = shown.map((p) => Math.min(p.low!, p.target ?? p.low!)), highs = shown.map((p) => Math.max(p.high!, p.target ?? p.high!));
  // At least a fifth of the scale is seen, so that noise does not look like a mountain.
  const span = (scale.high - scale.low) / 5, [low, high] = shown.length > 0 ? [Math.min(...lows), Math.max(...highs)] : [scale.low, scale.high];
  const room = Math.max(0, span - (high - low)) / 2 + span / 10;
  const domain = [Math.max(scale.low, low - room), Math.min(scale.high, high + room)];
  const initiatives = programmes.filter((i) => new Date(i.from) >= points[0]!.start && new Date(i.from) <= points.at(-1)!.end);
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
