// The views in the order of the navigation.
import { alignment } from "./alignment";
import { balance } from "./balance";
import { committee } from "./committee";
import { consistency } from "./consistency";
import { heatmap } from "./heatmap";
import { overview } from "./overview";
import { targets } from "./targets";
import { trend } from "./trend";
import type { View } from "./view";
import { warnings } from "./warnings";

export const views: View[] = [overview, trend, heatmap, consistency, alignment, warnings, targets, balance, committee];
