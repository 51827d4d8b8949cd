import { alone, storage } from "./browser";
import { complain } from "./dom";
import { read, type Given } from "./options";
import { makeOutbox, type Outcome, type Waiting } from "./outbox";
import { beacon, post } from "./service";
import { makeWidget, type Widget } from "./widget";

declare const VERSION: string;

type EventName = "open" | "close" | "stored" | "waiting" | "refused";
type Listener = (detail: { event: EventName; name: string; survey?: string; id?: string; reason?: string }) => void;
type Call = [method: string, ...values: unknown[]];
interface Page {
  Feedback?: Partial<Api> & { q?: Call[] };
}

/** What a page may call. `name` is that of one widget among several; without it the first is meant. */
export type Api = ReturnType<typeof begin>;

/** Sets up what all widgets of a page share: the outbox, the listeners, and `window.Feedback`. */
function begin(server: string) {
  const widgets = new Map<string, Widget>();
  const listeners: [EventName, Listener][] = [];
  const tell = (event: EventName, name: string, more?: object): void => {
    for (const [wanted, run] of listeners) {
      if (wanted !== event) continue;
      try {
        run({ event, name, survey: widgets.get(name)?.survey, ...more });
      } catch (error) {
        complain(error);
      }
    }
  };
  const toward = ({ to }: Waiting): Widget | undefined => [...widgets.values()].find((widget) => widget.to === to);
  const isTold = new Set<string>();
  const about: Record<string, string | null> = {};
  const outbox = makeOutbox({
    storage, beacon, alone, now: Date.now, random: Math.random,
    post: (waiting) => mended(waiting, toward(waiting)?.key),
    later: (milliseconds, run) => void setTimeout(run, milliseconds),
    changed(waiting, outcome) {
      widgets.forEach((widget) => widget.changed(waiting, outcome));
      const event = outcome.is === "stored" || outcome.is === "refused" ? outcome.is : "waiting";
      if (event === "waiting" && isTold.has(waiting.id)) return;
      isTold.add(waiting.id);
      // The receipt of an employee is not for the page, which may know who sits there.
      tell(event, toward(waiting)?.name ?? "", { id: waiting.isPrivate ? undefined : waiting.id, reason: outcome.is === "refused" ? outcome.code : outcome.is === "barred" ? "barred" : undefined });
    },
  });
  const find = (name?: string): Widget | undefined => (name ? widgets.get(name) : [...widgets.values()][0]);
  const awaited: [name: string | undefined, resolve: (widget: Widget) => void][] = [];
  let visitor: string | undefined;
  const identified = (widget: Widget): Promise<void> => widget.identify(visitor!);

  const api = {
    version: VERSION,
    /** Makes a widget; gives its name. One of the same name is taken away. */
    add(given: Given): string {
      const options = read(given, server);
      if (!options) return "";
      const { name } = options;
      api.remove(name);
      const widget = makeWidget(options, outbox, (event) => tell(event, name));
      widgets.set(name, widget);
      widget.about(about);
      if (visitor) identified(widget).catch(complain);
      for (const [wanted, resolve] of awaited) if (find(wanted) === widget) resolve(widget);
      // What was given under a key that has ended since goes out under this one.
      flush();
      return name;
    },
    remove(name?: string): void {
      const widget = find(name);
      widget?.remove();
      widgets.delete(widget?.name!);
    },
    /** Shows a widget, as soon as there is one of that name; false where there is nothing to show. Never rejects. */
    open: (name?: string): Promise<boolean> => new Promise<Widget>((resolve) => {
      const widget = find(name);
      if (widget) return resolve(widget);
      complain("no widget yet:", name);
      awaited.push([name, resolve]);
    }).then((widget) => widget.open()),
    close: (name?: string): void => find(name)?.close(),
    /** Says who the customer is, to all widgets of the page; rejects for employees. */
    async identify(reference: string): Promise<void> {
      visitor = reference;
      await Promise.all([...widgets.values()].map(identified));
    },
    /** Adds to what responses of all widgets are about; null takes away. */
    about(values: Record<string, string | null>): void {
      Object.assign(about, values);
      widgets.forEach((widget) => widget.about(values));
    },
    /** Gives a function that ends it. */
    on(event: EventName, run: Listener): () => void {
      const entry: [EventName, Listener] = [event, run];
      listeners.push(entry);
      return () => void listeners.splice(listeners.indexOf(entry), 1);
    },
  };

  const flush = (): void => void outbox.flush(true);
  const hide = (): void => {
    if (document.visibilityState === "hidden") outbox.hide();
    else flush();
  };
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", hide);
  addEventListener("pagehide", () => {
    widgets.forEach((widget) => widget.hide());
    outbox.hide();
  });
  setTimeout(flush);
  return api;
}

/** Sends; and again, with this page's key where the one it was given under has ended, or without a dimension that the service does not know, or a time that a wrong clock gave. */
async function mended(waiting: Waiting, key?: string): Promise<Outcome> {
  const outcome = await post(waiting);
  if (outcome.is === "barred" && key && key !== waiting.key) {
    waiting.key = key;
    return post(waiting);
  }
  const wrong = outcome.is === "refused" && outcome.fields?.length && outcome.fields.every((field) => /^(about\.|answeredAt$)/.test(field)) ? outcome.fields : [];
  if (!wrong.length) return outcome;
  complain(`left out, because the service does not take it: ${wrong}`);
  const body = JSON.parse(waiting.body) as { about?: Record<string, string>; answeredAt?: string };
  for (const field of wrong) {
    if (field === "answeredAt") delete body.answeredAt;
    else delete body.about?.[field.slice(6)];
  }
  waiting.body = JSON.stringify(body);
  return post(waiting);
}

function start(): void {
  const script = (document.currentScript ?? document.querySelector("script[data-key][src*='widget.js']")) as HTMLScriptElement | null;
  const page = window as Page;
  if (!("adoptedStyleSheets" in Document.prototype)) return complain("browser too old");
  const waiting = page.Feedback?.q;
  const isFirst = !page.Feedback?.add;
  const run = (): void => {
    const api = (isFirst ? page.Feedback : (window as Page).Feedback) as Api;
    if (script?.dataset.key !== undefined) api.add({ ...script.dataset, server: new URL(".", script.src).href });
    for (const [method, ...values] of isFirst ? waiting ?? [] : []) call(api, method, values);
  };
  if (isFirst) page.Feedback = begin(script ? new URL(".", script.src).href : `${location.origin}/`);
  if (document.body) run();
  else addEventListener("DOMContentLoaded", run);
}

/** A call that the page made before the script was there. */
function call(api: Api, method: string, values: unknown[]): void {
  const target = (api as unknown as Record<string, unknown>)[method];
  if (typeof target !== "function") return complain(`no method ${method}`);
  new Promise((done) => done((target as (...given: unknown[]) => unknown)(...values))).catch((error: unknown) => complain(error));
}

try {
  start();
} catch (error) {
  complain(error);
}
