import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventStreamParser, type StreamEvent } from './createEventStreamParser.ts'

function parse(portions: string[]): StreamEvent[] {
  const events: StreamEvent[] = []
  const feed = createEventStreamParser((event) => events.push(event))
  for (const portion of portions) feed(portion)
  return events
}

test.each([
  ['a named event', 'event: unanswered\ndata: 1\n\n', [{ name: 'unanswered', data: '1' }]],
  ['an event without a name', 'data: 1\n\n', [{ name: 'message', data: '1' }]],
  ['several lines of data', 'data: a\ndata:\ndata:b\n\n', [{ name: 'message', data: 'a\n\nb' }]],
  ['one space, and no more, taken off', 'data:  a\n\n', [{ name: 'message', data: ' a' }]],
  ['a field without a colon', 'data\n\n', [{ name: 'message', data: '' }]],
  ['colons inside the data', 'data: {"a":1}\n\n', [{ name: 'message', data: '{"a":1}' }]],
  ['comments, ids and retry times skipped', ': hi\nid: 7\nretry: 9\ndata: x\n\n', [{ name: 'message', data: 'x' }]],
  ['no event without data', 'event: x\n\ndata: y\n\n', [{ name: 'message', data: 'y' }]],
  ['no event before its empty line', 'data: x\n', []],
])('reads %s', (_what, stream, events) => {
  expect(parse([stream])).toEqual(events)
})

test('reads the same events however the stream is cut, and whichever line ends it has', () => {
  const line = fc.constantFrom('event: a', 'event: b', 'data: 1', 'data: {"x":"é"}', 'data', ': beat', 'id: 4', '', '')
  fc.assert(
    fc.property(
      fc.array(line),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.infiniteStream(fc.nat(5)),
      (lines, end, cuts) => {
        const stream = `${lines.join(end)}${end}${end}: last${end}`
        const portions: string[] = []
        for (let at = 0; at < stream.length; ) {
          const size = (cuts.next().value ?? 0) + 1
          portions.push(stream.slice(at, at + size))
          at += size
        }
        expect(parse(portions)).toEqual(parse([`${lines.join('\n')}\n\n: last\n`]))
      },
    ),
  )
})
