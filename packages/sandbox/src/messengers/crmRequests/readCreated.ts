/** Reads what a CRM answered to a wish; nothing for no answer, or one that is no JSON: then it has created nothing. */
export function readCreated(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
