import type { Context } from 'hono'

/** Reads a JSON body; `undefined` when it is not JSON. JSON itself has no `undefined`, so nothing is lost. */
export async function readJson(context: Context): Promise<unknown> {
  try {
    return await context.req.json()
  } catch {
    return undefined
  }
}
