/** An event of a stream. Ids and retry times are not needed: the newest value is sent on every connect. */
export interface StreamEvent {
  /** Name of the event, `message` where the stream gives none. */
  name: string
  data: string
}

/**
 * Makes a parser of `text/event-stream`. It is fed with decoded text in any portions.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function createEventStreamParser(onEvent: (event: StreamEvent) => void): (text: string) => void {
  let rest = ''
  let name = ''
  let data: string[] = []

  const endEvent = (): void => {
    if (data.length > 0) onEvent({ name: name || 'message', data: data.join('\n') })
    name = ''
    data = []
  }
  const readLine = (line: string): void => {
    if (line === '') endEvent()
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
    if (field === 'event') name = value
    if (field === 'data') data.push(value)
  }

  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/) // A carriage return at the very end may be half a line end.
    rest = lines.pop() ?? ''
    for (const line of lines) readLine(line)
  }
}
