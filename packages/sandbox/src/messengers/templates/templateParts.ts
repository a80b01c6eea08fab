import * as z from 'zod'
import type { Template } from '../../store/schema.ts'

/** Header of a template: text, or a file that is linked when the template is sent. */
export type TemplateHeader = { format: 'TEXT'; text: string } | { format: 'IMAGE' | 'VIDEO' | 'DOCUMENT' }

/** A button below a template. */
export interface TemplateButton {
  text: string
  /** `QUICK_REPLY`, `URL`, `PHONE_NUMBER` … */
  type: string
  /** Link of a `URL` button. */
  url?: string | undefined
}

/** The visible parts of a template; variables appear as `{{1}}`. */
export interface TemplateParts {
  header: TemplateHeader | null
  body: string
  footer: string | null
  buttons: TemplateButton[]
}

const fileFormats = ['IMAGE', 'VIDEO', 'DOCUMENT'] as const

const detailsSchema = z.object({
  components: z.array(
    z.looseObject({
      type: z.string(),
      format: z.string().nullish(),
      text: z.string().nullish(),
      buttons: z
        .array(z.looseObject({ type: z.string().default('QUICK_REPLY'), text: z.string(), url: z.string().nullish() }))
        .nullish(),
    }),
  ),
})
type Component = z.infer<typeof detailsSchema>['components'][number]

/** Reads a template's parts from the vendor's data. */
export function toTemplateParts({ name, details }: Pick<Template, 'name' | 'details'>): TemplateParts {
  const components = detailsSchema.safeParse(details).data?.components ?? []
  const find = (part: string): Component | undefined => components.find(({ type }) => type.toUpperCase() === part)
  return {
    header: toHeader(find('HEADER')),
    body: find('BODY')?.text ?? name,
    footer: find('FOOTER')?.text ?? null,
    buttons: (find('BUTTONS')?.buttons ?? []).map(({ text, type, url }) => ({ text, type, url: url ?? undefined })),
  }
}

function toHeader(component: Component | undefined): TemplateHeader | null {
  const format = fileFormats.find((known) => known === component?.format?.toUpperCase())
  if (format) return { format }
  return component?.text ? { format: 'TEXT', text: component.text } : null
}
