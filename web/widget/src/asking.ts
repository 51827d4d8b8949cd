import { button, h, set } from "./dom";
import { fieldOf, textField, type Answer, type Field } from "./items";
import type { Form, Item } from "./service";
import { fill, type Texts } from "./texts";

/** What somebody has begun: answers by item, where they are, and how far they saw. */
export interface Draft {
  version?: number;
  answers: Record<string, Answer>;
  step: number;
  seen: number;
}

export type Asking = ReturnType<typeof makeAsking>;

/** The items of a form; those of the small feedback form are the widget's own. */
function itemsOf({ items, kinds, rating }: Form, texts: Texts): Item[] {
  if (items) return items;
  const { low, high } = rating!;
  return [
    { code: "kind", kind: "choice", text: texts.kind, required: true, options: kinds!.map((code) => ({ code, text: texts[code as "idea"] })) },
    { code: "text", kind: "text", text: texts.text, required: true },
    { code: "rating", kind: "rating", text: texts.rating, low, high, labels: { [low]: texts.low, [high]: texts.high } },
  ];
}

/**
 * The form with its items: all at once, or one a screen.
 * @param asksCode whether an invitation code is to be typed in.
 * @param notice what is said before anything is sent.
 */
export function makeAsking(form: Form, texts: Texts, language: string, isStepped: boolean, asksCode: boolean, notice: HTMLElement | null, changed: () => void, send: () => void) {
  const { version } = form;
  const fields = itemsOf(form, texts).map((item) => fieldOf(item, texts, language, changed));
  const code = asksCode && textField({ code: "", kind: "code", text: texts.code, required: true }, texts, language, changed);
  const last = isStepped ? fields.length - 1 : 0;
  let step = 0, seen = 0;

  const progress = h("progress", { "aria-hidden": "true", max: last + 1 }), place = h("span");
  const steps = h("div", { class: "steps soft", hidden: !last }, progress, place);
  const screen = h("div");
  const previous = button(texts.back, () => go(step - 1));
  const next = h("button", { class: "main" });
  const element = h("form", { novalidate: true, submit: forward, keydown: notByAccident }, steps, screen, h("div", { class: "actions" }, previous, next));

  /** The fields of this screen. */
  function shown(): Field[] {
    const here = isStepped ? fields.slice(step, step + 1) : fields;
    return code && !step ? [code, ...here] : here;
  }

  /** Answers to what was shown: null where it was left. What was never shown is not there. */
  const answers = (): Record<string, Answer> => Object.fromEntries(fields.slice(0, isStepped ? seen + 1 : undefined).map(({ item, read }) => [item.code, read()]));

  function forward(event: Event): void {
    event.preventDefault();
    if (next.getAttribute("aria-disabled")) return;
    const missing = shown().filter(({ item, read, fault }) => {
      const isMissing = item.required && read() === null;
      fault(isMissing ? texts.fill : "");
      return isMissing;
    });
    if (missing[0]) missing[0].focus();
    else if (step < last) go(step + 1);
    else send();
  }

  function go(to: number): void {
    step = to;
    draw();
    shown()[0]!.focus();
    changed();
  }

  function draw(): void {
    seen = Math.max(seen, step);
    progress.value = step + 1;
    place.textContent = `${step + 1} / ${last + 1}`;
    previous.hidden = !step;
    next.textContent = step === last ? texts.send : texts.next;
    screen.replaceChildren(...shown().map((field) => field.element));
    // Whoever is asked reads first what becomes of it, and once more before it goes.
    if (notice && (step === last || !step)) screen.append(notice);
  }

  draw();
  return {
    element, answers,
    /** The invitation code that was typed in. */
    code: (): string | undefined => (code && code.read() as string || "").trim() || undefined,
    draft: (): Draft => ({ version, answers: answers(), step, seen }),
    /** Goes on with what was begun; false where there is nothing in it, or another version was asked. */
    resume(draft: Draft | null): boolean {
      if (!draft || draft.version !== version || !isBegun(draft.answers)) return false;
      for (const { item, write } of fields) write(draft.answers[item.code] ?? null);
      seen = Math.min(draft.seen, last);
      step = Math.min(draft.step, last);
      draw();
      return true;
    },
    /** Whether something is answered and nothing that must be is missing. */
    isSendable: (): boolean => isBegun(answers()) && fields.every(({ item, read }) => !item.required || read() !== null),
    /** Says what is wrong with the invitation code. */
    faultCode(message: string): void {
      go(0);
      if (code) code.fault(message);
    },
    focus: () => shown()[0]!.focus(),
    /** Puts a notice in the place of the one that is no longer true. */
    tell(newer: HTMLElement | null): void {
      if (newer) notice?.replaceWith(newer);
      notice = newer;
    },
    /** While it is sent it is not sent again; a disabled button would lose the focus. */
    setBusy: (isBusy: boolean): void => set(next, "aria-disabled", isBusy && "true"),
  };
}

const isBegun = (answers: Record<string, Answer>): boolean => Object.values(answers).some((answer) => answer !== null);

/** Enter on a radio button would send a form that is not finished. */
function notByAccident(event: Event): void {
  const { key, target } = event as KeyboardEvent;
  if (key === "Enter" && /radio|checkbox/.test((target as HTMLInputElement).type)) event.preventDefault();
}

/** What an employee is told before sending: what is stored, what is not, and under how many people nothing is shown. */
export function noticeOf({ access, k }: Form, texts: Texts, about: Record<string, string>): HTMLElement {
  const given = Object.entries(about).map(([name, value]) => `, ${name}: ${value}`).join("");
  return h("div", { class: "notice" }, h("h3", null, texts.before), h("ul", null, ...[
    fill(texts.saved, { about: given }), texts.unsaved, k && fill(texts.group, { k }), access === "code" ? texts.coded : texts.open, texts.reader,
  ].map((line) => line && h("li", null, line))));
}
