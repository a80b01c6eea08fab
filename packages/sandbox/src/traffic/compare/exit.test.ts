import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const folder = new URL('./', import.meta.url)

it('is the only file of the comparison that sends anything', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  )
  expect(files.length).toBeGreaterThan(15)
  const sending = files.filter((name) =>
    /\bfetch\(|new WebSocket|from 'node:(https?|net|tls|http2)'|from 'undici'|socket\.io-client/.test(
      readFileSync(new URL(name, folder), 'utf8'),
    ),
  )
  expect(sending).toEqual(['createExit.ts'])
})
