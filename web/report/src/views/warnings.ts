// Early warnings on scores: which stream of a unit left the corridor of its own first twelve periods.
import { type Audience, type Row, indicator } from "../api";
import { type Child, h } from "../dom";
import { interval, number, period, statusText } from "../format";
import { later, note, notShown, people, table, whatIsThis } from "../parts";
import { isReleased, periodQuery } from "../periods";
import { linkTo } from "../place";
import { scores } from "./alignment";
import { levelChoice, shownUnits } from "./levels";
import type { Context, View } from "./view";

export const warnings: View = {
  name: "warnings",
  title: "Early warnings",
  question: "Which units left their usual course, and did employees see it first?",
  usesPeriod: true,
  show: (context) => [
    h("form", { class: "choices", onsubmit: (e: Event) => e.preventDefault() }, levelChoice(context)),
    h("div", { class: "card" }, whatIsThis(context.catalogue.indicators.get("early-warning")!),
      h("p", { class: "note" }, "Each stream is one score of one unit by month, held against its own first twelve months. An alarm is a reason to look, not a proof: ten quiet streams raise about one false alarm in their first twelve periods. Warnings from topics, that is from what people write, are not there yet.")),
    context.audiences.map((audience) => h("section", { class: "card", "aria-labelledby": `streams-${audience}` }, h("h2", { id: `streams-${audience}` }, people[audience]),
      audience === "employee" && !isReleased(context.catalogue, context.period) ? note("Employees' figures of this period are not released; choose an earlier one.") : later(streams(context, audience), `streams of ${people[audience].toLowerCase()}`, audience))),
  ],
};

async function streams(context: Context, audience: Audience): Promise<Child> {
  const measures = [...Object.keys(scores).filter((m) => context.catalogue.figures[audience].some((f) => f.slug === scores[m]!.slug)), ...(context.catalogue.hasTouchpoints[audience] ? ["experience"] : [])];
  const title = (m: string): string => scores[m] ? context.catalogue.indicators.get(scores[m]!.slug)?.title ?? m : "Touchpoints together";
  const found = await Promise.all(measures.map(async (measure) => ({
    measure, rows: new Map((await indicator("early-warning", { audience, by: "unit", measure, interval: "month", ...periodQuery(context.catalogue, audience, context.period) })).value.map((r) => [r.unit ?? "", r])),
  })));
  const units = shownUnits(context).filter((u) => found.some((f) => f.rows.has(u.code)));
  if (units.length === 0) return note("There are no streams in this period.");
  const alarms = units.flatMap((u) => found.flatMap((f) => f.rows.get(u.code)?.components.alarm === true ? [{ unit: u, measure: f.measure, row: f.rows.get(u.code)! }] : []));
  return [
    h("p", {}, h("b", {}, alarms.length === 0 ? "No alarm" : alarms.length === 1 ? "One alarm" : `${alarms.length} alarms`), ` in ${period(context.period)}, in ${units.length} units with ${measures.length} scores each.`),
    table(`Streams of ${people[audience].toLowerCase()}`, [
      { name: "Unit", isHead: true, cell: (u) => h("a", { href: linkTo("committee", { period: context.parameters.get("period"), unit: u.code }) }, u.name) },
      ...found.map((f) => ({ name: title(f.measure), cell: (u: { code: string }) => state(f.rows.get(u.code)) })),
    ], units, true, true),
    audience === "employee" ? h("p", { class: "small" }, "Of employees only the alarm is told, not by how much.") : h("p", { class: "small" }, "Points against the unit's own first twelve months, with 95% interval."),
  ];
}

function state(row: Row | undefined): Child {
  if (!row) return h("span", { class: "note" }, "no answers");
  if (row.status !== "released") return h("span", { title: statusText[row.status] }, notShown(row.status));
  const off = row.estimate === null ? null : h("span", { class: "range" }, `${number(row.estimate, 1, true)} (${interval(row.low, row.high, 1, true)})`);
  return row.components.alarm === true ? h("span", { class: "alarm" }, h("span", { "aria-hidden": "true" }, "⚠ "), "alarm", off) : h("span", { class: "quiet" }, "quiet", off);
}
