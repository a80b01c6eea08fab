import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { messageFaults } from './messageCases.ts'
import { wazzupTechCodes } from './wazzupTechCodes.ts'
import { wazzupV2Cases } from './wazzupV2Cases.ts'
import { wazzupV3Cases } from './wazzupV3Cases.ts'

const coverage = new URL('../../../../docs/coverage.md', import.meta.url)

/** Every error code that the vendors' documents name, by vendor, as the page on coverage lists them. */
async function listDocumented(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  let vendor = ''
  for (const line of (await readFile(coverage, 'utf8')).split('\n')) {
    vendor = /^## (\S+)/.exec(line)?.[1] ?? vendor
    const code = /^\| error code \| `([^`]+)`/.exec(line)?.[1]
    if (code !== undefined) found[vendor] = [...(found[vendor] ?? []), code]
  }
  return found
}

/** v3's document writes it in its prose as no other: the live service and the client write it like the others. */
const spelling: Record<string, string> = { repeatedCrmMessageId: 'REPEATED_CRM_MESSAGE_ID' }

/** What the tests beside this one bring about with the real clients, by the sandbox's own behaviour or, where listed so, by a fault. */
const driven: Record<string, string[]> = {
  'wazzup-v2': [...Object.keys(wazzupV2Cases), ...Object.keys(messageFaults)],
  'wazzup-v3': [...Object.keys(wazzupV3Cases), ...Object.keys(messageFaults)],
  'wazzup-tech': wazzupTechCodes,
  whatomate: ['failed'],
}

it('every documented error is brought about against the sandbox, and nothing else is listed', async () => {
  const documented = await listDocumented()
  expect(Object.values(documented).flat()).toHaveLength(69)
  expect(Object.keys(documented).toSorted()).toEqual(Object.keys(driven).toSorted())
  for (const [vendor, codes] of Object.entries(documented)) {
    const wanted = codes.map((code) => spelling[code] ?? code)
    expect({ vendor, codes: driven[vendor]?.toSorted() }).toEqual({ vendor, codes: wanted.toSorted() })
  }
})

it('no more than two codes of a list are left to fault rules', () => {
  expect(Object.keys(messageFaults)).toEqual(['MESSAGES_CAN_NOT_ADD', 'UNKNOWN_ERROR'])
})
