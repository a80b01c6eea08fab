import type { Template, TemplateButton, TemplateHeader, TemplateList } from '../templates.ts'
import { fields, listOf, oneOf, optional, type Read, text, toGuard } from './read.ts'

const optionalText = optional(text)
const headerText = fields<{ text: string }>({ text })
const headerFile = fields<{ file: 'image' | 'video' | 'document' }>({ file: oneOf('image', 'video', 'document') })

const readHeader: Read<TemplateHeader> = (value) =>
  typeof Object(value).text === 'string' ? headerText(value) : headerFile(value)

const readTemplate: Read<Template> = fields<Template>({
  id: text,
  name: text,
  status: text,
  language: optionalText,
  category: optionalText,
  body: optionalText,
  header: optional(readHeader),
  footer: optionalText,
  buttons: optional(listOf(fields<TemplateButton>({ text, url: optionalText }))),
})

/** Reads the response of `GET /templates`, as {@link templateListSchema} does; undefined for anything else. */
export const parseTemplateList: (data: unknown) => TemplateList | undefined = toGuard(
  fields<TemplateList>({ templates: listOf(readTemplate) }),
)
