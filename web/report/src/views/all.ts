// The views in the order of the navigation.
import { overview } from "./overview";
import { trend } from "./trend";
import type { View } from "./view";

export const views: View[] = [overview, trend];
