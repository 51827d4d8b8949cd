// Which periods can be looked at, and how each audience is asked for one.
import type { Audience, Query } from "./api";
import type { Catalogue } from "./catalogue";
import { period } from "./format";

const isCalendar = (key: string): boolean => /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/.test(key);
const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

export interface PeriodOption { value: string; text: string; group: string }

/** Newest first: months, quarters and years that hold something, and waves of employees. */
export function periodOptions(catalogue: Catalogue): PeriodOption[] {
  const released = catalogue.periods.filter((p) => p.state === "released");
  const months = newest([...catalogue.customerMonths, ...released.filter((p) => p.grid === "month").map((p) => p.period)]);
  const quarters = newest([...months.map(quarterOf), ...released.filter((p) => p.grid === "quarter").map((p) => p.period)]);
  const years = newest([...quarters.map((q) => q.slice(0, 4)), ...released.filter((p) => p.grid === "year").map((p) => p.period)]);
  const waves = released.filter((p) => !isCalendar(p.period)).map((p) => p.period);
  const hasEmployees = catalogue.audiences.includes("employee");
  const option = (group: string) => (key: string): PeriodOption => ({ value: key, text: hasEmployees && !isReleased(catalogue, key) ? `${period(key)} (customers only)` : period(key), group });
  return [...months.map(option("Months")), ...quarters.map(option("Quarters")), ...years.map(option("Years")), ...waves.map(option("Waves"))];
}

/** The last month released for employees; without any, the last but one of customers, because the last still runs. */
export function usualPeriod(catalogue: Catalogue): string {
  const released = catalogue.periods.filter((p) => p.state === "released");
  const months = catalogue.customerMonths;
  return newest(released.filter((p) => p.grid === "month").map((p) => p.period))[0] ?? newest(released.map((p) => p.period))[0] ?? months.at(-2) ?? months.at(-1) ?? "";
}

/** Whether employees' figures of a period may be asked for: it is released, or holds one that is. */
export const isReleased = (catalogue: Catalogue, key: string): boolean => catalogue.periods.some((p) => p.state === "released" && (p.period === key
  || key.length === 4 && p.period.startsWith(key) || p.grid === "month" && isCalendar(p.period) && quarterOf(p.period) === key));

/** Whether an address names a period: a calendar one, or a wave that is there. */
export const isPeriod = (catalogue: Catalogue, key: string): boolean => isCalendar(key) || catalogue.periods.some((p) => p.period === key);

/** The last released period on the same grid. */
export function lastReleased(catalogue: Catalogue, key: string): string | null {
  const released = catalogue.periods.filter((p) => p.state === "released" && p.period.length === key.length).map((p) => p.period);
  return newest(released)[0] ?? null;
}

/** How an audience is asked for a period: customers know no waves, but their days. */
export function periodQuery(catalogue: Catalogue, audience: Audience, key: string): Query {
  const wave = catalogue.periods.find((p) => p.period === key);
  return audience === "customer" && !isCalendar(key) && wave ? { from: wave.from, to: wave.to } : { period: key };
}

const newest = (keys: string[]): string[] => [...new Set(keys)].sort().reverse();
