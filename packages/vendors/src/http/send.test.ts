import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { httpTo } from '../../test/httpTo.ts'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidAnswerError, InvalidParametersError } from '../errors.ts'
import { defineEndpoint } from './endpoint.ts'
import { send } from './send.ts'

const renameThing = defineEndpoint({
  operation: 'whatomate.renameThing',
  method: 'PUT',
  path: '/shelves/:shelf/things/:id',
  summary: 'Rename a thing',
  query: z.object({ quiet: z.enum(['true', 'false']).optional() }),
  body: z.object({
    name: z
      .string()
      .min(1)
      .transform((name) => name.trim()),
  }),
  response: { description: 'The thing.', schema: z.object({ id: z.number() }) },
  idempotent: true,
})

const params = { shelf: 'a/b', id: 7 }

describe('an endpoint', () => {
  it('is sent with its path filled in, its query, and the body as its schema writes it', async () => {
    const vendor = await startVendor(() => ({ json: { id: 7 } }))
    const renamed = await send(httpTo(vendor.url), renameThing, {
      params,
      query: { quiet: true },
      body: { name: ' Lamp ' },
    })
    expect(renamed).toEqual({ id: 7 })
    expect(vendor.requests).toMatchObject([
      { method: 'PUT', url: '/shelves/a%2Fb/things/7?quiet=true', body: { name: 'Lamp' } },
    ])
  })

  it.each([
    { shelf: '..', id: 7 },
    { shelf: '', id: 7 },
    { shelf: '\ud800', id: 7 },
  ])('is not sent with a parameter that would lead elsewhere: $shelf', async (wrong) => {
    const vendor = await startVendor(() => ({ json: { id: 7 } }))
    const sent = send(httpTo(vendor.url), renameThing, { params: wrong, body: { name: 'Lamp' } })
    await expect(sent).rejects.toThrow(InvalidParametersError)
    expect(vendor.requests).toEqual([])
  })

  it('is not sent with a parameter or a body that breaks its schema', async () => {
    const vendor = await startVendor(() => ({ json: { id: 7 } }))
    const numbered = {
      ...renameThing,
      params: z.object({ shelf: z.string(), id: z.string().regex(/^\d$/, 'has one digit') }),
    }
    const wrongId = send(httpTo(vendor.url), numbered, { params: { shelf: 'a', id: 'seven' }, body: { name: 'Lamp' } })
    await expect(wrongId).rejects.toThrow('id: has one digit')
    const noName = send(httpTo(vendor.url), renameThing, { params, body: { name: '' } })
    await expect(noName).rejects.toThrow(InvalidParametersError)
    expect(vendor.requests).toEqual([])
  })

  it('is read in the shape that it accepts', async () => {
    const vendor = await startVendor(() => ({ json: { number: 7 } }))
    const request = { params, body: { name: 'Lamp' } }
    await expect(send(httpTo(vendor.url), renameThing, request)).rejects.toThrow(InvalidAnswerError)
    const accepts = z.object({ number: z.number() }).transform(({ number }) => ({ id: number }))
    const lenient = { ...renameThing, response: { ...renameThing.response, accepts } }
    await expect(send(httpTo(vendor.url), lenient, request)).resolves.toEqual({ id: 7 })
  })

  it('that describes no body of its response has no result, whatever comes', async () => {
    const vendor = await startVendor(() => ({ json: { id: 7 } }))
    const silent = { ...renameThing, response: { description: 'It is renamed.' } }
    await expect(send(httpTo(vendor.url), silent, { params, body: { name: 'Lamp' } })).resolves.toBeUndefined()
  })
})
