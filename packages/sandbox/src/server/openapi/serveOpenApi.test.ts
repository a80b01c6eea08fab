import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { vendorApis } from '../../emulatedVendors.ts'

const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']) })),
        requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.looseObject({}) })) }).optional(),
        responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.looseObject({ description: z.string().min(1) })),
      }),
    ),
  ),
})

describe('the OpenAPI document', () => {
  it.each([...new Set(vendorApis.map(({ vendor }) => vendor))])('of %s contains every route, once', async (vendor) => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, `GET /_sandbox/openapi/${vendor}.json`)
    expect(status).toBe(200)
    const operations = Object.values(documentSchema.parse(json).paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    const declared = vendorApis
      .filter((api) => api.vendor === vendor)
      .flatMap(({ routes }) => routes.map(({ operation }) => operation))
    expect(operations.toSorted()).toEqual(declared.toSorted())
    expect(new Set(operations).size).toBe(operations.length)
  })

  it('describes a route’s input and response', async () => {
    const sandbox = await startSandbox()
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/openapi/wazzup-v2.json')
    const route = documentSchema.parse(json).paths['/v2/send_message']?.post
    expect(route?.requestBody?.content['application/json']?.schema).toMatchObject({ type: 'object' })
    expect(JSON.stringify(route?.responses['201'])).toContain('messageId')
  })

  it('declares every path parameter', async () => {
    const sandbox = await startSandbox()
    for (const { vendor } of vendorApis) {
      const { json } = await callSandbox(sandbox, `GET /_sandbox/openapi/${vendor}.json`)
      for (const [path, methods] of Object.entries(documentSchema.parse(json).paths)) {
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        for (const { parameters } of Object.values(methods)) {
          expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(names)
        }
      }
    }
  })

  it('does not exist for an unknown vendor', async () => {
    const sandbox = await startSandbox()
    const answer = await callSandbox(sandbox, 'GET /_sandbox/openapi/other.json')
    expect(answer).toMatchObject({ status: 404, json: refusal('VENDOR_NOT_FOUND') })
  })
})
