// How far down the tree a view of all units goes: in a large organisation not to the last team at once.
import type { Unit } from "../catalogue";
import { choice } from "../parts";
import { change } from "../place";
import type { Context } from "./view";

/** More units than these are not shown unless somebody asks for them. */
const many = 150;

const deepest = (context: Context): number => Math.max(0, ...context.catalogue.units.map((u) => u.level));

/** The level that is asked for, else the deepest down to which there are not too many units. */
function level(context: Context): number {
  const last = deepest(context);
  const asked = Number(context.parameters.get("level"));
  if (Number.isInteger(asked) && asked >= 1 && asked <= last) return asked;
  for (let at = last; at > 1; at--) if (context.catalogue.units.filter((u) => u.level <= at).length <= many) return at;
  return Math.min(1, last);
}

export const shownUnits = (context: Context): Unit[] => {
  const last = level(context);
  return context.catalogue.units.filter((u) => u.level <= last);
};

/** Whether there are too many units to show a page of each. */
export const isLarge = (context: Context): boolean => context.catalogue.units.length > many;

/** Nothing to choose in a tree of one level. */
export const levelChoice = (context: Context): HTMLElement | null => deepest(context) < 2 ? null : choice("level", "Levels",
  Array.from({ length: deepest(context) }, (_, at) => ({ value: String(at + 1), text: at === 0 ? "The first" : `Down to level ${at + 1}` })), String(level(context)), (value) => change({ level: value }));
