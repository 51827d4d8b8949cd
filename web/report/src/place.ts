// Where the visitor is: a view and its parameters in the fragment of the address, so that links lead there and "back" works.

export interface Place { view: string; parameters: URLSearchParams }

export function here(): Place {
  const [view = "", query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  return { view, parameters: new URLSearchParams(query) };
}

/** The address of a view; parameters that are empty are left out. */
export function linkTo(view: string, parameters: Record<string, string | null | undefined>): string {
  const kept = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) kept.set(name, value);
  const text = kept.toString();
  return `#/${view}${text ? `?${text}` : ""}`;
}

/** Goes to the same view with other parameters. */
export function change(parameters: Record<string, string | null>): void {
  const { view, parameters: now } = here();
  location.hash = linkTo(view, { ...Object.fromEntries(now), ...parameters });
}
