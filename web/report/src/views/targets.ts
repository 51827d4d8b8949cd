// What the organisation wants and what it does: targets with the figures they are held against, programmes with the units they did not touch.
import { type Answer, type Audience, Refusal, type Row, type Scale, indicator, read } from "../api";
import type { Figure, Initiative, Target } from "../catalogue";
import { type Child, h } from "../dom";
import { day, interval, number, period, statusText } from "../format";
import { bar, figureText, later, note, notShown, people, refusalText, table, targetText, whatIsThis } from "../parts";
import { isReleased, periodQuery } from "../periods";
import type { Context, View } from "./view";

export const targets: View = {
  name: "targets",
  title: "Targets and programmes",
  question: "Is what the organisation wants reached, and did its programmes move anything, compared with the units they did not touch?",
  usesPeriod: true,
  show: (context) => [
    h("section", { class: "card", "aria-labelledby": "targets" }, h("h2", { id: "targets" }, `Targets in ${period(context.period)}`), context.catalogue.targets.length === 0 ? note("There are no targets.") : later(allTargets(context), "targets")),
    context.catalogue.initiatives.length === 0 ? h("section", { class: "card", "aria-labelledby": "no-programmes" }, h("h2", { id: "no-programmes" }, "Programmes"), note("There are no programmes.")) : null,
    context.catalogue.initiatives.map((one) => h("section", { class: "card programme", "aria-labelledby": `programme-${one.key}` }, h("h2", { id: `programme-${one.key}` }, one.title), about(context, one), later(effects(context, one), `what ${one.title} brought`))),
    h("div", { class: "card" }, h("p", { class: "note" }, "A programme is compared over as many months after it began as before. The units were chosen, not drawn, so that a difference is no proof; and of many figures that are looked at some look large by chance."), whatIsThis(context.catalogue.indicators.get("change")!)),
  ],
};

interface Held { target: Target; row: Row | null; scale: Scale; problem: unknown }

async function allTargets(context: Context): Promise<Child> {
  const held = await Promise.all(context.catalogue.targets.map((target) => hold(context, target)));
  const name = (t: Target): string => (context.catalogue.indicators.get(t.indicator)?.title ?? t.indicator) + (t.measure ? ` (${t.measure.replace(/^item:/, "")})` : "");
  return table("Targets and whether they are reached", [
    { name: "Figure", isHead: true, cell: ({ target }) => name(target) },
    { name: "Of", cell: ({ target }) => `${people[target.audience]}${target.unit ? `, ${context.catalogue.unitNames.get(target.unit) ?? target.unit}` : ""}` },
    { name: "Wanted", cell: ({ target }) => `${target.direction === "atMost" ? "at most" : "at least"} ${number(target.value, Number.isInteger(target.value) ? 0 : 1)} by ${day(target.until)}` },
    { name: "Figure and 95% interval", cell: ({ row, scale, problem, target }) => row ? h("div", { class: "with-bar" }, figureText(row, scale), row.estimate === null ? null : bar({ low: row.low, high: row.high, at: row.estimate, target: target.value, audience: target.audience }, scale, `${name(target)}: ${number(row.estimate)}, target ${number(target.value, 0)}`)) : refusalText(problem, target.audience) },
    { name: "Reached", cell: ({ row, scale }) => !row ? "–" : row.target === null ? h("span", { class: "note" }, "not asked of this period: it ends after the day, or has no figure") : targetText(row, scale) },
  ], held, true, true);
}

async function hold(context: Context, target: Target): Promise<Held> {
  const { audience, unit } = target;
  const isItem = target.measure?.startsWith("item:") && target.indicator === "item";
  if (audience === "employee" && !isReleased(context.catalogue, context.period)) return { target, row: null, scale: { low: 0, high: 100 }, problem: new Refusal(404, "period_not_released", "") };
  try {
    const answer = await indicator(target.indicator, { audience, measure: isItem ? null : target.measure, item: isItem ? target.measure!.slice(5) : null, where: unit ? [`unit:${unit}`] : null, ...periodQuery(context.catalogue, audience, context.period) });
    return { target, row: answer.value.find((r) => r.target !== null) ?? answer.value.at(-1) ?? null, scale: answer.scale, problem: null };
  } catch (problem) {
    return { target, row: null, scale: { low: 0, high: 100 }, problem };
  }
}

const about = (context: Context, one: Initiative): Child => [
  h("p", {}, `Began on ${day(one.from)} in ${one.units.map((u) => context.catalogue.unitNames.get(u) ?? u).join(", ")}.`),
  one.wayPoints.length > 1 ? h("details", { class: "more" }, h("summary", {}, `Way points (${one.wayPoints.length})`), h("ol", {}, one.wayPoints.map((w) => h("li", {}, `${day(w.on)}: ${w.text}`)))) : null,
];

interface Effect { audience: Audience; figure: Figure; row: Row | null; problem: unknown }

async function effects(context: Context, one: Initiative): Promise<Child> {
  const asked = context.audiences.flatMap((audience) => context.catalogue.figures[audience].filter((f) => f.slug !== "net-trust").map((figure) => ({ audience, figure })));
  const found = await Promise.all(asked.map(async ({ audience, figure }): Promise<Effect> => {
    try {
      return { audience, figure, row: (await read<Answer>("v1/indicators/change", { of: figure.slug, audience, measure: figure.measure, initiative: one.key })).value[0]!, problem: null };
    } catch (problem) {
      return { audience, figure, row: null, problem };
    }
  }));
  // A ruler that all rows share: the widest interval of this programme.
  const reach = Math.max(10, ...found.flatMap(({ row }) => [Math.abs(row?.low ?? 0), Math.abs(row?.high ?? 0)]));
  const scale = { low: -reach, high: reach };
  const part = (row: Row | null, name: string, sign = false, digits = 1): string => typeof row?.components[name] === "number" ? number(row.components[name] as number, digits, sign) : "–";
  const compared = found.find(({ row }) => row?.from)?.row;
  return [
    compared ? h("p", { class: "small" }, `From ${day(compared.from!)} until before ${day(compared.to!)}; ${part(compared, "unitsTouched", false, 0)} units touched, ${part(compared, "unitsUntouched", false, 0)} others.`) : null,
    table(`What moved with ${one.title}`, [
      { name: "Figure", isHead: true, cell: ({ figure, audience }) => [figure.title, h("span", { class: "of-whom" }, ` ${people[audience].toLowerCase()}`)] },
      { name: "Touched: before → after", isNumber: true, cell: ({ row }) => `${part(row, "touchedBefore")} → ${part(row, "touchedAfter")} (${part(row, "touchedChange", true)})` },
      { name: "Others: before → after", isNumber: true, cell: ({ row }) => `${part(row, "untouchedBefore")} → ${part(row, "untouchedAfter")} (${part(row, "untouchedChange", true)})` },
      { name: "Difference of the changes", cell: ({ row, audience, figure, problem }) => !row ? refusalText(problem, audience) : row.estimate === null ? h("span", { title: statusText[row.status] }, notShown(row.status)) : h("div", { class: "with-bar" },
        h("span", {}, h("b", {}, number(row.estimate, 1, true)), ` (${interval(row.low, row.high, 1, true)})`), bar({ low: row.low, high: row.high, at: row.estimate, zero: true, audience }, scale, `${figure.title}: ${number(row.estimate, 1, true)}, ${interval(row.low, row.high, 1, true)}`)) },
      { name: "Notable", cell: ({ row }) => row?.components.notable === true ? h("b", {}, "yes") : row?.components.notable === false ? "no" : "–" },
    ], found, true, true),
  ];
}
