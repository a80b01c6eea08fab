/** Leaves out the fields that a change does not name, so that spreading it keeps the present ones. */
export function withoutUndefined<Fields extends object>(
  change: Fields,
): { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Field in keyof Fields]?: Exclude<Fields[Field], undefined>
  } // Object.entries forgets the names.
}
