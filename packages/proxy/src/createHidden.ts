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
  const hidden = new Set<string>()
  return {
    hide: (values = {}) => {
      for (const value of Object.values(values)) {
        if (typeof value !== 'string' || value.length < lengths.least || value.length > lengths.most) continue
        hidden.delete(value)
        hidden.add(value)
        const [first] = hidden
        if (hidden.size > maxValues && first !== undefined) hidden.delete(first)
      }
    },
    redact: (text) => {
      let rest = text
      for (const value of hidden) if (rest.includes(value)) rest = rest.replaceAll(value, '[credential]')
      return rest
    },
  }
}
