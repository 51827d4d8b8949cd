import { button, h, present, set, uniqueId, type Child } from "./dom";
import type { Options } from "./options";
import css from "./style.css";

export type Frame = ReturnType<typeof makeFrame>;

let sheet: CSSStyleSheet | undefined;

/**
 * Where a widget shows itself: a modal dialog, with or without a button that opens it, or a section of the page. It lives in a shadow root, so that neither the
 * page's styles nor the widget's reach over; a heading and a status line stay while what is below them changes.
 */
export function makeFrame({ open: form, position, scheme }: Options, place: Element, opened: () => void, closed: () => void) {
  const isInline = form === "inline";
  const heading = h("h2", { id: uniqueId(), tabindex: -1 });
  const status = h("p", { class: "status", role: "status" });
  const body = h("div", { class: "body" });
  const shut = button("×", close, "close");
  const panel = h(isInline ? "section" : "dialog", { class: "panel", "aria-labelledby": heading.id, close: closed }, h("div", { class: "head" }, heading, !isInline && shut), status, body);
  const launcher = h("button", { type: "button", class: "launcher", "aria-haspopup": "dialog", click: opened });
  const host = h("feedback-widget" as "div", { position, scheme });
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css);
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  root.append(...present([form === "button" && launcher, panel]));
  place.append(host);

  function close(): void {
    if (!isInline) (panel as HTMLDialogElement).close();
  }

  return {
    close,
    isOpen: (): boolean => isInline || (panel as HTMLDialogElement).open,
    open(): void {
      if (!isInline && !(panel as HTMLDialogElement).open) (panel as HTMLDialogElement).showModal();
    },
    /** The language and direction of what it says, and the texts that stay. */
    speak(lang: string, dir: string, opens: string, closes: string): void {
      for (const part of [launcher, panel]) {
        part.lang = lang;
        part.dir = dir;
      }
      launcher.textContent = opens;
      set(shut, "aria-label", closes);
    },
    /** Shows a view under its heading. */
    show(title: string, line: string, ...content: Child[]): void {
      heading.textContent = title;
      body.replaceChildren(...present(content));
      status.textContent = line;
    },
    /** Says something in the status line, which screen readers read out. */
    say(line: string): void {
      status.textContent = line;
    },
    /** The focus goes to the heading; in a section only if it was there, for nobody's focus is taken away. */
    focus(): void {
      if (!isInline || document.activeElement === host) heading.focus();
    },
    remove: (): void => host.remove(),
  };
}
