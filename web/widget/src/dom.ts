type Value = string | number | boolean | null | undefined | ((event: Event) => void);
export type Child = Node | string | false | 0 | null | undefined;

/**
 * An element with attributes, listeners (functions) and children. Texts become text nodes and nothing is ever parsed as HTML, so that the page may
 * demand trusted types; there are no style attributes, so that it may forbid inline styles.
 */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes?: Record<string, Value> | null, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else set(element, name, value);
  }
  element.append(...present(children));
  return element;
}

export const present = (children: Child[]): (Node | string)[] => children.filter((child): child is Node | string => !!child);

/** Sets an attribute, or takes it away. */
export function set(element: Element, name: string, value: Exclude<Value, Function>): void {
  if (value || value === 0) element.setAttribute(name, value === true ? "" : String(value));
  else element.removeAttribute(name);
}

export const button = (text: string, click: () => void, style = ""): HTMLButtonElement => h("button", { type: "button", class: style, click }, text);

let last = 0;

/** An id that nothing else in the page's widgets has. */
export const uniqueId = (): string => `f${++last}`;

/** Says to the page's developer what is wrong; never throws. */
export const complain = (...message: unknown[]): void => console.error("Feedback:", ...message);
