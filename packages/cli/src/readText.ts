/** Longest text that is read, in characters. */
const maxText = 1_000_000

/** Reads a text from a stream of bytes, to its end or to its millionth character. */
export async function readText(stream: AsyncIterable<Uint8Array> | null | undefined): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > maxText) break
  }
  return text
}
