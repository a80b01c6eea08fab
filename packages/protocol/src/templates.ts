import * as z from 'zod/mini'

/** A button of a template. */
export interface TemplateButton {
  text: string
  /** Page that it opens. A variable in it takes a value of the template, after those of the texts. */
  url?: string | undefined
}

/** Text above a template's own, or the kind of the file there, whose link is the first value. */
export type TemplateHeader = { text: string } | { file: 'image' | 'video' | 'document' }

/** A template of messages, moderated by the messenger. Its values are in the order: header, text, links of the buttons. */
export interface Template {
  id: string
  name: string
  /** The vendor's word, lower case. Only an `approved` one can be sent. */
  status: string
  language?: string | undefined
  category?: string | undefined
  /** Its text, with `{{1}}` or `{{name}}` where a value goes. */
  body?: string | undefined
  header?: TemplateHeader | undefined
  /** Text below its own. */
  footer?: string | undefined
  buttons?: TemplateButton[] | undefined
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
      header: z.optional(
        z.union([z.object({ text: z.string() }), z.object({ file: z.enum(['image', 'video', 'document']) })]),
      ),
      footer: text,
      buttons: z.optional(z.array(z.object({ text: z.string(), url: text }))),
    }),
  ),
})
