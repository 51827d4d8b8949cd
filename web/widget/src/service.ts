import type { Outcome, Waiting } from "./outbox";
import type { Localized } from "./texts";

export interface Item {
  code: string;
  /** `code`: the invitation code, which is asked like an item. */
  kind: "rating" | "choice" | "text" | "code";
  text?: Localized;
  low?: number;
  high?: number;
  labels?: Record<string, Localized>;
  options?: { code: string; text?: Localized }[];
  multiple?: boolean;
  required?: boolean;
}

/** What is asked: a survey's form, or the small feedback form. */
export interface Form {
  audience: "customer" | "employee";
  version?: number;
  title?: Localized;
  description?: Localized;
  thanks?: Localized;
  items?: Item[];
  dimensions?: (string | { name: string; values?: string[] })[];
  access?: "open" | "code";
  k?: number;
  kinds?: string[];
  rating?: { low: number; high: number };
}

interface Problem {
  code?: string;
  errors?: Record<string, string[]>;
}

/** Why a form could not be had: the status, if there was an answer, and the service's word for it. */
export interface NoForm {
  status?: number;
  code?: string;
}

const patience = 20_000;

/** No cookies go along, and no address of the page. Nothing but what a plain form could send, so that no preflight is needed. */
async function ask(address: string, key: string, init: RequestInit = {}): Promise<Response> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), patience);
  try {
    return await fetch(`${address}${address.includes("?") ? "&" : "?"}key=${encodeURIComponent(key)}`, { credentials: "omit", referrerPolicy: "no-referrer", signal: end.signal, ...init });
  } finally {
    clearTimeout(timer);
  }
}

/** The form at an address. */
export async function readForm(address: string, key: string): Promise<Form> {
  const answer = await ask(address, key).catch(() => null);
  const body = await answer?.json().catch(() => null) as Form & Problem | null;
  if (!answer?.ok || !body?.audience) throw { status: answer?.status, code: body?.code } as NoForm;
  return body;
}

/** Posts a response. Only the service's own words count: what a proxy or a captive portal answers is not taken for a "stored" or a "refused". */
export async function post(waiting: Waiting): Promise<Outcome> {
  try {
    const answer = await ask(waiting.to, waiting.key, { method: "POST", body: waiting.body, keepalive: waiting.body.length < 20_000 });
    const body = await answer.json().catch(() => null) as { id?: string } & Problem | null;
    const { status } = answer;
    if (answer.ok) return body?.id?.toLowerCase() === waiting.id ? { is: "stored" } : { is: "later" };
    if ((status === 401 || status === 403) && body?.code) return { is: "barred" };
    if (status < 500 && ![408, 425, 429].includes(status) && body?.code) return { is: "refused", code: body.code, fields: Object.keys(body.errors ?? {}) };
    return { is: "later", seconds: seconds(answer.headers.get("Retry-After")) };
  } catch {
    return { is: "later" };
  }
}

/** Hands a response to the browser, which sends it though the page is gone; at most 64 KB, of which a beacon gives no word. */
export function beacon({ to, key, body }: Waiting): void {
  if (body.length < 60_000) navigator.sendBeacon?.(`${to}?key=${encodeURIComponent(key)}`, body);
}

/** Erases a response; the id is the receipt. */
export const erase = (server: string, key: string, id: string): Promise<boolean> =>
  ask(`${server}v1/responses/${id}`, key, { method: "DELETE" }).then((answer) => answer.ok, () => false);

/** Retry-After: seconds, or a date. */
function seconds(header: string | null): number {
  return Math.max(0, Number(header) || (Date.parse(header!) - Date.now()) / 1000 || 0);
}
