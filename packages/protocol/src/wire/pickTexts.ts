/** Parameters of {@link pickTexts}. */
export interface PickTextsParameters<Shape> {
  data: unknown
  required: (keyof Shape & string)[]
  optional: (keyof Shape & string)[]
}

/** Reads an object whose fields are texts, and leaves its other fields out; undefined where one is missing, or no text. */
export function pickTexts<Shape>({ data, required, optional }: PickTextsParameters<Shape>): Shape | undefined {
  const fields: Record<string, unknown> = Object(data)
  const known: Record<string, string> = {}
  for (const name of [...required, ...optional]) {
    const value = fields[name]
    if (typeof value === 'string') known[name] = value
    else if (value !== undefined || required.includes(name)) return
  }
  return known as Shape // Each field has been checked.
}
