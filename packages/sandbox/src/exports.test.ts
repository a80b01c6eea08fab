import { expect, it } from 'vitest'
import * as sandbox from './index.ts'

it('exports these names', () => {
  expect(Object.keys(sandbox).sort()).toMatchInlineSnapshot(`
    [
      "AccountExistsError",
      "DataFileError",
      "InvalidOptionError",
      "PortTakenError",
      "RequestNotSeenError",
      "SandboxError",
      "SnapshotNotFoundError",
      "createSandbox",
    ]
  `)
})
