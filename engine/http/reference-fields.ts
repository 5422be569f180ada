/** The part of JSON Schema that contracts turn into. */
export type Shape = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  default?: unknown;
  maxLength?: number;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
};

export type Field = { name: string; kind: string; isRequired: boolean; description: string };

/** The fields of a schema as a list, those of inner objects dotted, a list's marked by `[]`. */
export function fieldsOf(shape: Shape, above = "", isRequired = true): Field[] {
  return formsOf(shape).flatMap((form) => {
    if (form.items) return fieldsOf(form.items, `${above}[]`, isRequired);
    return Object.entries(form.properties ?? {}).flatMap(([key, inner]) => {
      const name = above ? `${above}.${key}` : key;
      const needed = isRequired && (form.required?.includes(key) ?? false);
      return [
        { name, kind: kindOf(inner), isRequired: needed, description: descriptionOf(inner) },
        ...fieldsOf(inner, name, needed),
      ];
    });
  });
}

/** The smallest value that the schema takes, to show in an example. */
export function exampleOf(shape: Shape): unknown {
  const forms = formsOf(shape);
  if (forms.length > 1 || forms[0] !== shape) {
    const examples = (shape.allOf ? forms : forms.slice(0, 1)).map(exampleOf);
    return examples.length === 1 ? examples[0] : Object.assign({}, ...examples);
  }
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.items) return [exampleOf(shape.items)];
  if (shape.properties) {
    const needed = Object.entries(shape.properties).filter(([name]) => shape.required?.includes(name));
    return Object.fromEntries(needed.map(([name, inner]) => [name, exampleOf(inner)]));
  }
  return exampleByFormat[shape.format ?? ""] ?? exampleByType[[shape.type].flat()[0] ?? ""] ?? "…";
}

/** One schema may be several: any of these, or all of those. `null` beside another form only makes it optional. */
function formsOf(shape: Shape): Shape[] {
  const several = (shape.anyOf ?? shape.oneOf ?? shape.allOf)?.filter(({ type }) => type !== "null");
  return several && several.length > 0 ? several.flatMap(formsOf) : [shape];
}

function kindOf(shape: Shape): string {
  const kinds = formsOf(shape).map((form) => {
    if (form.const !== undefined) return JSON.stringify(form.const);
    if (form.enum) return form.enum.map((value) => JSON.stringify(value)).join(" | ");
    if (form.items) return "list";
    return kindByFormat[form.format ?? ""] ?? [form.type ?? "anything"].flat().join(" | ");
  });
  return [...new Set(kinds)].join(shape.allOf ? " & " : " | ");
}

function descriptionOf(shape: Shape): string {
  const says = [shape.description, shape.maxLength && `at most ${shape.maxLength} characters`];
  if (shape.default !== undefined) says.push(`${JSON.stringify(shape.default)} unless given`);
  return says.filter(Boolean).join("; ");
}

const kindByFormat: Record<string, string> = {
  uuid: "id",
  "date-time": "instant",
  date: "date",
  email: "mail address",
};

const exampleByFormat: Record<string, unknown> = {
  uuid: "0199a6f0-7c1e-7d43-9b1a-5c2f8e0d4a11",
  "date-time": "2026-11-24T15:00:00Z",
  date: "2026-11-24",
  email: "marta@example.com",
};

const exampleByType: Record<string, unknown> = { integer: 1, number: 1, boolean: true, object: {}, null: null };
