import { expect, it } from 'vitest'
import * as endpoints from './index.ts'

it('exports these names', () => {
  expect(Object.keys(endpoints).sort()).toMatchInlineSnapshot(`
    [
      "defineEndpoint",
      "wazzupTech",
      "wazzupV2",
      "wazzupV3",
      "whatomate",
      "whatomateApp",
    ]
  `)
})
