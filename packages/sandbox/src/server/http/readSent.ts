import type { Context } from 'hono'
import { isFormType, parseForm } from './parseForm.ts'
import { readJson } from './readJson.ts'

/** A body, as it was sent. */
export interface Sent {
  /** `undefined`, which neither JSON nor a form can contain, for an invalid body. */
  value: unknown
  /** True for a form, whose values are all texts. */
  isForm: boolean
}

/** Reads a JSON body or, where `forms` allows it, a form. JSON is read whatever its content type says. */
export async function readSent(context: Context, { forms }: { forms: boolean }): Promise<Sent> {
  const value = await readJson(context)
  if (value !== undefined || !forms || !isFormType(context.req.header('content-type'))) return { value, isForm: false }
  return { value: parseForm(await context.req.text()), isForm: true }
}
