import { adminWords, channelTransports, toTierLimit } from '@crm-chat/core/admin'
import { channelCredentialsSchemas, channelReasons, wabaTiers } from '@crm-chat/vendors/wazzup-tech'
import { channelStates as v2States } from '@crm-chat/vendors/wazzup-v2'
import { channelStates as v3States } from '@crm-chat/vendors/wazzup-v3'
import { expect, it } from 'vitest'
import { channelSentences } from '../../src/backends/wazzup/channelSentences.ts'
import { toWord } from '../../src/channels/toChannel.ts'

it('every reason that a vendor documents is explained to administrators, with what to do, and no other', () => {
  const tables = [channelReasons, v2States, v3States, channelSentences]
  const documented = new Set(tables.flatMap((table) => Object.keys(table).map(toWord)))
  documented.delete('active') // The only one that needs no explanation.
  const { channelReasons: explained } = adminWords
  expect(Object.keys(explained).sort()).toEqual([...documented].sort())
  expect(new Set(Object.values(explained).map(({ what }) => what)).size).toBe(documented.size)
  for (const { what, todo } of Object.values(explained)) {
    expect(what).toMatch(/^[A-Z].{12,}\.$/)
    expect(todo).toMatch(/^[A-Z].{12,}\.$/)
  }
})

it('every transport of the documents can be connected, with the credentials that it needs, and VK in the vendor’s window', () => {
  const documented = Object.entries(channelCredentialsSchemas).map(([name, { shape }]) => [name, Object.keys(shape)])
  const offered = channelTransports.map(({ name, fields }) => [name, [...fields]])
  expect(Object.fromEntries(offered)).toEqual({ ...Object.fromEntries(documented), vk: [] })
  expect(channelTransports.filter(({ way }) => way === 'credentials').every(({ fields }) => fields.length > 0)).toBe(
    true,
  )
})

it('every tier of the documents is a number', () => {
  expect(wabaTiers.map((tier) => [tier, toTierLimit(tier)])).toEqual([
    ['TIER_0', 0],
    ['TIER_50', 50],
    ['TIER_250', 250],
    ['TIER_1K', 1_000],
    ['TIER_10K', 10_000],
    ['TIER_100K', 100_000],
    ['TIER_UNLIMITED', Number.POSITIVE_INFINITY],
  ])
})
