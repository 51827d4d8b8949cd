/** The page's storage; null where the browser forbids it, as some do to private windows. */
export function storage(place: "local" | "session"): Storage | null {
  try {
    return window[`${place}Storage`];
  } catch {
    return null;
  }
}

/** A random UUID (version 4: it holds no time); an intranet without https has no randomUUID. */
export function randomId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 15) | 64;
  bytes[8] = (bytes[8]! & 63) | 128;
  return Array.from(bytes, (byte, at) => ([4, 6, 8, 10].includes(at) ? "-" : "") + byte.toString(16).padStart(2, "0")).join("");
}

/** Runs it in one tab at a time where the browser has locks; elsewhere the id makes two tabs harmless. */
export async function alone(run: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) {
    await run();
    return true;
  }
  return navigator.locks.request("feedback", { ifAvailable: true }, async (lock) => {
    if (lock) await run();
    return !!lock;
  });
}

const two = (n: number): string => String(n).padStart(2, "0");

/** The visitor's day, as 2026-11-21. */
export const dayOf = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
