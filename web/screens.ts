/** The first word of every address of the staff's app; `/` leads to the first. The server answers each with the one page. */
export const screens = [
  "today",
  "customers",
  "cases",
  "causes",
  "promises",
  "record",
  "settings",
  "me",
  "sign-in",
  "first-run",
  "invitation",
  "new-password",
] as const;
