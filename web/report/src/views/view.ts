// What a view is given, and what it gives: the content below the page's heading.
import type { Audience } from "../api";
import type { Catalogue } from "../catalogue";
import type { Child } from "../dom";

export interface Context {
  catalogue: Catalogue;
  /** The calendar period (or wave) that is looked at. */
  period: string;
  /** Parameters of the view, from the address. */
  parameters: URLSearchParams;
  /** The audiences the key may see and that have a survey. */
  audiences: Audience[];
}

export interface View {
  name: string;
  title: string;
  /** What the view answers, under the heading. */
  question: string;
  /** Whether the period chosen above matters to it. */
  usesPeriod: boolean;
  show: (context: Context) => Child;
}
