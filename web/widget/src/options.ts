import { complain } from "./dom";
import type { Texts } from "./texts";

/** How one widget is set up: attributes of the script tag, or what `Feedback.add` is given. */
export interface Options {
  /** Where the service is, with a slash at the end. */
  server: string;
  key: string;
  /** Tells several widgets of a page apart; the survey's key, or `feedback`, without one. */
  name: string;
  /** Without one: the small feedback form. */
  survey?: string;
  /** For a key of both audiences: whose small feedback form. */
  audience?: string;
  lang?: string;
  about: Record<string, string | null>;
  open: "button" | "inline" | "none";
  /** Where in the page it is. */
  place: Element;
  position: "start" | "end";
  scheme?: "light" | "dark";
  texts: Partial<Texts>;
  steps: "one" | "all";
  invitedOn?: string;
  code?: string;
  /** Where responses wait: over visits, or as long as the tab. */
  wait: "local" | "session";
  /** Customers: what was answered is sent when the page closes. */
  partial: boolean;
}

export type Given = Partial<Record<Exclude<keyof Options, "place"> | "aboutChannel" | "target", unknown>>;

/** JSON of an attribute, or of the `<script type="application/json">` whose id it names, or an object as it is. */
function object(name: string, value: unknown): object {
  try {
    const text = String(value ?? "{}");
    return value && typeof value === "object" ? value : JSON.parse(text[0] === "{" ? text : document.getElementById(text)!.textContent!) as object;
  } catch {
    complain(`${name} is no JSON object`);
    return {};
  }
}

/** The options, with what is missing filled in; null with a complaint where there can be no widget. */
export function read(given: Given, server: string): Options | null {
  const { target, about, aboutChannel, texts, partial, ...rest } = given as Record<string, string | undefined>;
  const place = !target ? document.body : (target as unknown) instanceof Element ? target as unknown as Element : document.querySelector(target);
  const fault = !rest.key ? "data-key" : !place || (rest.open === "inline" && !target) ? "an element for data-target" : "";
  if (fault) {
    complain(`the widget lacks ${fault}.`);
    return null;
  }
  return {
    open: "button", position: "end", steps: "all", wait: "local", name: rest.survey || "feedback", server, ...rest, place,
    about: { ...(aboutChannel && { channel: aboutChannel }), ...object("data-about", about) },
    texts: object("data-texts", texts),
    partial: String(partial) === "true",
  } as Options;
}
