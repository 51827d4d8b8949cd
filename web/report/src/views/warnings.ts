// Early warnings on scores: which stream of a unit left the corridor of its own first twelve periods.
import { type Audience, type Row, indicator, read, readAll } from "../api";
import { type Child, h } from "../dom";
import { before, interval, number, period, statusText, whole } from "../format";
import { later, note, notShown, people, table, whatIsThis } from "../parts";
import { isReleased, periodQuery } from "../periods";
import { linkTo } from "../place";
import { scores } from "./alignment";
import { levelChoice, shownUnits } from "./levels";
import { type Sheet, type Warned, since } from "./standsOut";
import type { Context, View } from "./view";

export const warnings: View = {
  name: "warnings",
  title: "Early warnings",
  question: "What do people name unusually often, which units left their usual course, and did employees see it first?",
  usesPeriod: true,
  show: (context) => [
    h("section", { class: "card", "aria-labelledby": "named" }, h("h2", { id: "named" }, "What people name"), later(named(context), "what people name")),
    h("form", { class: "choices", onsubmit: (e: Event) => e.preventDefault() }, levelChoice(context)),
    h("div", { class: "card" }, whatIsThis(context.catalogue.indicators.get("early-warning")!),
      h("p", { class: "note" }, "Each stream is one score of one unit by month, held against its own first twelve months. An alarm is a reason to look, not a proof: ten quiet streams raise about one false alarm in their first twelve periods.")),
    context.audiences.map((audience) => h("section", { class: "card", "aria-labelledby": `streams-${audience}` }, h("h2", { id: `streams-${audience}` }, people[audience]),
      audience === "employee" && !isReleased(context.catalogue, context.period) ? note("Employees' figures of this period are not released; choose an earlier one.") : later(streams(context, audience), `streams of ${people[audience].toLowerCase()}`, audience))),
  ],
};

interface Named extends Warned { unit: string | null; name: string | null }

/** The topics that gave an alarm in the period, in every unit that they are an alarm of. */
async function named(context: Context): Promise<Child> {
  if (before(context.period) === null) return note("Topics are watched by calendar periods; this is a wave.");
  const wanted = context.parameters.get("unit");
  const sheets = await readAll<Sheet>(`v1/committee/${context.period}`);
  const all = sheets.flatMap((sheet) => sheet.warnings.filter((w) => w.topic !== null).map((w): Named => ({ ...w, unit: sheet.unit, name: sheet.name })));
  const shown = wanted === null ? all : all.filter((w) => w.unit === wanted);
  return [
    shown.length === 0 ? note(all.length === 0 ? "No topic was mentioned unusually often." : "No topic was mentioned unusually often there.") : table("Topics mentioned unusually often", [
      { name: "Topic", isHead: true, cell: (w) => h("span", { class: "alarm" }, h("span", { "aria-hidden": "true" }, "⚠ "), w.title ?? w.topic!) },
      { name: "Who", cell: (w) => people[w.audience] },
      { name: "Where", cell: (w) => w.unit === null ? "Everybody" : h("a", { href: linkTo("committee", { period: context.parameters.get("period"), unit: w.unit }) }, w.name ?? w.unit) },
      { name: "Since", cell: (w) => since(w) },
      { name: "Comments", cell: (w) => h("code", {}, commentsOf(context, w)) },
    ], shown, true, true),
    wanted === null ? null : h("p", {}, h("a", { href: linkTo("warnings", { period: context.parameters.get("period") }) }, "Show every unit")),
    all.length > 0 && context.audiences.length === 2 ? later(lead(all[0]!.topic!), "who named it first") : null,
    h("p", { class: "small" }, "Customers are counted by week, employees by released period; each topic of each unit is held against its own eight periods before, all of them together. Of employees only the alarm is told. What was written is read at the address in the last column, with a key that may read comments."),
  ];
}

/** The address of the comments behind an alarm. Those of employees are not told apart by topic. */
const commentsOf = (context: Context, w: Named): string =>
  `/v1/comments?audience=${w.audience}&period=${context.period}${w.unit === null ? "" : `&where=unit:${w.unit}`}${w.audience === "customer" ? `&topic=${w.topic}` : ""}`;

interface Summary { stream: string; lead: { customerAlarms: number; hits: number; employeeAlarms: number; falseAlarms: number; medianLead: number | null; p: number | null } | null }

/** Over all there is, whether customers' alarms were announced by employees'. */
async function lead(topic: string): Promise<Child> {
  const found = (await read<{ value: Summary[] }>("v1/early-warnings", { topic, limit: 1 })).value.find((row) => row.stream === "all")?.lead;
  if (!found) return null;
  return h("p", {}, h("b", {}, `Of ${whole(found.customerAlarms)} alarms of customers so far, ${found.hits === 0 ? "none was" : `${whole(found.hits)} ${found.hits === 1 ? "was" : "were"}`} announced by employees`),
    found.medianLead === null ? "." : `, ${whole(found.medianLead)} ${found.medianLead === 1 ? "period" : "periods"} before (the middle one).`,
    ` Of ${whole(found.employeeAlarms)} alarms of employees ${whole(found.falseAlarms)} were followed by none of customers. By chance as many would be announced with a probability of ${number(found.p, 2)}.`);
}

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
