import * as z from 'zod/mini'

/** A template of messages, moderated by the messenger. */
export interface Template {
  id: string
  name: string
  /** The vendor's word, lower case. Only an `approved` one can be sent. */
  status: string
  language?: string | undefined
  category?: string | undefined
  /** Its text, with `{{1}}` or `{{name}}` where a value goes. */
  body?: string | undefined
  /** Texts of its buttons. */
  buttons?: string[] | undefined
}

/** Response of `GET /templates`. */
export interface TemplateList {
  templates: Template[]
}

const text = z.optional(z.string())

/** Schema of {@link TemplateList}. Fields and words of a newer proxy do no harm. */
export const templateListSchema: z.ZodMiniType<TemplateList> = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.string(),
      language: text,
      category: text,
      body: text,
      buttons: z.optional(z.array(z.string())),
    }),
  ),
})
