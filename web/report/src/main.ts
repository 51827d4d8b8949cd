// The page: asks for a key once, then shows the view that the address names.
import { Refusal, findKey, forgetAnswers, forgetKey } from "./api";
import { type Catalogue, load } from "./catalogue";
import { h, replace } from "./dom";
import { period } from "./format";
import { askForKey } from "./keyForm";
import { choice, refusalText } from "./parts";
import { isPeriod, periodOptions, usualPeriod } from "./periods";
import { change, here, linkTo } from "./place";
import { views } from "./views/all";

const [top, main, foot, status] = ["top", "main", "foot", "status"].map((id) => document.getElementById(id)!) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
let catalogue: Catalogue | null = null;
let shown = "";

const tell = (text: string): void => replace(status, text);

async function start(): Promise<void> {
  if (!findKey()) return welcome();
  replace(top, h("p", { class: "brand" }, "Feedback report"));
  replace(main, h("p", { class: "loading" }, "Loading what there is to show…"));
  try {
    catalogue = await load();
  } catch (problem) {
    if (problem instanceof Refusal && (problem.status === 401 || problem.status === 403)) return welcome(refusalText(problem));
    if (!(problem instanceof Refusal)) console.error(problem);
    replace(main, h("h1", { tabindex: -1, id: "title" }, "Nothing can be shown now"), h("p", { class: "note refusal", role: "alert" }, refusalText(problem)), h("button", { type: "button", onclick: () => void start() }, "Try again"));
    return;
  }
  show();
}

/** Asks for the key; what went wrong with the one before is said first. */
function welcome(problem?: string): void {
  if (problem) forgetKey();
  catalogue = null;
  shown = "";
  document.title = "Feedback report";
  replace(top, h("p", { class: "brand" }, "Feedback report"));
  replace(foot);
  replace(main, askForKey(problem, () => void start()));
  if (problem) document.getElementById("key")?.focus();
}

function show(): void {
  if (!catalogue) return;
  const { view: name, parameters } = here();
  const view = views.find((v) => v.name === name) ?? views[0]!;
  const asked = parameters.get("period");
  const now = asked && isPeriod(catalogue, asked) ? asked : usualPeriod(catalogue);
  const title = view.usesPeriod && now ? `${view.title}, ${period(now)}` : view.title;
  const focused = document.activeElement?.id;
  document.title = `${title} – Feedback report`;
  showTop(catalogue, view.name, now, view.usesPeriod);
  replace(main,
    h("div", { class: "view-head" }, h("h1", { tabindex: -1, id: "title" }, view.title, view.usesPeriod && now ? h("span", { class: "of" }, ` ${period(now)}`) : null), h("p", { class: "question" }, view.question)),
    catalogue.audiences.length === 0 ? h("p", { class: "note" }, "There is no survey that this key may see. Publish one, or ask for another key.")
      : now === "" ? h("p", { class: "note" }, "There is nothing to show yet: no customer has answered, and no period of employees is released.") : view.show({ catalogue, period: now, parameters, audiences: catalogue.audiences }));
  replace(foot, h("p", {}, "Every figure comes from this service's own operations and is shown as they answer it: with its 95% interval, and withheld where it has to be. ", h("a", { href: "swagger" }, "Operations"), ". ",
    h("a", { href: document.querySelector<HTMLLinkElement>("link[rel=license]")?.href }, "Licences of what the page is made with"), "."));
  focusAfter(view.name, focused, title);
}

/** After another view the heading has the focus; after a choice the choice keeps it. */
function focusAfter(name: string, focused: string | undefined, title: string): void {
  if (shown && shown !== name) {
    document.getElementById("title")?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  } else if (shown && focused) document.getElementById(focused)?.focus({ preventScroll: true });
  if (shown) tell(`${title} is shown.`);
  shown = name;
}

function showTop(found: Catalogue, current: string, now: string, usesPeriod: boolean): void {
  const before = top.querySelector("nav ul")?.scrollLeft ?? 0;
  const kept = here().parameters.get("period");
  replace(top,
    h("div", { class: "bar-top" },
      h("p", { class: "brand" }, "Feedback report"),
      usesPeriod && now ? choice("period", "Period", periodOptions(found), now, (value) => change({ period: value })) : null,
      h("div", { class: "buttons" },
        h("button", { type: "button", id: "again", onclick: () => { forgetAnswers(); void start().then(() => document.getElementById("again")?.focus()); } }, "Refresh"),
        h("button", { type: "button", id: "print", onclick: () => window.print() }, "Print"),
        h("button", { type: "button", id: "forget", onclick: () => { forgetKey(); welcome(); document.getElementById("key")?.focus(); } }, "Forget key"))),
    h("nav", { "aria-label": "Views" }, h("ul", {}, views.map((v) => h("li", {}, h("a", { href: linkTo(v.name, { period: kept }), "aria-current": v.name === current ? "page" : null }, v.title))))));
  // On a phone the views are a row that scrolls; the current one stays in sight.
  const [row, link] = [top.querySelector("nav ul")!, top.querySelector<HTMLElement>("nav [aria-current]")!];
  row.scrollLeft = before;
  if (link.offsetLeft < before || link.offsetLeft + link.offsetWidth > before + row.clientWidth) row.scrollLeft = link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
}

document.getElementById("skip")!.addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
window.addEventListener("hashchange", () => {
  if (/^#key=/.test(location.hash)) void start();
  else show();
});
void start();
