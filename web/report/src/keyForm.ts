// Asks for the key: what it is, where it stays, and what was wrong with the last one.
import { keepKey } from "./api";
import { h } from "./dom";

export function askForKey(problem: string | undefined, given: () => void): HTMLElement {
  const key = h("input", { id: "key", name: "key", type: "password", autocomplete: "off", autocapitalize: "off", spellcheck: "false", required: true, "aria-describedby": "key-help", "aria-invalid": problem ? "true" : null });
  const remember = h("input", { id: "remember", type: "checkbox" });
  const form = h("form", {
    onsubmit: (event: Event) => {
      event.preventDefault();
      if (!key.value.trim()) return;
      keepKey(key.value.trim(), remember.checked);
      given();
    },
  },
  problem ? h("p", { class: "note refusal", role: "alert" }, problem) : null,
  h("label", { for: "key" }, "Key"), key,
  h("p", { id: "key-help", class: "small" }, "A key with the scope “read”, from whoever runs the service. It begins with fb_read_."),
  h("p", { class: "check" }, remember, h("label", { for: "remember" }, "Remember it on this device")),
  h("p", { class: "small" }, "Without that it is forgotten when this tab is closed. It is sent to this server alone and never becomes part of an address."),
  h("button", { type: "submit", class: "first" }, "Show the figures"));
  return h("div", { class: "welcome" }, h("h1", { tabindex: -1, id: "title" }, "What customers and employees say"),
    h("p", { class: "question" }, "Figures to look at, each with its interval; nobody's answer can be found in them."), form);
}
