/** Reads a stream of server-sent events block by block. */
export interface EventReader {
  /** The next block, e.g. `event: unanswered\nid: 1\ndata: …`; null at the end. */
  next: () => Promise<string | null>
  cancel: () => Promise<void>
}

/** Makes an {@link EventReader} of a response. */
export function readEvents(response: Response): EventReader {
  if (!response.body) throw new Error('The response has no body.')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  async function next(): Promise<string | null> {
    for (;;) {
      const end = rest.indexOf('\n\n')
      if (end >= 0) {
        const block = rest.slice(0, end)
        rest = rest.slice(end + 2)
        return block
      }
      const { done, value } = await reader.read()
      if (done) return null
      rest += value
    }
  }
  return { next, cancel: () => reader.cancel() }
}

/** The number of an `unanswered` event; undefined for any other block. */
export function countOf(block: string | null): number | null | undefined {
  const data = /^data: (.*)$/m.exec(block ?? '')?.[1]
  return data === undefined ? undefined : JSON.parse(data).count
}
