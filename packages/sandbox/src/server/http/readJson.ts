import type { Context } from 'hono'

/** Reads a JSON body. @returns `undefined`, which JSON cannot contain, for an invalid one */
export async function readJson(context: Context): Promise<unknown> {
  try {
    return await context.req.json()
  } catch {
    return undefined
  }
}
