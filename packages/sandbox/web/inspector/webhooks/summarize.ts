/** What a webhook is about, in a few words: what a message says, else a status or a name that it tells. */
export function summarize(body: string): string {
  for (const name of ['text', 'status', 'state', 'name']) {
    const found = new RegExp(`"${name}":\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(body)?.[1]
    if (found !== undefined && found !== '""') return JSON.parse(found)
  }
  return ''
}
