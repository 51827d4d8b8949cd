// Units by figures in the order of the tree. The map is a table: every cell has its text, so that no colour has to be seen.
import { type Audience, Refusal, type Row, type Scale } from "../api";
import { type Child, h, hidden } from "../dom";
import { estimate, interval, number, statusText, whole } from "../format";
import { choice, disclosure, later, note, notShown, people, refusalText, scrolling, table, whatIsThis } from "../parts";
import { isReleased } from "../periods";
import { change, linkTo } from "../place";
import { levelChoice, shownUnits } from "./levels";
import { type UnitFigures, allByUnit } from "./rows";
import type { Context, View } from "./view";

/** Where one tint ends and the next begins, on 0 to 100; net figures are halved and moved there. */
const steps = [40, 50, 60, 70, 80];

export const heatmap: View = {
  name: "heatmap",
  title: "Units",
  question: "Where does it differ? Every unit with all below it, every figure; a deeper colour is a higher figure, not a better one.",
  usesPeriod: true,
  show: (context) => {
    const audience = context.audiences.find((a) => a === context.parameters.get("audience")) ?? context.audiences[0]!;
    return [
      h("form", { class: "choices", onsubmit: (e: Event) => e.preventDefault() }, choice("audience", "Who", context.audiences.map((a) => ({ value: a, text: people[a] })), audience, (value) => change({ audience: value })), levelChoice(context)),
      h("section", { class: "card", "aria-labelledby": "map" }, h("h2", { id: "map" }, people[audience]),
        audience === "employee" && !isReleased(context.catalogue, context.period) ? note(refusalText(new Refusal(404, "period_not_released", ""), audience))
          : later(allByUnit(context.catalogue, audience, context.period).then((found) => map(context, audience, found)), "all units", audience)),
    ];
  },
};

function map(context: Context, audience: Audience, found: UnitFigures[]): Child {
  const units = [{ code: "", name: "The whole organisation", level: 0 }, ...shownUnits(context)];
  return [
    legend(),
    scrolling("Units by figures", h("table", { class: `heat ${audience}` },
      h("caption", { class: "visually-hidden" }, `Figures of ${people[audience].toLowerCase()} by unit, with 95% intervals`),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Unit"), found.map(({ figure }) => h("th", { scope: "col" }, h("a", { href: linkTo("trend", { period: context.parameters.get("period"), audience, indicator: figure.id }) }, figure.title, hidden(": trend")))))),
      h("tbody", {}, units.map((unit) => h("tr", {},
        h("th", { scope: "row", class: `level-${unit.level}` }, unit.code === "" ? unit.name : h("a", { href: linkTo("committee", { period: context.parameters.get("period"), unit: unit.code }) }, unit.name)),
        found.map(({ rows, scale }) => cell(rows.get(unit.code), scale))))))),
    disclosure("The same as a list, with numbers of people", list(units, found)),
    h("div", { class: "explain" }, found.map(({ figure }) => h("div", {}, h("b", {}, figure.title), " ", whatIsThis(figure.about, figure.title)))),
  ];
}

function cell(row: Row | undefined, scale: Scale): HTMLElement {
  if (!row) return h("td", { class: "heat-none" }, h("span", {}, "no answers"));
  if (row.status !== "released" || row.estimate === null) return h("td", { class: "heat-hidden", title: statusText[row.status] }, notShown(row.status));
  const at = (row.estimate - scale.low) / (scale.high - scale.low) * 100;
  return h("td", { class: `heat-${steps.filter((s) => at >= s).length}` }, h("b", {}, estimate(row)), h("span", { class: "range" }, interval(row.low, row.high)));
}

function legend(): HTMLElement {
  const text = (at: number): string => at === 0 ? `below ${steps[0]}` : at === steps.length ? `${steps.at(-1)} or more` : `${steps[at - 1]} to ${steps[at]}`;
  return h("div", { class: "heat-legend" },
    h("ul", { "aria-label": "Legend" }, [...steps, 0].map((_, at) => h("li", {}, h("span", { class: `swatch heat-${at}`, "aria-hidden": "true" }), text(at))),
      h("li", {}, h("span", { class: "swatch hatched", "aria-hidden": "true" }), "withheld or too little data")),
    h("p", { class: "small" }, `Figures from −100 to 100 take the grounds of the middle of the way: ${[-20, 0, 20, 40, 60].map((v) => number(v, 0)).join(", ")} are the ends in place of ${steps.join(", ")}.`));
}

const list = (units: { code: string; name: string }[], found: UnitFigures[]): HTMLElement => table("Every figure of every unit", [
  { name: "Unit", isHead: true, cell: (r) => r.unit },
  { name: "Figure", cell: (r) => r.title },
  { name: "Value", isNumber: true, cell: (r) => r.row.status === "released" && r.row.estimate !== null ? estimate(r.row) : notShown(r.row.status) },
  { name: "95% interval", isNumber: true, cell: (r) => r.row.low === null ? "–" : interval(r.row.low, r.row.high) },
  { name: "n", isNumber: true, cell: (r) => r.row.n === null ? "–" : whole(r.row.n) },
], units.flatMap((u) => found.flatMap(({ figure, rows }) => rows.has(u.code) ? [{ unit: u.name, title: figure.title, row: rows.get(u.code)! }] : [])), true);
