// The committee's page of a unit, as sentences: what moved, what is off target, what gave a warning and what people write about now, and nothing that is not.
import { type Audience, read } from "../api";
import { type Child, h } from "../dom";
import { before, day, interval, number, period, periodOf, words } from "../format";
import { note, people } from "../parts";
import { linkTo } from "../place";
import type { Context } from "./view";

export interface Moved { indicator: string; audience: Audience; before: number | null; after: number | null; change: number | null; low: number | null; high: number | null; n: number | null; pAdjusted: number | null }
export interface OffTarget { indicator: string; measure: string | null; audience: Audience; target: number; direction: string; until: string; estimate: number | null; low: number | null; high: number | null; n: number | null }
export interface NewTopic { topic: string; title: string; audience: Audience; people: number | null; share: number | null; low: number | null; high: number | null; n: number | null }
export interface Warned { audience: Audience; topic: string | null; title: string | null; indicator: string | null; from: string; to: string }
export interface Sheet { unit: string | null; name: string | null; compared: number; moved: Moved[]; offTarget: OffTarget[]; initiatives: { key: string; title: string; from: string }[]; warnings: Warned[]; newTopics: NewTopic[]; flagsWithoutAnswer: number | null }

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
  const all = [...moved, ...missed, ...warned(context, sheet), ...topics];
  return all.length > 0 ? h("ul", { class: "sentences" }, all) : note(sheet.compared > 0 ? "Nothing moved beyond what chance brings, no target is missed, nothing gave a warning, and no topic is new." : "No target is missed.");
}

/** When a warning began: of employees the period it was released for. */
export const since = (warning: Warned): string => warning.audience === "customer" ? `since the week of ${day(warning.from)}` : `in ${period(periodOf(warning.from, months(warning) > 3 ? "year" : months(warning) > 1 ? "quarter" : "month"))}`;

const months = (warning: Warned): number => Math.round((Date.parse(warning.to) - Date.parse(warning.from)) / 2_629_800_000);

/** Where a warning is looked at: the view of early warnings, of the unit. */
export const toWarnings = (context: Context, unit: string | null): string => linkTo("warnings", { period: context.parameters.get("period"), unit });

/** A topic is a line of its own; scores are many, and stay in alarm, so that those of an audience are one line. */
function warned(context: Context, sheet: Sheet): HTMLElement[] {
  const line = (...content: Child[]): HTMLElement => h("li", { class: "warned" }, h("span", { class: "sign", "aria-hidden": "true" }, "⚠ "), ...content);
  const look = (): HTMLElement => h("a", { href: toWarnings(context, sheet.unit) }, "Look");
  const topics = sheet.warnings.filter((w) => w.topic !== null).map((w) => line(h("b", {}, `${people[w.audience]} mention “${w.title ?? w.topic}” unusually often`), ` ${since(w)}. `, look()));
  const scores = context.audiences.flatMap((audience) => {
    const own = sheet.warnings.filter((w) => w.topic === null && w.audience === audience);
    return own.length === 0 ? [] : [line(h("b", {}, `${own.length === 1 ? "A score" : `${own.length} scores`} of ${people[audience].toLowerCase()} left the usual range`), `: ${own.map((w) => scoreName(context, w.indicator!)).join(", ")}. `, look())];
  });
  return [...topics, ...scores];
}

/** A part of a scale is named with it. */
function scoreName(context: Context, measure: string): string {
  const title = (slug: string): string | undefined => context.catalogue.indicators.get(slug === "readiness" ? "change-readiness" : slug)?.title;
  const [scale, part] = measure.split(".");
  return title(measure) ?? (part && title(scale!) ? `${title(scale!)} (${words(part)})` : words(measure.split(".").at(-1)!));
}
