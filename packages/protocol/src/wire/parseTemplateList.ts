import type { Template, TemplateList } from '../templates.ts'
import { fields, listOf, optional, text, toGuard } from './read.ts'

const optionalText = optional(text)

/** Reads the response of `GET /templates`, as {@link templateListSchema} does; undefined for anything else. */
export const parseTemplateList: (data: unknown) => TemplateList | undefined = toGuard(
  fields<TemplateList>({
    templates: listOf(
      fields<Template>({
        id: text,
        name: text,
        status: text,
        language: optionalText,
        category: optionalText,
        body: optionalText,
        buttons: optional(listOf(text)),
      }),
    ),
  }),
)
