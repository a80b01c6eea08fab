/** Reads a value of one shape. @throws where it has another */
export type Read<Value> = (value: unknown) => Value

/** Makes a guard of what reads: undefined for anything of another shape. */
export function toGuard<Value>(read: Read<Value>): (data: unknown) => Value | undefined {
  return (data) => {
    try {
      return read(data)
    } catch {
      return undefined
    }
  }
}

/** Reads a string. */
export const text: Read<string> = (value) => check(value, typeof value === 'string')

/** Reads a number. */
export const number: Read<number> = (value) => check(value, Number.isFinite(value))

/** Reads true or false. */
export const flag: Read<boolean> = (value) => check(value, typeof value === 'boolean')

/** Reads one of these words. */
export function oneOf<Word extends string>(...words: Word[]): Read<Word> {
  return (value) => check(value, words.includes(value as Word))
}

/** Reads a value that may be missing. */
export function optional<Value>(read: Read<Value>): Read<Value | undefined> {
  return (value) => (value === undefined ? value : read(value))
}

/** Reads a value that may be null. */
export function nullable<Value>(read: Read<Value>): Read<Value | null> {
  return (value) => (value === null ? value : read(value))
}

/** Reads an array. */
export function listOf<Value>(read: Read<Value>): Read<Value[]> {
  return (value) => (check(value, Array.isArray(value)) as unknown[]).map(read)
}

/** Reads an object with these fields, and leaves out others: a newer proxy may have them. */
export function fields<Value extends object>(
  reads: { [Name in keyof Required<Value>]: Read<Value[Name]> },
): Read<Value> {
  return (value) => {
    check(value, typeof value === 'object' && value !== null && !Array.isArray(value))
    const entries = Object.entries<Read<unknown>>(reads).map(([name, read]) => [name, read(Object(value)[name])])
    return Object.fromEntries(entries.filter(([, field]) => field !== undefined)) as Value // Each field was read.
  }
}

function check<Value>(value: unknown, isRight: boolean): Value {
  if (!isRight) throw new TypeError('The value has another shape.')
  return value as Value // The caller knows.
}
