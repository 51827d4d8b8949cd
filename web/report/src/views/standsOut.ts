// The committee's page of the whole, as sentences: what moved, what is off target and what people write about now, and nothing that is not.
import { type Audience, read } from "../api";
import { type Child, h } from "../dom";
import { before, day, interval, number, period } from "../format";
import { note, people } from "../parts";
import type { Context } from "./view";

export interface Moved { indicator: string; audience: Audience; before: number | null; after: number | null; change: number | null; low: number | null; high: number | null; n: number | null; pAdjusted: number | null }
export interface OffTarget { indicator: string; measure: string | null; audience: Audience; target: number; direction: string; until: string; estimate: number | null; low: number | null; high: number | null; n: number | null }
export interface NewTopic { topic: string; title: string; audience: Audience; people: number | null; share: number | null; low: number | null; high: number | null; n: number | null }
export interface Sheet { unit: string | null; name: string | null; compared: number; moved: Moved[]; offTarget: OffTarget[]; initiatives: { key: string; title: string; from: string }[]; warnings: string[] | null; newTopics: NewTopic[]; flagsWithoutAnswer: number | null }

const points = (change: number): string => `${change > 0 ? "rose" : "fell"} by ${number(Math.abs(change))}`;

export async function standsOut(context: Context): Promise<Child> {
  if (!before(context.period)) return note("The committee's page is made for calendar periods; this is a wave.");
  const sheet = (await read<{ value: Sheet[] }>(`v1/committee/${context.period}`, { limit: 1 })).value[0]!;
  return [sentences(context, sheet), h("p", { class: "small" }, comparedText(context, sheet))];
}

/** How much could be compared: 0 does not say that nothing moved. */
export function comparedText(context: Context, sheet: Sheet): string {
  const earlier = before(context.period);
  return sheet.compared === 0 ? `Nothing could be compared with ${period(earlier!)}: too few answers, or not released.` : `${sheet.compared} figures were compared with ${period(earlier!)}, all of them together.`;
}

export function sentences(context: Context, sheet: Sheet): Child {
  const name = (slug: string, measure: string | null = null): string => (context.catalogue.indicators.get(slug)?.title ?? slug) + (measure ? ` (${measure})` : "");
  const moved = sheet.moved.map((m) => h("li", { class: (m.change ?? 0) > 0 ? "up" : "down" }, h("span", { class: "sign", "aria-hidden": "true" }, (m.change ?? 0) > 0 ? "▲ " : "▼ "),
    h("b", {}, `${name(m.indicator)} of ${people[m.audience].toLowerCase()} ${points(m.change ?? 0)}`), ` points (${interval(m.low, m.high, 1, true)}), from ${number(m.before)} to ${number(m.after)}.`));
  const missed = sheet.offTarget.map((t) => h("li", { class: "missed" }, h("span", { class: "sign", "aria-hidden": "true" }, "✗ "),
    h("b", {}, `${name(t.indicator, t.measure)} of ${people[t.audience].toLowerCase()} misses its target`), `: ${number(t.estimate)} (${interval(t.low, t.high)}), wanted ${t.direction === "atMost" ? "at most" : "at least"} ${number(t.target, 0)} by ${day(t.until)}.`));
  const topics = sheet.newTopics.map((t) => h("li", { class: "topic" }, h("span", { class: "sign", "aria-hidden": "true" }, "✎ "),
    h("b", {}, `${people[t.audience]} write about “${t.title}”`), `: ${number(t.share, 0)}% of those who left a comment (${interval(t.low, t.high)}), far more than in ${period(before(context.period)!)}.`));
  const all = [...moved, ...missed, ...topics];
  return all.length > 0 ? h("ul", { class: "sentences" }, all) : note(sheet.compared > 0 ? "Nothing moved beyond what chance brings, no target is missed, and no topic is new." : "No target is missed.");
}
