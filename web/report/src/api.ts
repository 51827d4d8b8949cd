// Reads the public operations with the visitor's key. Addresses are relative to the page; nothing else is ever asked.

export type Audience = "customer" | "employee";
export type Status = "released" | "withheld" | "insufficient" | "undefined";
export type Value = number | string | boolean | string[] | null;

/** One row of an indicator, as the operation answers it; columns of a breakdown stand beside. */
export interface Row {
  key: string;
  from: string | null;
  to: string | null;
  estimate: number | null;
  low: number | null;
  high: number | null;
  n: number | null;
  status: Status;
  bound: "atLeast" | "atMost" | null;
  target: number | null;
  reached: "yes" | "no" | "unclear" | null;
  components: Record<string, Value>;
  unit?: string | null;
  facet?: string | null;
  touchpoint?: string | null;
  channel?: string | null;
  [column: string]: unknown;
}

export interface Scale { low: number; high: number }
export interface Answer { indicator: string; audience: Audience; scale: Scale; asOf: string; value: Row[]; nextCursor: string | null }

/** What the service said instead of an answer. Status 0: it could not be reached. */
export class Refusal extends Error {
  constructor(readonly status: number, readonly code: string, readonly detail: string) {
    super(detail);
  }
}

const stored = "feedback-report-key";
const answers = new Map<string, Promise<unknown>>();
let key: string | null = null;

/** The key of the address' fragment, else the one that was kept; the fragment is taken out of the address at once. */
export function findKey(): string | null {
  const given = /^#key=([A-Za-z0-9_-]{1,256})$/.exec(location.hash)?.[1];
  if (given) {
    history.replaceState(null, "", location.pathname + location.search);
    keepKey(given, localStorage.getItem(stored) !== null);
  }
  key ??= sessionStorage.getItem(stored) ?? localStorage.getItem(stored);
  return key;
}

/** Keeps the key until the tab is closed, or until it is forgotten where the visitor says so. */
export function keepKey(value: string, remembers: boolean): void {
  forgetKey();
  key = value;
  (remembers ? localStorage : sessionStorage).setItem(stored, value);
}

export function forgetKey(): void {
  key = null;
  answers.clear();
  sessionStorage.removeItem(stored);
  localStorage.removeItem(stored);
}

/** Asks again for what is asked next. */
export const forgetAnswers = (): void => answers.clear();

export type Query = Record<string, string | number | string[] | null | undefined>;

/** One answer; what was asked before in this visit is not asked again. */
export function read<T>(path: string, query: Query = {}): Promise<T> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined) continue;
    for (const each of Array.isArray(value) ? value : [value]) parameters.append(name, String(each));
  }
  const text = parameters.toString();
  const address = text ? `${path}?${text}` : path;
  let answer = answers.get(address) as Promise<T> | undefined;
  if (!answer) {
    answer = ask<T>(address);
    answers.set(address, answer);
    // A refusal of the moment is asked again next time.
    answer.catch((e: unknown) => { if (!(e instanceof Refusal) || e.status === 0 || e.status >= 500 || e.status === 401) answers.delete(address); });
  }
  return answer;
}

/** Every page of a list. */
export async function readAll<T>(path: string, query: Query = {}): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = null;
  do {
    const page: { value: T[]; nextCursor?: string | null } = await read(path, { ...query, cursor });
    found.push(...page.value);
    cursor = page.nextCursor ?? null;
  } while (cursor);
  return found;
}

/** All rows of an indicator. */
export async function indicator(slug: string, query: Query): Promise<Answer> {
  const first = await read<Answer>(`v1/indicators/${slug}`, query);
  if (!first.nextCursor) return first;
  return { ...first, value: await readAll<Row>(`v1/indicators/${slug}`, query), nextCursor: null };
}

async function ask<T>(address: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, { headers: { "X-Api-Key": key ?? "", Accept: "application/json" }, credentials: "omit", cache: "no-cache" });
  } catch {
    throw new Refusal(0, "unreachable", "The service cannot be reached.");
  }
  if (response.ok) return await response.json() as T;
  let problem: { code?: string; detail?: string } = {};
  try {
    problem = await response.json() as typeof problem;
  } catch {
    // A balancer may answer without a problem's body.
  }
  throw new Refusal(response.status, problem.code ?? "", problem.detail ?? "");
}
