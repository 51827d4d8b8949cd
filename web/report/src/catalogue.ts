// What there is to show: indicators with their texts, units as a tree, periods, and which figures the surveys ask for.
import { type Audience, indicator, read, readAll } from "./api";
import { periodOf, words } from "./format";

export interface Indicator { slug: string; title: string; question: string; formula: string; source: string; caveat: string; scale: { low: number; high: number }; audiences: Audience[]; components: Record<string, string> }
export interface Unit { code: string; name: string; parent: string | null; headcount: number | null; totalHeadcount: number | null; level: number; children: Unit[] }
export interface Period { period: string; grid: string; from: string; to: string; state: "open" | "closed" | "released"; surveys: string[]; releasedAt: string | null }
export interface Target { indicator: string; measure: string | null; audience: Audience; unit: string | null; direction: "atLeast" | "atMost"; value: number; until: string }
export interface Initiative { key: string; title: string; from: string; units: string[]; wayPoints: { on: string; text: string }[] }
export interface Outcome { name: string; grid: string; count: number }
interface Item { code: string; kind: string; text: string | Record<string, string>; measures?: string | null; touchpoint?: string | null }
interface Survey { key: string; audience: Audience; title: string | Record<string, string>; dimensions?: (string | { name: string })[] | null; items: Item[] }

/** A figure that can be asked for: a slug, and a measure where the organisation has a scale of its own. */
export interface Figure { id: string; slug: string; measure: string | null; title: string; about: Indicator }

export interface Catalogue {
  indicators: Map<string, Indicator>;
  units: Unit[];
  unitNames: Map<string, string>;
  periods: Period[];
  targets: Target[];
  initiatives: Initiative[];
  outcomes: Outcome[];
  /** Audiences the key may see and that have a survey. */
  audiences: Audience[];
  /** Audiences of which the key sees no survey: there is none, or the key is for the other audience. A key says nothing of itself. */
  unseen: Audience[];
  figures: Record<Audience, Figure[]>;
  /** Dimensions by which an audience's answers can be told apart, without the unit. */
  dimensions: Record<Audience, string[]>;
  hasTouchpoints: Record<Audience, boolean>;
  /** Months that hold customers' answers, oldest first. */
  customerMonths: string[];
}

/** Slugs of one figure a group, in the order they are shown, and what an item has to measure for them. */
const asked: [slug: string, measure: string][] = [
  ["trust", "trust."], ["satisfaction", "satisfaction"], ["effort", "effort"], ["engagement", "engagement."], ["change-readiness", "readiness."], ["purpose", "purpose."],
  ["recommend", "recommend"], ["stay", "stay"], ["journey-pass", "experience"], ["net-trust", "trust."],
];

export async function load(): Promise<Catalogue> {
  // First alone: a key that is not known is refused once.
  const listed = await readAll<{ key: string; audience: Audience }>("v1/surveys");
  const sees = (audience: Audience): boolean => listed.some((l) => l.audience === audience);
  const lists = Promise.all([readAll<Unit>("v1/units"), sees("employee") ? readAll<Period>("v1/periods") : [], readAll<Target>("v1/targets"), readAll<Initiative>("v1/initiatives"), readAll<Outcome>("v1/outcomes")]);
  const texts = readAll<Indicator>("v1/indicators");
  const [surveys, [units, periods, targets, initiatives, outcomes], all] = await Promise.all([Promise.all(listed.map((l) => read<Survey>(`v1/surveys/${l.key}`))), lists, texts]);
  const indicators = new Map(all.map((i) => [i.slug, i]));
  const ask = (audience: Audience): Survey[] => surveys.filter((one) => one.audience === audience);
  const figures = { customer: figuresOf(ask("customer"), indicators, "customer"), employee: figuresOf(ask("employee"), indicators, "employee") };
  const audiences = (["customer", "employee"] as const).filter((a) => figures[a].length > 0);
  const customerMonths = await monthsOf(figures.customer[0]);
  return {
    indicators, periods, targets, initiatives, outcomes, figures, customerMonths, audiences,
    units: treeOf(units),
    unitNames: new Map(units.map((u) => [u.code, u.name])),
    unseen: (["customer", "employee"] as const).filter((a) => !sees(a)),
    dimensions: { customer: dimensionsOf(ask("customer")), employee: dimensionsOf(ask("employee")) },
    hasTouchpoints: { customer: touches(ask("customer")), employee: touches(ask("employee")) },
  };
}

function figuresOf(surveys: Survey[], indicators: Map<string, Indicator>, audience: Audience): Figure[] {
  const measures = surveys.flatMap((one) => one.items.map((i) => i.measures ?? ""));
  const found: Figure[] = [];
  for (const [slug, measure] of asked) {
    const about = indicators.get(slug);
    if (about?.audiences.includes(audience) && measures.some((m) => m === measure || (measure.endsWith(".") && m.startsWith(measure)))) found.push({ id: slug, slug, measure: null, title: about.title, about });
  }
  const scale = indicators.get("scale");
  const own = new Set(measures.filter((m) => m.startsWith("own.")).map((m) => m.split(".").slice(0, 2).join(".")));
  if (scale) for (const measure of [...own].sort()) found.push({ id: `scale:${measure}`, slug: "scale", measure, title: `${words(measure)} (own scale)`, about: scale });
  return found;
}

const dimensionsOf = (surveys: Survey[]): string[] => [...new Set(surveys.flatMap((one) => (one.dimensions ?? []).map((d) => typeof d === "string" ? d : d.name)))].filter((d) => d !== "unit");

const touches = (surveys: Survey[]): boolean => surveys.some((one) => one.items.some((i) => i.touchpoint));

/** The units from the top down, each with those below it, in the order of their names. */
function treeOf(units: Unit[]): Unit[] {
  const listed: Unit[] = [];
  const below = (parent: string | null, level: number): Unit[] => units.filter((u) => (u.parent ?? null) === parent).sort((a, b) => a.name.localeCompare(b.name)).map((u) => {
    const unit: Unit = { ...u, level, children: [] };
    listed.push(unit);
    unit.children = below(u.code, level + 1);
    return unit;
  });
  below(null, 1);
  return listed;
}

async function monthsOf(figure: Figure | undefined): Promise<string[]> {
  if (!figure) return [];
  const answer = await indicator(figure.slug, { audience: "customer", interval: "month", measure: figure.measure });
  return answer.value.flatMap((r) => r.from ? [periodOf(r.from, "month")] : []);
}
