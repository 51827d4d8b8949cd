import { button, h, set, uniqueId, type Child } from "./dom";
import type { Item } from "./service";
import { fill, say, type Texts } from "./texts";

export type Answer = number | string | string[] | null;

/** An item as it stands in the form. */
export interface Field {
  item: Item;
  element: HTMLElement;
  /** What is answered; null when it was left. */
  read(): Answer;
  write(answer: Answer): void;
  /** Shows what is wrong with it; nothing with an empty text. */
  fault(message: string): void;
  focus(): void;
}

export type MakeField = (item: Item, texts: Texts, language: string, changed: () => void) => Field;

export const fieldOf: MakeField = (item, texts, language, changed) => (item.kind === "text" ? textField : choiceField)(item, texts, language, changed);

/** The item's text, and in words that it has to be answered. */
const heading = (item: Item, texts: Texts, language: string): Child[] =>
  [say(item.text, language) || item.code, item.required && " ", item.required && h("span", { class: "soft" }, `(${texts.required})`)];

/** An error's place below a field, and what ties it to the field. */
function faults(target: HTMLElement, hint?: HTMLElement | false): [HTMLElement, (message: string) => void] {
  const line = h("p", { class: "error", id: uniqueId() });
  const fault = (message: string): void => {
    line.textContent = message;
    set(target, "aria-describedby", [hint && hint.id, message && line.id].filter(Boolean).join(" "));
    set(target, "aria-invalid", message && "true");
  };
  fault("");
  return [line, fault];
}

/** A text of several lines; an invitation code is one line. */
export const textField: MakeField = (item, texts, language, changed) => {
  const isLong = item.kind === "text", id = uniqueId();
  const input = h(isLong ? "textarea" : "input", {
    id, rows: 3, maxlength: isLong ? 10_000 : 100, autocomplete: !isLong && "off", "aria-required": item.required && "true", input: () => { fault(""); changed(); },
  });
  const [line, fault] = faults(input);
  return {
    item, fault,
    element: h("div", { class: "item" }, h("label", { for: id, class: "ask" }, ...heading(item, texts, language)), input, line),
    read: () => (input.value.trim() ? input.value : null),
    write(answer) { input.value = String(answer ?? ""); },
    focus: () => input.focus(),
  };
};

/** A choice; a rating is one among the points of its scale. */
const choiceField: MakeField = (item, texts, language, changed) => {
  const { low = 0, high = 0, labels = {}, options = [], multiple, required } = item;
  const isRating = item.kind === "rating";
  const points: [value: string, label: string][] = isRating
    ? Array.from({ length: high - low + 1 }, (_, at) => [`${low + at}`, say(labels[low + at], language)])
    : options.map(({ code, text }) => [code, say(text, language) || code]);
  // A scale with words for every point is a list of them.
  const isList = points.every(([, label]) => label);
  const end = (at: number): string => points[at]![0] + (points[at]![1] && ` (${points[at]![1]})`);
  const hint = !isList && h("p", { class: "soft", id: uniqueId() }, fill(texts.scale, { low: end(0), high: end(points.length - 1) }));
  const name = uniqueId();
  const inputs: HTMLInputElement[] = [];
  const chosen = (): string[] => inputs.filter((input) => input.checked).map((input) => input.value);
  // A choice that need not be made can be taken back.
  const mark = (): void => { clear.hidden = !!required || !!multiple || !chosen().length; };
  const asked = h("legend", { class: "ask", id: uniqueId() }, ...heading(item, texts, language));
  const clear = button(texts.clear, () => { write(null); inputs[0]!.focus(); changed(); }, "plain");
  // Not in its name, which would then be that of other buttons too where an item says "send".
  set(clear, "aria-describedby", asked.id);
  const element = h("fieldset", { class: "item", role: !multiple && "radiogroup", "aria-required": !multiple && required && "true" },
    asked, hint,
    h("div", { class: isList ? "options" : "scale" }, ...points.map(([value, label]) => {
      const input = h("input", { type: multiple ? "checkbox" : "radio", name, value, change: () => { fault(""); mark(); changed(); } });
      inputs.push(input);
      // The name of a point is its number; what the number stands for describes it.
      if (!isList && label) set(input, "aria-description", label);
      return h("label", null, input, h("span", null, isList ? [isRating && value, label].filter(Boolean).join(" · ") : value));
    })), clear);
  const [line, fault] = faults(element, hint);
  element.append(line);

  function write(answer: Answer): void {
    const values = (Array.isArray(answer) ? answer : [answer]).map(String);
    for (const input of inputs) input.checked = values.includes(input.value);
    mark();
  }

  mark();
  return {
    item, element, write, fault,
    read() {
      const values = chosen();
      return !values.length ? null : multiple ? values : isRating ? +values[0]! : values[0]!;
    },
    focus: () => (inputs.find((input) => input.checked) ?? inputs[0])!.focus(),
  };
};
