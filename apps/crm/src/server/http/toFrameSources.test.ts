import { expect, it } from 'vitest'
import { toFrameSources } from './toFrameSources.ts'

it.each([
  ['https://api.wazzup24.com', ['https://*.wazzup24.com']],
  ['http://127.0.0.1:4010', ['http://127.0.0.1:4010', 'http://localhost:4010']],
  ['http://localhost', ['http://127.0.0.1', 'http://localhost']],
  ['https://stand-in.example/wazzup', ['https://*.wazzup24.com', 'https://stand-in.example']],
  ['https://evilwazzup24.com', ['https://*.wazzup24.com', 'https://evilwazzup24.com']],
])('allows the frame sources of %s', (url, sources) => {
  expect(toFrameSources(url)).toEqual(sources)
})
