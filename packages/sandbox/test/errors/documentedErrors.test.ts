import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { messageFaults } from './messageCases.ts'
import { wazzupTechCodes } from './wazzupTechCodes.ts'
import { wazzupV2Cases } from './wazzupV2Cases.ts'
import { wazzupV3Cases } from './wazzupV3Cases.ts'

const coverage = new URL('../../../../docs/coverage.md', import.meta.url)

/** Every documented error code by vendor, as listed in `docs/coverage.md`. */
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

/** The document of v3 spells this code differently in its prose; the live service and the client use the usual form. */
const spelling: Record<string, string> = { repeatedCrmMessageId: 'REPEATED_CRM_MESSAGE_ID' }

/** Codes that the tests in this folder provoke with the real clients, by the sandbox's own behaviour or by a listed fault. */
const driven: Record<string, string[]> = {
  'wazzup-v2': [...Object.keys(wazzupV2Cases), ...Object.keys(messageFaults)],
  'wazzup-v3': [...Object.keys(wazzupV3Cases), ...Object.keys(messageFaults)],
  'wazzup-tech': wazzupTechCodes,
  whatomate: ['failed'],
}

it('every documented error is provoked against the sandbox, and nothing else is listed', async () => {
  const documented = await listDocumented()
  expect(Object.values(documented).flat()).toHaveLength(69)
  expect(Object.keys(documented).toSorted()).toEqual(Object.keys(driven).toSorted())
  for (const [vendor, codes] of Object.entries(documented)) {
    const wanted = codes.map((code) => spelling[code] ?? code)
    expect({ vendor, codes: driven[vendor]?.toSorted() }).toEqual({ vendor, codes: wanted.toSorted() })
  }
})

it('at most two codes of each list need a fault rule', () => {
  expect(Object.keys(messageFaults)).toEqual(['MESSAGES_CAN_NOT_ADD', 'UNKNOWN_ERROR'])
})
