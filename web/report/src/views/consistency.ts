// Is it the same everywhere: one row a facet with the two cells furthest apart, then the cells themselves.
import { type Audience, Refusal, type Row, type Scale, indicator } from "../api";
import { chart } from "../charts/chart";
import { ribbon } from "../charts/ribbon";
import { type Child, h } from "../dom";
import { estimate, interval, number, periodOf, shortPeriod, whole, words } from "../format";
import { bar, choice, disclosure, figureColumns, later, noneShown, note, notShown, people, refusalText, table, whatIsThis } from "../parts";
import { isReleased, periodQuery } from "../periods";
import { change } from "../place";
import { scores } from "./alignment";
import type { Context, View } from "./view";

const slug = "consistency";

export const consistency: View = {
  name: slug,
  title: "Consistency",
  question: "Is it the same experience everywhere? 100 says that no place differs by more than chance. Read it with the level: consistently poor is consistent.",
  usesPeriod: true,
  show: (context) => {
    const audience = context.audiences.find((a) => a === context.parameters.get("audience")) ?? context.audiences[0]!;
    const about = context.catalogue.indicators.get(slug)!;
    const isThere = audience === "customer" || isReleased(context.catalogue, context.period);
    return [
      h("form", { class: "choices", onsubmit: (e: Event) => e.preventDefault() }, choice("audience", "Who", context.audiences.map((a) => ({ value: a, text: people[a] })), audience, (value) => change({ audience: value }))),
      !isThere ? note(refusalText(new Refusal(404, "period_not_released", ""), audience)) : [
        h("section", { class: "card", "aria-labelledby": "facets" }, h("h2", { id: "facets" }, "Facet by facet"), whatIsThis(about), later(facets(context, audience), "the facets", audience)),
        h("section", { class: "card", "aria-labelledby": "over-time" }, h("h2", { id: "over-time" }, "Over time"), overTime(context, audience)),
        context.catalogue.hasTouchpoints[audience] ? h("section", { class: "card", "aria-labelledby": "touchpoints" }, h("h2", { id: "touchpoints" }, "The touchpoints"), later(cells(context, audience, "item", "touchpoint"), "the touchpoints", audience)) : null,
        context.catalogue.dimensions[audience].map((dimension) => h("section", { class: "card", "aria-labelledby": `by-${dimension}` }, h("h2", { id: `by-${dimension}` }, `By ${words(dimension).toLowerCase()}`),
          later(cells(context, audience, usual(context, audience), dimension), `values of ${dimension}`, audience))),
      ],
    ];
  },
};

/** The figure that the values of a dimension are compared by: the one consistency takes by itself, if it is asked. */
const usual = (context: Context, audience: Audience): string => {
  const figures = context.catalogue.figures[audience];
  return (figures.find((f) => f.slug === (audience === "customer" ? "satisfaction" : "engagement")) ?? figures.find((f) => !f.measure) ?? figures[0]!).slug;
};

/** What cells are compared on, where it is not what consistency takes by itself. */
const measureOf = (context: Context, audience: Audience): string | null => {
  const asked = usual(context, audience);
  return asked === (audience === "customer" ? "satisfaction" : "engagement") ? null : Object.entries(scores).find(([, score]) => score.slug === asked)?.[0] ?? (asked === "recommend" ? asked : null);
};

/** So many facets are answered together at most. */
const together = 5;

/** More values than these are listed on request. */
const many = 30;

const facetsOf = (context: Context, audience: Audience): string[] => [...(context.catalogue.hasTouchpoints[audience] ? ["touchpoint"] : []), ...(context.catalogue.units.length > 0 ? ["unit"] : []), ...context.catalogue.dimensions[audience]];

/** One facet by quarter: whether it drifts apart. */
function overTime(context: Context, audience: Audience): Child {
  const all = facetsOf(context, audience);
  const facet = all.find((f) => f === context.parameters.get("facet")) ?? (audience === "customer" ? context.catalogue.dimensions.customer[0] : null) ?? all[0];
  if (!facet) return note("The surveys ask nothing that could be compared between places.");
  const drawn = indicator(slug, { audience, over: facet, interval: "quarter", measure: facet === "touchpoint" ? null : measureOf(context, audience) }).then((answer): Child => {
    const rows = answer.value.filter((r) => r.facet === facet);
    const name = (row: Row): string => shortPeriod(periodOf(row.from!, "quarter"));
    if (rows.length === 0) return note("There are no answers.");
    const listed = table("Consistency by quarter", [{ name: "Quarter", isHead: true, cell: name }, ...figureColumns(answer.scale)], rows, true);
    if (rows.every((r) => r.estimate === null)) return noneShown(rows, listed);
    return chart(`Consistency over ${words(facet).toLowerCase()} by quarter`, rows.map((r) => `${name(r)}: ${r.estimate === null ? "not shown" : estimate(r)}`).join(", "),
      (plot, width) => ribbon(plot, width, rows, answer.scale, audience, "quarter", []),
      listed);
  });
  return [
    h("form", { class: "choices", onsubmit: (e: Event) => e.preventDefault() }, choice("facet", "Facet", all.map((f) => ({ value: f, text: words(f) })), facet, (value) => change({ facet: value }))),
    later(drawn, "quarters", audience),
  ];
}

async function facets(context: Context, audience: Audience): Promise<Child> {
  const all = facetsOf(context, audience), measure = measureOf(context, audience);
  // Touchpoints are compared on their ratings, so that they do not go with another measure.
  const first = measure && all[0] === "touchpoint" ? all.slice(0, 1) : all.slice(0, together);
  if (all.length === 0) return note("The surveys ask nothing that could be compared between places.");
  const query = { audience, ...periodQuery(context.catalogue, audience, context.period) };
  const [answer, ...single] = await Promise.all([indicator(slug, { ...query, over: first.join(","), measure: first[0] === "touchpoint" ? null : measure }), ...all.slice(first.length).map((facet) => indicator(slug, { ...query, over: facet, measure }))]);
  // One facet alone needs no row of all.
  const rows = [...answer.value.filter((r) => first.length > 1 || r.facet !== "all"), ...single.flatMap((one) => one.value.filter((r) => r.facet !== "all"))];
  const name = (facet: string | null | undefined): string => facet !== "all" ? words(facet ?? "") : single.length === 0 ? "All facets together" : `${first.map((f, at) => at === 0 ? words(f) : words(f).toLowerCase()).join(", ")} together`;
  const cellName = (row: Row, code: unknown): string => row.facet === "unit" ? context.catalogue.unitNames.get(String(code)) ?? String(code) : row.facet === "touchpoint" ? words(String(code)) : String(code);
  const isShown = (row: Row): boolean => row.status === "released" && row.estimate !== null;
  return table("Consistency of each facet", [
    { name: "Facet", isHead: true, cell: (r) => name(r.facet) },
    { name: "Consistency", cell: (r) => isShown(r) ? h("div", { class: "with-bar" }, h("span", {}, h("b", {}, estimate(r)), ` (${interval(r.low, r.high)})`), bar({ low: r.low, high: r.high, at: r.estimate, audience }, answer.scale, `${name(r.facet)}: ${estimate(r)}, ${interval(r.low, r.high)}`)) : notShown(r.status) },
    { name: "Level", isNumber: true, cell: (r) => part(r, "level") },
    { name: "Cells", isNumber: true, cell: (r) => part(r, "cells", 0) },
    { name: "Furthest apart", cell: (r) => typeof r.components.gapFrom === "string" ? [h("b", {}, cellName(r, r.components.gapFrom)), " below ", h("b", {}, cellName(r, r.components.gapTo)), ` by ${part(r, "gap")} points (${part(r, "gapLow")} to ${part(r, "gapHigh")})`] : "–" },
  ], rows, true, true);
}

const part = (row: Row, name: string, digits = 1): string => typeof row.components[name] === "number" ? number(row.components[name] as number, digits) : "–";

/** One row a value, each with its interval: what the facet compares. */
async function cells(context: Context, audience: Audience, of: string, by: string): Promise<Child> {
  const answer = await indicator(of, { audience, by, ...periodQuery(context.catalogue, audience, context.period) });
  const rows = answer.value.filter((r) => r[by] !== null);
  const about = context.catalogue.indicators.get(of)!;
  const list = (shown: Row[]): HTMLElement => barTable(`${about.title} by ${by}`, shown, answer.scale, audience, (r) => by === "touchpoint" ? words(String(r[by])) : String(r[by]), words(by));
  if (rows.length === 0) return note("There are no answers.");
  return [
    h("p", { class: "note" }, of === "item" ? "The mean rating of each touchpoint, from 0 to 100." : `${about.title}: ${about.question}`),
    rows.length > many ? disclosure(`All ${rows.length} values`, list(rows)) : list(rows),
  ];
}

/** A table whose rows have their interval drawn beside its text. */
export const barTable = (caption: string, rows: Row[], scale: Scale, audience: Audience, name: (row: Row) => string, head: string): HTMLElement => table(caption, [
  { name: head, isHead: true, cell: name },
  { name: "Figure and 95% interval", cell: (r) => r.status === "released" && r.estimate !== null
    ? h("div", { class: "with-bar" }, h("span", {}, h("b", {}, estimate(r)), ` (${interval(r.low, r.high)})`), bar({ low: r.low, high: r.high, at: r.estimate, target: r.target, audience }, scale, `${name(r)}: ${estimate(r)}, ${interval(r.low, r.high)}`)) : notShown(r.status) },
  { name: "n", isNumber: true, cell: (r) => r.n === null ? "–" : whole(r.n) },
], rows, true, true);
