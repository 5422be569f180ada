import { cell } from "#web/ui/cell.ts";

/** The address that the screen now shown was opened at; null before the first. */
export const arrivedAt = cell<string | null>(null);
