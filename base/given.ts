/** Only what was given, without the fields that are undefined: laid over a thing, it leaves the rest as it was. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}

export type Given<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };
