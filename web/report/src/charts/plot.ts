// The parts of Observable Plot that the page draws with; the others stay out of the bundle.
export { areaY, axisX, axisY, dot, gridX, gridY, link, plot, rect, ruleX, ruleY, text } from "@observablehq/plot";
