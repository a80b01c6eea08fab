/** Values that are kept in mind; the one that came first is forgotten first. */
const maxValues = 200

/** Shorter ones would take words out of every line, longer ones are no credentials. */
const lengths = { least: 4, most: 4_096 }

/** Keeps values out of the log that came with a request: a vendor's error may repeat what it was sent. */
export interface Hidden {
  hide: (values: object | undefined) => void
  redact: (text: string) => string
}

/** Makes a {@link Hidden}. */
export function createHidden(): Hidden {
  const hidden = new Map<string, string[]>()
  return {
    hide: (values = {}) => {
      for (const value of Object.values(values)) {
        if (typeof value !== 'string' || value.length < lengths.least || value.length > lengths.most) continue
        hidden.delete(value)
        hidden.set(value, toForms(value))
        const [first] = hidden.keys()
        if (hidden.size > maxValues && first !== undefined) hidden.delete(first)
      }
    },
    redact: (text) => {
      const present = [...hidden.values()].flat().filter((form) => text.includes(form))
      present.sort((one, other) => other.length - one.length) // One may be the beginning of another.
      return present.reduce((rest, form) => rest.replaceAll(form, '[credential]'), text)
    },
  }
}

/** A value as it is, within JSON, and within a form or a link. */
function toForms(value: string): string[] {
  const inJson = JSON.stringify(value).slice(1, -1)
  const inForm = new URLSearchParams([['', value]]).toString().slice(1)
  return [...new Set([value, inJson, inForm])]
}
