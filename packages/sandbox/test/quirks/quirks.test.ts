import { describe, expect, it } from 'vitest'
import { quirkNames } from '../../src/quirks/quirkTable.ts'
import { startSandbox } from '../startSandbox.ts'
import type { QuirkProof } from './quirkProof.ts'
import { wazzupTechProofs } from './wazzupTechProofs.ts'
import { wazzupV2Proofs } from './wazzupV2Proofs.ts'
import { wazzupV3Proofs } from './wazzupV3Proofs.ts'
import { whatomateProofs } from './whatomateProofs.ts'

const proofs: Record<string, QuirkProof> = {
  ...wazzupV2Proofs,
  ...wazzupV3Proofs,
  ...wazzupTechProofs,
  ...whatomateProofs,
}

it('each have a proof, and there are no others', () => {
  expect(Object.keys(proofs).toSorted()).toEqual(quirkNames.toSorted())
})

describe.each(Object.entries(proofs))('the quirk %s', (name, { observe, off, on, client, sees }) => {
  it('acts', async () => {
    expect(await observe(await startSandbox())).toEqual(off)
    const seen = await observe(await startSandbox({ quirks: [name] }))
    expect(seen).toEqual(on)
    expect(seen).not.toEqual(off)
  })

  it.runIf(client).each([
    ['off', []],
    ['on', [name]],
  ])('is nothing that the client sees when it is %s', async (_, quirks) => {
    expect(await client?.(await startSandbox({ quirks }))).toEqual(sees)
  })
})
