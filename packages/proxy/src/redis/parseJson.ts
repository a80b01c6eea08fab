import type * as z from 'zod'

/** Parses JSON of a known form. @returns undefined for anything else */
export function parseJson<Value>({ text, schema }: { text: string; schema: z.ZodType<Value> }): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
