// The headline figures of both audiences, each with its interval, its change and its target.
import { type Answer, type Audience, Refusal, type Row, type Scale, indicator, read } from "../api";
import type { Figure } from "../catalogue";
import { type Child, h, hidden } from "../dom";
import { before, day, digitsOf, estimate, interval, number, period, statusText, whole } from "../format";
import { bar, figureHead, later, note, notShown, people, refusalText, targetText, unseenText } from "../parts";
import { linkTo } from "../place";
import { isReleased, lastReleased, periodQuery } from "../periods";
import { standsOut } from "./standsOut";
import type { Context, View } from "./view";

export const overview: View = {
  name: "overview",
  title: "Overview",
  question: "How do customers and employees see the organisation, and what moved since the period before?",
  usesPeriod: true,
  show: (context) => [
    h("section", { "aria-labelledby": "stands-out", class: "card stands-out" }, h("h2", { id: "stands-out" }, "What stands out"), later(standsOut(context), "what stands out")),
    h("div", { class: "two" }, context.audiences.map((audience) => panel(context, audience))),
    context.catalogue.unseen.map((audience) => h("section", { class: "card", "aria-labelledby": `no-${audience}` }, h("h2", { id: `no-${audience}` }, people[audience]), note(unseenText(audience)))),
    h("p", { class: "small" }, "A change below a figure is judged by itself. What stands out is judged over all figures of all units together, as the committee's pages are, so that fewer changes remain: among many comparisons some look large by chance."),
  ],
};

function panel(context: Context, audience: Audience): HTMLElement {
  const released = audience === "employee" ? context.catalogue.periods.find((p) => p.period === context.period)?.releasedAt : null;
  return h("section", { class: `card panel ${audience}`, "aria-labelledby": `of-${audience}` },
    h("h2", { id: `of-${audience}` }, h("span", { class: "mark", "aria-hidden": "true" }), people[audience]),
    audience === "employee" && !isReleased(context.catalogue, context.period) ? notReleased(context) : [
      released ? h("p", { class: "as-of" }, `Released on ${day(released.slice(0, 10))}.`) : null,
      h("ul", { class: "figures" }, context.catalogue.figures[audience].map((figure) => h("li", { class: "figure-item", "data-figure": figure.id, "data-audience": audience }, figureHead(figure), later(item(context, audience, figure), figure.title, audience)))),
    ]);
}

function notReleased(context: Context): Child {
  const last = lastReleased(context.catalogue, context.period);
  return [note(refusalText(new Refusal(404, "period_not_released", ""), "employee")), last ? h("p", {}, h("a", { href: linkTo("overview", { period: last }) }, `Show ${period(last)}, the last that is released`)) : null];
}

async function item(context: Context, audience: Audience, figure: Figure): Promise<Child> {
  const answer = await indicator(figure.slug, { audience, measure: figure.measure, ...periodQuery(context.catalogue, audience, context.period) });
  const row = answer.value[0]!;
  const earlier = before(context.period);
  const isCompared = row.status === "released" && earlier !== null && (audience === "customer" || isReleased(context.catalogue, earlier));
  return [
    row.status === "released" ? shown(row, answer.scale, audience, figure) : absent(row),
    isCompared ? later(changeOf(audience, figure, earlier, context.period), "the change", audience) : null,
    trendLink(audience, figure, context.period),
  ];
}

function shown(row: Row, scale: Scale, audience: Audience, figure: Figure): Child {
  const digits = digitsOf(scale);
  return [
    h("div", { class: "headline" },
      h("span", { class: "big" }, estimate(row, digits)),
      h("span", { class: "beside" }, h("span", {}, `${interval(row.low, row.high, digits)}`, hidden(", 95% interval")), h("span", { class: "n" }, `${whole(row.n)} people`),
        row.components.indicative === true ? h("span", { class: "hint" }, "few people: a hint only") : null)),
    bar({ low: row.low, high: row.high, at: row.estimate, target: row.target, audience }, scale, `${figure.title}: ${estimate(row, digits)}, 95% interval ${interval(row.low, row.high, digits)}, on a scale from ${whole(scale.low)} to ${whole(scale.high)}`),
    h("div", { class: "ends", "aria-hidden": "true" }, h("span", {}, whole(scale.low)), h("span", {}, whole(scale.high))),
    row.target === null ? null : h("p", { class: "target-line" }, targetText(row, scale)),
  ];
}

const absent = (row: Row): Child => h("p", { class: "absent" }, notShown(row.status), " ", h("span", { class: "note" }, statusText[row.status]));

async function changeOf(audience: Audience, figure: Figure, earlier: string, later: string): Promise<HTMLElement> {
  const answer = await read<Answer>("v1/indicators/change", { of: figure.slug, audience, measure: figure.measure, before: earlier, after: later });
  return changeText(answer.value[0]!, earlier, figure);
}

/** A change with its interval, and whether the service calls it notable. Which way is good of a scale of the organisation's own, the page does not know. */
function changeText(row: Row, earlier: string, figure: Figure): HTMLElement {
  if (row.estimate === null) return h("p", { class: "change none" }, `Change since ${period(earlier)}: `, notShown(row.status));
  const isNotable = row.components.notable === true;
  const [sign, word] = !isNotable ? ["≈", row.components.notable === null ? "not tested" : "not notable"] : row.estimate > 0 ? ["▲", "notable rise"] : ["▼", "notable fall"];
  return h("p", { class: `change ${!isNotable ? "still" : figure.measure ? "moved" : row.estimate > 0 ? "up" : "down"}` },
    h("span", { class: "sign", "aria-hidden": "true" }, sign), h("b", {}, ` ${number(row.estimate, 1, true)}`), ` (${interval(row.low, row.high, 1, true)}) since ${period(earlier)}: ${word}`);
}

const trendLink = (audience: Audience, figure: Figure, now: string): HTMLElement =>
  h("p", { class: "on" }, h("a", { href: linkTo("trend", { period: now, audience, indicator: figure.id }) }, "Trend", hidden(` of ${figure.title}, ${people[audience].toLowerCase()}`)));
