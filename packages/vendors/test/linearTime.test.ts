import { expect, it } from 'vitest'
import { createRedactor } from '../src/http/createRedactor.ts'
import { findNetworkCode } from '../src/http/findNetworkCode.ts'
import { parseJson } from '../src/http/parseJson.ts'
import { parseVendorError } from '../src/http/parseVendorError.ts'
import { parseTime } from '../src/parseTime.ts'
import { parsePhone } from '../src/phone.ts'
import { countSchema } from '../src/unanswered/countSchema.ts'
import { toEarlyEnding } from '../src/unanswered/ending.ts'
import { parsePacket } from '../src/unanswered/packet.ts'
import { decodePayload } from '../src/unanswered/payload.ts'
import { counterHostSchema } from '../src/wazzup-v3/counterHost.ts'

const size = 100_000
const fill = (part: string): string => part.repeat(Math.ceil(size / part.length)).slice(0, size)

/** Texts that make a pattern with two ways to match try them all. */
const texts = [
  ...['a', '0', ' ', '/', '.', '-', '(', '"', '\\', '[', '{', '&', '<', ':'].map(fill),
  ...['1 ', '1-', '(0)', '\\"', '1:', '&#', '%4', 'aB', 'a_', 'https://', '12345678901234567,', '\u001e6'].map(fill),
  `+${fill('1 ')}(0`,
  `8${fill(' ')}x`,
  `https://api.whatsapp.com/send?${fill('&')}phone`,
  `0{"sid":"${fill('a')}`,
  `42${fill('0')}[`,
  `2026-01-01T00:00:00.${fill('0')}`,
  `E${fill('A_')}x`,
]

const { text: redact } = createRedactor(() => ['CANARY-0123456789'])

/** Everything that reads a text of a vendor, or of a person. */
const readers: Record<string, (text: string) => unknown> = {
  createRedactor: redact,
  findNetworkCode: (code) => findNetworkCode({ code }),
  parseJson,
  'parseJson, of a string': (text) => parseJson(JSON.stringify({ [text]: text })),
  parseVendorError: (text) => parseVendorError(JSON.stringify({ error: { code: text, description: text } })),
  parseTime,
  parsePhone,
  countSchema: (text) => countSchema.safeParse(text),
  counterHostSchema: (host) => counterHostSchema.safeParse({ host }),
  toEarlyEnding: (body) => toEarlyEnding({ status: 400, body }),
  parsePacket,
  decodePayload: (text) => [decodePayload(text, 'older'), decodePayload(text, 'current')],
}

it.each(Object.entries(readers))('%s reads 100 KB of any text at once', (_, read) => {
  for (const text of texts) {
    const startedAt = performance.now()
    read(text)
    // A pattern that tries each place twice takes 10^10 steps: half a minute.
    expect(performance.now() - startedAt, text.slice(0, 20)).toBeLessThan(3_000)
  }
})
