// Figures by unit. A unit's figure includes the units below it, so units that only hold others are asked one by one.
import { type Answer, type Audience, type Row, type Scale, indicator } from "../api";
import type { Catalogue, Figure } from "../catalogue";
import { isReleased, periodQuery } from "../periods";

/** The rows of one figure: of every unit that has answers, and of the whole under "". */
export interface UnitFigures { figure: Figure; scale: Scale; rows: Map<string, Row> }

export async function byUnit(catalogue: Catalogue, audience: Audience, figure: Figure, period: string): Promise<UnitFigures> {
  const query = { audience, measure: figure.measure, ...periodQuery(catalogue, audience, period) };
  const [all, units] = await Promise.all([indicator(figure.slug, query), indicator(figure.slug, { ...query, by: "unit" })]);
  const rows = new Map<string, Row>([["", all.value[0]!]]);
  for (const row of units.value) if (row.unit) rows.set(row.unit, row);
  const holders = catalogue.units.filter((u) => u.children.length > 0 && !rows.has(u.code));
  const held = await Promise.all(holders.map((u): Promise<Answer> => indicator(figure.slug, { ...query, where: [`unit:${u.code}`] })));
  // A unit of whose people nobody was asked has a row too; it is withheld like one with few people, and is shown like that.
  holders.forEach((u, at) => { if (held[at]!.value[0]) rows.set(u.code, held[at]!.value[0]!); });
  return { figure, scale: all.scale, rows };
}

/** Every figure of an audience by unit; nothing where its period may not be asked for. */
export function allByUnit(catalogue: Catalogue, audience: Audience, period: string): Promise<UnitFigures[]> {
  if (audience === "employee" && !isReleased(catalogue, period)) return Promise.resolve([]);
  return Promise.all(catalogue.figures[audience].map((figure) => byUnit(catalogue, audience, figure, period)));
}
