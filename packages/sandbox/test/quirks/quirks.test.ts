import { describe, expect, it } from 'vitest'
import { emulatedVendors } from '../../src/emulatedVendors.ts'
import { startSandbox } from '../startSandbox.ts'
import type { QuirkProof } from './quirkProof.ts'
import { wazzupTechProofs } from './wazzupTechProofs.ts'
import { wazzupV2Proofs } from './wazzupV2Proofs.ts'
import { wazzupV3ErrorProofs } from './wazzupV3ErrorProofs.ts'
import { wazzupV3Proofs } from './wazzupV3Proofs.ts'
import { contactProofs } from './whatomate/contactProofs.ts'
import { messageProofs } from './whatomate/messageProofs.ts'
import { serverProofs } from './whatomate/serverProofs.ts'
import { socketProofs } from './whatomate/socketProofs.ts'

const proofs: Record<string, QuirkProof> = {
  ...wazzupV2Proofs,
  ...wazzupV3Proofs,
  ...wazzupV3ErrorProofs,
  ...wazzupTechProofs,
  ...messageProofs,
  ...contactProofs,
  ...socketProofs,
  ...serverProofs,
}

it('each have a proof, and every proof has a quirk', () => {
  const names = emulatedVendors.flatMap(({ quirks }) => Object.keys(quirks))
  expect(Object.keys(proofs).toSorted()).toEqual(names.toSorted())
})

describe.each(Object.entries(proofs))('the quirk %s', (name, { observe, off, on }) => {
  it('has an effect', async () => {
    expect(await observe(await startSandbox())).toEqual(off)
    const seen = await observe(await startSandbox({ quirks: [name] }))
    expect(seen).toEqual(on)
    expect(seen).not.toEqual(off)
  })
})

const readByClients = Object.entries(proofs).flatMap(([name, { client, sees }]) =>
  client ? [{ name, client, sees }] : [],
)

describe.each(readByClients)('the quirk $name', ({ name, client, sees }) => {
  it.each([
    ['off', []],
    ['on', [name]],
  ])('makes no difference to the client when it is %s', async (_, quirks) => {
    expect(await client(await startSandbox({ quirks }))).toEqual(sees)
  })
})
