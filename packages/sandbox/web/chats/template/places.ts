import type { TemplatePlace } from '../../../src/messengers/templates/fillParts.ts'

/** What a place is called in the form. */
export function describePlace({ part, variable, takes }: TemplatePlace): string {
  if (takes === 'file') return `Link to the ${variable} above the text`
  const names = { header: 'Heading', body: 'Text', button: 'Link of the button' }
  return `${names[part]}, ${variable}`
}

/** What is wrong with each value; `null` where nothing is. */
export function findMissing(places: TemplatePlace[], values: string[]): (string | null)[] {
  return places.map(({ takes }, index) => {
    const value = values[index]?.trim() ?? ''
    if (value === '') return 'Fill this in.'
    const isLink = /^https?:\/\/./i.test(value) && URL.canParse(value)
    return takes === 'file' && !isLink ? 'A link begins with http:// or https://.' : null
  })
}
