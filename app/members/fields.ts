import * as z from "zod/mini";

/** The language in which somebody is written to. */
export const language = z
  .string()
  .check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, "must be the code of a language, such as en, de or pt-BR"));

export const email = z.string().check(z.trim(), z.maxLength(254), z.email("must be a mail address"));
