// Puts a drawing of Observable Plot on the page: as wide as its place, named for those who do not see it, its table behind a disclosure.
import type { PlotOptions } from "@observablehq/plot";
import { type Child, append, h, newId, s } from "../dom";
import { disclosure } from "../parts";

export type Plot = typeof import("./plot");

/** What every drawing has in common; colours come from the style sheet. */
const common: PlotOptions = { className: "plot", style: { background: "none", color: "inherit", fontFamily: "inherit", fontSize: "13px" } };

/** A figure that draws itself again when its place gets wider or narrower. */
export function chart(title: string, description: string, draw: (plot: Plot, width: number) => PlotOptions, tableOfIt: Child): HTMLElement {
  const place = h("div", { class: "chart" });
  const figure = h("figure", {}, h("figcaption", {}, title), place, disclosure("The same as a table", tableOfIt));
  void import("./plot").then((plot) => {
    let width = 0;
    new ResizeObserver(() => {
      const now = Math.floor(place.clientWidth);
      if (now < 50 || now === width) return;
      width = now;
      place.replaceChildren(drawn(plot, draw(plot, now), now, title, description));
    }).observe(place);
  });
  return figure;
}

function drawn(plot: Plot, options: PlotOptions, width: number, title: string, description: string): Element {
  const drawing = plot.plot({ ...common, width, ...options }) as unknown as SVGSVGElement;
  // Its rules stand in the page's style sheet: a policy without inline styles would refuse them here.
  drawing.querySelectorAll("style").forEach((style) => style.remove());
  const [name, text] = [newId("title"), newId("description")];
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-labelledby", name);
  drawing.setAttribute("aria-describedby", text);
  drawing.prepend(s("title", { id: name }, title), s("desc", { id: text }, description));
  drawing.querySelectorAll("g[aria-label]").forEach((group) => { group.removeAttribute("aria-label"); group.removeAttribute("aria-description"); });
  append(drawing, [hatch()]);
  return drawing;
}

/** Lines from corner to corner: what is there and not shown. */
const hatch = (): SVGElement => s("defs", {}, s("pattern", { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, s("line", { class: "hatch-line", x1: 0, y1: 0, x2: 0, y2: 6 })));
