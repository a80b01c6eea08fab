import { describe, expect, it } from 'vitest'
import { startWazzupV3 } from '../../test/startWazzupV3.ts'
import { InvalidParametersError } from '../errors.ts'
import { isWazzupV3Error } from './errorCodes.ts'

const webhooksUri = 'https://crm.example.com/webhooks?token=t'
const all = { messagesAndStatuses: true, contactsAndDealsCreation: true, channelsUpdates: true, templateStatus: true }

describe('fetchWebhooks', () => {
  it.each([
    ['as booleans', { ...all }],
    ['as text', { ...all, messagesAndStatuses: 'true', channelsUpdates: 'true' }],
    [
      'with the name the live service has for templates',
      { ...all, templateStatus: undefined, wabaTemplatesStatus: true },
    ],
  ])('reads the switches %s', async (_, subscriptions) => {
    const { wazzup, requests } = await startWazzupV3({ json: { webhooksUri, subscriptions } })
    await expect(wazzup.fetchWebhooks()).resolves.toEqual({ webhooksUri, subscriptions: all })
    expect(requests).toMatchObject([{ method: 'GET', url: '/v3/webhooks' }])
  })

  it.each([{}, { webhooksUri: '' }, { webhooksUri: null, subscriptions: null }])(
    'reads %j as nothing set',
    async (json) => {
      const { wazzup } = await startWazzupV3({ json })
      const off = {
        messagesAndStatuses: false,
        contactsAndDealsCreation: false,
        channelsUpdates: false,
        templateStatus: false,
      }
      await expect(wazzup.fetchWebhooks()).resolves.toEqual({ webhooksUri: null, subscriptions: off })
    },
  )
})

describe('setWebhooks', () => {
  it('sends the address and the switches, and takes the answer that is not JSON', async () => {
    const { wazzup, requests } = await startWazzupV3({ text: '{ ok }' })
    await wazzup.setWebhooks({ webhooksUri, subscriptions: { messagesAndStatuses: true } })
    expect(requests).toMatchObject([
      { method: 'PATCH', url: '/v3/webhooks', body: { webhooksUri, subscriptions: { messagesAndStatuses: true } } },
    ])
  })

  it.each([
    ['uriNotValid', 'URI_NOT_VALID'],
    ['testPostNotPassed', 'TEST_POST_NOT_PASSED'],
  ] as const)('is told %s', async (spelt, code) => {
    const { wazzup } = await startWazzupV3({
      status: 400,
      json: { error: spelt, description: 'no', data: { 401: '' } },
    })
    const error = await wazzup.setWebhooks({ webhooksUri }).catch((reason: unknown) => reason)
    expect(isWazzupV3Error(error, code)).toBe(true)
  })

  it.each([
    ['an address of 201 characters', { webhooksUri: `https://crm.example.com/${'a'.repeat(177)}` }],
    ['what is no address', { webhooksUri: 'crm' }],
    ['a switch that is none', { webhooksUri, subscriptions: { templates: true } }],
  ])('refuses %s', async (_, parameters) => {
    const { wazzup, requests } = await startWazzupV3({})
    // What a caller without types might pass.
    const call = wazzup.setWebhooks as (parameters: unknown) => Promise<unknown>
    await expect(call(parameters)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})
