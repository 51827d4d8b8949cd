// How figures, days and periods are written: numbers as the visitor's locale has them, words in the page's language.
import type { Row, Scale, Status } from "./api";

const locales = [...navigator.languages];
const formats = new Map<string, Intl.NumberFormat>();

/** A number in the visitor's locale; null is told as such, never as 0. */
export function number(value: number | null | undefined, digits = 1, sign = false): string {
  if (value === null || value === undefined) return "not there";
  const name = `${digits}${sign}`;
  let format = formats.get(name);
  if (!format) formats.set(name, format = new Intl.NumberFormat(locales, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: sign ? "exceptZero" : "negative" }));
  return format.format(value).replace("-", "−");
}

export const whole = (value: number | null | undefined): string => number(value, 0);

/** Correlations need two places, points one. */
export const digitsOf = (scale: Scale): number => (scale.high - scale.low <= 4 ? 2 : 1);

/** The estimate in words: a small group's may be a bound. */
export function estimate(row: Row, digits = 1): string {
  const text = number(row.estimate, digits);
  return row.bound === "atLeast" ? `${text} or more` : row.bound === "atMost" ? `${text} or less` : text;
}

export const interval = (low: number | null, high: number | null, digits = 1, sign = false): string =>
  low === null || high === null ? "no interval" : `${number(low, digits, sign)} to ${number(high, digits, sign)}`;

/** What a status other than released means, short and in full. */
export const statusWord: Record<Status, string> = { released: "shown", withheld: "withheld", insufficient: "too little data", undefined: "no value" };
export const statusText: Record<Status, string> = {
  released: "Shown.",
  withheld: "Withheld: too few people, or other figures would give them away. It is not zero.",
  insufficient: "Too little data for this formula. It is not zero.",
  undefined: "The formula has no value here. It is not zero.",
};

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A day such as 2026-11-01 in words. */
export function day(text: string): string {
  const [year, month, date] = text.split("-").map(Number) as [number, number, number];
  return `${date} ${months[month - 1]} ${year}`;
}

/** A calendar period such as 2026-11, 2026-Q4 or 2026 in words; another name stays as it is. */
export function period(key: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(key);
  if (month) return `${months[Number(month[2]) - 1]} ${month[1]}`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  return quarter ? `Quarter ${quarter[2]} of ${quarter[1]}` : key;
}

/** A period in little space. */
export function shortPeriod(key: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(key);
  if (month) return `${months[Number(month[2]) - 1]!.slice(0, 3)} ${month[1]}`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  return quarter ? `Q${quarter[2]} ${quarter[1]}` : key;
}

/** The calendar period that begins on a day. */
export function periodOf(from: string, length: "month" | "quarter" | "year"): string {
  const [year, month] = from.split("-") as [string, string];
  return length === "year" ? year : length === "quarter" ? `${year}-Q${Math.ceil(Number(month) / 3)}` : `${year}-${month}`;
}

/** The calendar period before; null for a name that is none. */
export function before(key: string): string | null {
  const [year, part] = key.split("-") as [string, string?];
  if (!/^\d{4}$/.test(year) || (part && !/^(\d{2}|Q[1-4])$/.test(part))) return null;
  if (!part) return String(Number(year) - 1);
  const isQuarter = part.startsWith("Q");
  const at = Number(isQuarter ? part.slice(1) : part);
  const write = (y: number, n: number): string => isQuarter ? `${y}-Q${n}` : `${y}-${String(n).padStart(2, "0")}`;
  return at > 1 ? write(Number(year), at - 1) : write(Number(year) - 1, isQuarter ? 4 : 12);
}

/** `retail-south` or `own.workload` as words, where nobody gave a name. */
export const words = (code: string): string => {
  const text = code.replace(/^own\./, "").replace(/[-_.]/g, " ").replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
};
