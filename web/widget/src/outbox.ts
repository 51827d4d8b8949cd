/** A response on its way: the same bytes under the same id however often it is sent. */
export interface Waiting {
  id: string;
  /** Where it goes, without the key. */
  to: string;
  key: string;
  body: string;
  /** The day it was given, as 2026-11-21; never the time. */
  day: string;
  /** An employee's: what is refused is not left for the next person at the machine. */
  isPrivate?: boolean;
  /** Why the service will never take it; it is kept for its writer to read. */
  refused?: string;
}

/** What became of one try. `later`: nothing is known, or the service asks for patience. `barred`: the key or the page may not send now, which its operator can mend. */
export type Outcome = { is: "stored" } | { is: "barred" } | { is: "later"; seconds?: number } | { is: "refused"; code: string; fields?: string[] };

/** Where a response lies: over visits, as long as the tab, or as long as the page. */
export type Place = "local" | "session" | "memory";

/** What the outbox needs of a browser. */
export interface Surroundings {
  /** The storage of a place, or null where the browser has or lets none. */
  storage(place: "local" | "session"): Storage | null;
  post(waiting: Waiting): Promise<Outcome>;
  /** Hands it to the browser to send after the page is gone; nothing is heard of it. */
  beacon(waiting: Waiting): void;
  now(): number;
  /** 0 to 1. */
  random(): number;
  later(milliseconds: number, run: () => void): void;
  /** Runs it unless another tab is at it; false if so. */
  alone(run: () => Promise<void>): Promise<boolean>;
  changed(waiting: Waiting, outcome: Outcome): void;
}

export type Outbox = ReturnType<typeof makeOutbox>;

const prefix = "feedback:wait:";
const pause = "feedback:pause", places = ["local", "session"] as const;
const most = 50, day = 86_400_000, oldest = 31 * day, shortest = 2000, longest = 300_000, longestAsked = 3_600_000;

/**
 * Keeps every response from the moment somebody presses "Send" until the service has said that it is stored: first written down, then sent, then struck
 * off. What fails is sent again under its id with growing, jittered pauses, and not before the service's own Retry-After is over.
 */
export function makeOutbox({ storage, post, beacon, now, random, later, alone, changed }: Surroundings) {
  /** What this page gave in: kept here too, so that only the service's word strikes it off. */
  const own = new Map<string, Waiting>();
  const sending = new Set<string>(), barred = new Set<string>();
  let tries = 0, until = 0, isPlanned = false;

  /** False where there is no storage, or no room in it. */
  function attempt(place: "local" | "session", run: (storage: Storage) => void): boolean {
    const found = storage(place);
    try {
      if (found) run(found);
      return !!found;
    } catch {
      return false;
    }
  }

  const write = (waiting: Waiting, place: "local" | "session"): boolean => attempt(place, (found) => found.setItem(prefix + waiting.id, JSON.stringify(waiting)));

  /** Everything that waits or was refused, the oldest day first. What is older than thirty days is let go. */
  function all(): Waiting[] {
    const found = new Map(own);
    for (const place of places) {
      attempt(place, (kept) => {
        for (const name of Object.keys(kept).filter((key) => key.startsWith(prefix))) {
          const waiting = parse(kept.getItem(name));
          if (!waiting || !(now() - Date.parse(waiting.day) < oldest)) kept.removeItem(name);
          else if (!found.has(waiting.id)) found.set(waiting.id, waiting);
        }
      });
    }
    return [...found.values()].sort((a, b) => Date.parse(a.day) - Date.parse(b.day));
  }

  const due = (): Waiting[] => all().filter(({ id, refused }) => !refused && !barred.has(id));

  /** Forgets a response. */
  function drop(id: string): void {
    own.delete(id);
    for (const place of places) attempt(place, (kept) => kept.removeItem(prefix + id));
  }

  /** Writes a response down; says how safe it is there. */
  function put(waiting: Waiting, wanted: "local" | "session"): Place {
    own.set(waiting.id, waiting);
    const kept = all(), old = kept.find(({ refused }) => refused);
    if (kept.length > most && old) drop(old.id);
    else if (kept.length > most) return "memory";
    return write(waiting, wanted) ? wanted : write(waiting, "session") ? "session" : "memory";
  }

  /** Milliseconds for which the service asked to be left alone; the next page of the tab keeps to it too. */
  function asked(): number {
    let left = 0;
    attempt("session", (kept) => { left = Number(kept.getItem(pause)) - now(); });
    // Longer than is ever asked: the clock was set back since.
    return left > longestAsked + longest ? 0 : left;
  }

  const pauseLeft = (): number => Math.max(asked(), until - now());

  function postpone(seconds: number): void {
    const grown = Math.min(longest, shortest * 2 ** tries++);
    // Half of it fixed, half by chance: pages that failed together do not come back together.
    until = now() + Math.max(Math.min(seconds * 1000, longestAsked), grown / 2) + (random() * grown) / 2;
    if (seconds) attempt("session", (kept) => kept.setItem(pause, String(Math.round(until))));
    plan();
  }

  function plan(): void {
    if (isPlanned || !due().length) return;
    isPlanned = true;
    later(Math.max(1000, pauseLeft()), () => {
      isPlanned = false;
      void flush();
    });
  }

  function refuse(waiting: Waiting, code: string): void {
    drop(waiting.id);
    waiting.refused = code;
    if (!write(waiting, waiting.isPrivate ? "session" : "local")) own.set(waiting.id, waiting);
  }

  async function send(waiting: Waiting): Promise<boolean> {
    const { id } = waiting;
    sending.add(id);
    const outcome = await post(waiting);
    sending.delete(id);
    if (outcome.is === "stored") drop(id);
    else if (outcome.is === "refused") refuse(waiting, outcome.code);
    else if (outcome.is === "barred") barred.add(id);
    else postpone(outcome.seconds ?? 0);
    changed(waiting, outcome);
    return outcome.is !== "later";
  }

  /** Sends one that was just given: at once, unless the service asked for patience. */
  async function submit(waiting: Waiting): Promise<void> {
    if (asked() <= 0) return void await send(waiting);
    changed(waiting, { is: "later" });
    plan();
  }

  /**
   * Sends what waits, one after the other, as long as the service takes it; one tab at a time.
   * @param isPrompted there is a reason to believe that it goes better now, such as a network that came back, or another key.
   */
  async function flush(isPrompted = false): Promise<void> {
    if (isPrompted) {
      until = 0;
      barred.clear();
    }
    if (pauseLeft() > 0) return plan();
    const wasAlone = await alone(async () => {
      for (const waiting of due()) {
        if (sending.has(waiting.id)) continue;
        if (!await send(waiting)) return;
        tries = 0;
      }
    });
    if (!wasAlone) plan();
  }

  /** The page may be going: what waits is handed to the browser, and stays written down until the service is heard. */
  const hide = (): void => {
    if (asked() <= 0) due().forEach(beacon);
  };

  return { all, drop, put, submit, flush, hide };
}

function parse(text: string | null): Waiting | null {
  try {
    const value = JSON.parse(text!) as Waiting | null;
    return value?.id && value.to && value.body ? value : null;
  } catch {
    return null;
  }
}
