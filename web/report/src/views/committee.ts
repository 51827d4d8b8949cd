// One page a unit for its champion: what moved, what is off target, what runs there, and its figures. Printed, each begins a sheet.
import { type Audience, Refusal, readAll } from "../api";
import type { Unit } from "../catalogue";
import { type Child, h } from "../dom";
import { before, day, estimate, interval, number, period, whole } from "../format";
import { bar, choice, later, note, notShown, people, refusalText, table } from "../parts";
import { isReleased } from "../periods";
import { change } from "../place";
import { isLarge } from "./levels";
import { type UnitFigures, allByUnit } from "./rows";
import { type Sheet, comparedText, sentences } from "./standsOut";
import type { Context, View } from "./view";

export const committee: View = {
  name: "committee",
  title: "Pages for units",
  question: "One page for the champion of each unit: what moved, what is off target, what runs there. Print gives a sheet for each.",
  usesPeriod: true,
  show: (context) => {
    const unit = context.parameters.get("unit") ?? (isLarge(context) ? "whole" : "all");
    const options = [{ value: "all", text: "All, one page each" }, { value: "whole", text: "The whole organisation" }, ...context.catalogue.units.map((u) => ({ value: u.code, text: `${"\u2003".repeat(u.level - 1)}${u.name}` }))];
    return [
      h("form", { class: "choices", onsubmit: (e: Event) => e.preventDefault() }, choice("unit", "Unit", options, unit, (value) => change({ unit: value }))),
      before(context.period) === null ? note("These pages are made for calendar periods; this is a wave. Choose a month, a quarter or a year.") : later(pages(context, unit), "the pages"),
    ];
  },
};

async function pages(context: Context, unit: string): Promise<Child> {
  const [sheets, ...figures] = await Promise.all([readAll<Sheet>(`v1/committee/${context.period}`), ...context.audiences.map((audience) => allByUnit(context.catalogue, audience, context.period))]);
  const order: (Unit | null)[] = [null, ...context.catalogue.units];
  return order.filter((u) => unit === "all" || (u?.code ?? "whole") === unit).map((u) => {
    const sheet = sheets.find((one) => one.unit === (u?.code ?? null));
    return sheet ? page(context, u, sheet, figures) : null;
  });
}

function page(context: Context, unit: Unit | null, sheet: Sheet, figures: UnitFigures[][]): HTMLElement {
  const id = `page-${unit?.code ?? "whole"}`;
  return h("article", { class: "card page", "aria-labelledby": id },
    h("header", {}, h("h2", { id }, unit?.name ?? "The whole organisation"), h("p", { class: "note" }, [period(context.period), unit?.totalHeadcount ? `${whole(unit.totalHeadcount)} people with all below it` : null].filter(Boolean).join(" · "))),
    h("div", { class: "page-parts" },
      h("section", {}, h("h3", {}, "What moved, what is off target"), sentences(context, sheet), h("p", { class: "small" }, comparedText(context, sheet))),
      h("section", {}, h("h3", {}, "Programmes"), sheet.initiatives.length === 0 ? note("None touches this unit.") : h("ul", { class: "plain" }, sheet.initiatives.map((i) => h("li", {}, `${i.title}, since ${day(i.from)}`))),
        sheet.flagsWithoutAnswer === null ? null : h("p", {}, `${whole(sheet.flagsWithoutAnswer)} concerns wait for an answer, as of now.`))),
    h("div", { class: "two" }, context.audiences.map((audience, at) => figuresOf(context, audience, unit?.code ?? "", figures[at]!))));
}

function figuresOf(context: Context, audience: Audience, unit: string, found: UnitFigures[]): HTMLElement {
  const title = `Figures of ${people[audience].toLowerCase()}`;
  const rows = found.flatMap(({ figure, scale, rows: all }) => all.has(unit) ? [{ figure, scale, row: all.get(unit)! }] : []);
  const none = audience === "employee" && !isReleased(context.catalogue, context.period) ? refusalText(new Refusal(404, "period_not_released", ""), audience) : "Nobody answered about this unit.";
  return h("section", { class: audience }, h("h3", {}, title), rows.length === 0 ? note(none) : table(title, [
    { name: "Figure", isHead: true, cell: (r) => r.figure.title },
    { name: "Value and 95% interval", cell: (r) => r.row.status !== "released" || r.row.estimate === null ? notShown(r.row.status) : h("div", { class: "with-bar" }, h("span", {}, h("b", {}, estimate(r.row)), ` (${interval(r.row.low, r.row.high)})`), bar({ low: r.row.low, high: r.row.high, at: r.row.estimate, target: r.row.target, audience }, r.scale, `${r.figure.title}: ${estimate(r.row)}, ${interval(r.row.low, r.row.high)}`)) },
    { name: "n", isNumber: true, cell: (r) => r.row.n === null ? "–" : number(r.row.n, 0) },
  ], rows, true, true));
}
