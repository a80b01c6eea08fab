/** The fields that hold something: `undefined`, `null` and `''` are left out. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '')
  // Object.fromEntries forgets the fields' names; they are those that came in, fewer at most.
  return Object.fromEntries(entries) as Defined<Fields>
}

/** {@link defined}'s result: every field may be missing, none is empty. */
export type Defined<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> }
