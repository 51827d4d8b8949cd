// Employees, customers and the company on one sheet, unit by unit, with how far they go together.
import { type Row, type Scale, indicator, readAll } from "../api";
import type { Catalogue, Figure, Outcome } from "../catalogue";
import { type Child, h } from "../dom";
import { interval, number, period, shortPeriod, words } from "../format";
import { figureText, later, note, notShown, people, refusalText, scrolling } from "../parts";
import { isReleased } from "../periods";
import { levelChoice, shownUnits } from "./levels";
import { type UnitFigures, byUnit } from "./rows";
import type { Context, View } from "./view";

export const balance: View = {
  name: "balance",
  title: "Balance",
  question: "Employees, customers and the company on one sheet: are all three well, and do they go together?",
  usesPeriod: true,
  show: (context) => [
    h("section", { class: "card sheet", "aria-labelledby": "chain" }, h("h2", { id: "chain" }, "Do they go together?"), context.audiences.length < 2 ? note("This needs a key that sees both audiences, and surveys of both.") : later(chain(context), "how they go together")),
    h("section", { class: "card sheet", "aria-labelledby": "sheet" }, h("h2", { id: "sheet" }, "Unit by unit"), levelForm(context), later(sheet(context), "the sheet")),
  ],
};

const levelForm = (context: Context): Child => {
  const choice = levelChoice(context);
  return choice ? h("form", { class: "choices", onsubmit: (e: Event) => e.preventDefault() }, choice) : null;
};

interface Value { unit: string; period: string; value: number }
interface Numbers { outcome: Outcome; period: string | null; values: Map<string, number> }

/** Two links of the chain: employees with customers, customers with each number of the company a period later. */
async function chain(context: Context): Promise<Child> {
  const links = await Promise.all([
    link("Employees' engagement and customers' satisfaction", { audience: "employee" }),
    ...context.catalogue.outcomes.flatMap((o) => [link(`Customers' satisfaction and ${words(o.name).toLowerCase()} a ${o.grid} later`, { audience: "customer", outcome: o.name, lag: 1 }), link(`Employees' engagement and ${words(o.name).toLowerCase()} a ${o.grid} later`, { audience: "employee", outcome: o.name, lag: 1 })]),
  ]);
  return [
    scrolling("How they go together", h("table", {}, h("caption", {}, "Correlations over units, all periods, with 95% intervals. Between units: the better with one, the better with the other. Within units: when a unit moves with one, it moves with the other."),
      h("thead", {}, h("tr", {}, ["Of", "Between units", "Within units"].map((t) => h("th", { scope: "col" }, t)))), h("tbody", {}, links))),
    h("p", { class: "small" }, "None of them says that one causes the other. Read the first never without the second."),
  ];
}

async function link(name: string, query: Record<string, string | number>): Promise<HTMLElement> {
  const at = (value: unknown, low: unknown, high: unknown): Child => typeof value === "number" ? [h("b", {}, number(value, 2)), ` (${interval(low as number | null, high as number | null, 2)})`] : notShown("insufficient");
  try {
    const row = (await indicator("alignment", query)).value[0]!;
    return h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, row.status === "withheld" ? notShown("withheld") : at(row.estimate, row.low, row.high)), h("td", {}, row.status === "withheld" ? notShown("withheld") : at(row.components.withinR, row.components.withinLow, row.components.withinHigh)));
  } catch (problem) {
    return h("tr", {}, h("th", { scope: "row" }, name), h("td", { colspan: 2 }, refusalText(problem)));
  }
}

/** Two figures an audience and every number of the company. */
async function sheet(context: Context): Promise<Child> {
  const { catalogue } = context;
  const chosen = (["employee", "customer"] as const).filter((a) => context.audiences.includes(a)).map((audience) => ({ audience, figures: pick(catalogue, audience) }));
  const [found, numbers] = await Promise.all([
    Promise.all(chosen.map(({ audience, figures }) => audience === "employee" && !isReleased(catalogue, context.period) ? [] : Promise.all(figures.map((f) => byUnit(catalogue, audience, f, context.period))))),
    Promise.all(catalogue.outcomes.map((o) => numbersOf(o, context.period))),
  ]);
  const groups = chosen.map(({ audience }, at) => ({ name: people[audience], audience, columns: found[at]! })).filter((g) => g.columns.length > 0);
  const rows = [{ code: "", name: "The whole organisation", level: 0 }, ...shownUnits(context)];
  return [
    h("p", { class: "small" }, `${period(context.period)}; of the company the last period that is there. 95% intervals in brackets; the company's own numbers have none.`),
    scrolling("Employees, customers and company by unit", h("table", { class: "balance" },
      h("caption", { class: "visually-hidden" }, "Employees, customers and company by unit"),
      h("thead", {},
        h("tr", {}, h("td", {}), groups.map((g) => h("th", { scope: "colgroup", colspan: g.columns.length, class: g.audience }, g.name)), numbers.length > 0 ? h("th", { scope: "colgroup", colspan: numbers.length }, "Company") : null),
        h("tr", {}, h("th", { scope: "col" }, "Unit"), groups.flatMap((g) => g.columns.map((c) => h("th", { scope: "col" }, c.figure.title))), numbers.map((o) => h("th", { scope: "col" }, words(o.outcome.name), h("span", { class: "of-whom" }, ` ${o.period ? shortPeriod(o.period) : ""}`))))),
      h("tbody", {}, rows.map((unit) => h("tr", {}, h("th", { scope: "row", class: `level-${unit.level}` }, unit.name),
        groups.flatMap((g) => g.columns.map((c) => h("td", {}, cell(c, unit.code)))), numbers.map((o) => h("td", { class: "number" }, company(o, unit.code)))))))),
    groups.length < context.audiences.length ? note("Employees' figures of this period are not released.") : null,
  ];
}

const cell = (found: UnitFigures, unit: string): Child => {
  const row: Row | undefined = found.rows.get(unit);
  const scale: Scale = found.scale;
  return row ? figureText(row, scale) : h("span", { class: "note" }, "no answers");
};

const company = (numbers: Numbers, unit: string): Child => numbers.values.has(unit) ? number(numbers.values.get(unit)!, Math.abs(numbers.values.get(unit)!) < 10 ? 3 : 1) : h("span", { class: "note" }, "–");

/** Trust, which both are asked, and the audience's own. */
const pick = (catalogue: Catalogue, audience: "customer" | "employee"): Figure[] => {
  const wanted = audience === "employee" ? ["engagement", "trust"] : ["satisfaction", "trust"];
  const own = catalogue.figures[audience].filter((f) => wanted.includes(f.slug));
  return own.length > 0 ? own : catalogue.figures[audience].slice(0, 2);
};

/** The numbers of the last period that had begun by the end of the one looked at. */
async function numbersOf(outcome: Outcome, now: string): Promise<Numbers> {
  const values = await readAll<Value>(`v1/outcomes/${outcome.name}`);
  const until = lastMonth(now);
  const last = [...new Set(values.map((v) => v.period))].filter((p) => lastMonth(p) <= until).sort((a, b) => lastMonth(a).localeCompare(lastMonth(b))).at(-1) ?? null;
  return { outcome, period: last, values: new Map(values.filter((v) => v.period === last).map((v) => [v.unit, v.value])) };
}

/** The last month of a calendar period, so that months, quarters and years can be ordered. */
function lastMonth(key: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  return quarter ? `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, "0")}` : key.length === 4 ? `${key}-12` : key;
}
