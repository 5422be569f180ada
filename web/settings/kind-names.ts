import { builtInKinds } from "#app/workspaces/policy.ts";

type BuiltIn = (typeof builtInKinds)[number];

/** A kind as people say it: a built-in one in their language, an own one as it was written. */
export function sayKind(kind: string, names: Record<BuiltIn, string>): string {
  const builtIn = builtInKinds.find((each) => each === kind);
  return builtIn ? names[builtIn] : kind.replaceAll("_", " ");
}

/** The word by which the house knows a kind that is called so: "Tisch frei" is "tisch_frei". Empty where no letter is left. */
export function kindOf(said: string): string {
  const plain = said
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "");
  return plain
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/_+$/, "");
}
