/** What came with a form: only strings count, and nothing that the database could not hold. */
export function fieldsOf(body: unknown): (name: string) => string {
  const fields: Record<string, unknown> = typeof body === "object" && body !== null ? { ...body } : {};
  return (name) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : "";
    return typeof value === "string" ? value.replaceAll("\0", "").replaceAll("\r\n", "\n").trim() : "";
  };
}
