import type { EndpointResponse } from '@crm-chat/vendors/endpoints'
import * as z from 'zod'
import type { Route } from '../routes/route.ts'
import type { VendorApi } from '../routes/vendorApi.ts'

/** A document of OpenAPI 3.1. */
export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  security: Record<string, string[]>[]
  components: { securitySchemes: Record<string, unknown> }
  paths: Record<string, Record<string, OpenApiOperation>>
}

/** One operation of a path. */
export interface OpenApiOperation {
  operationId: string
  [field: string]: unknown
}

/** Describes a vendor's API, generated from the schemas that the sandbox validates with. */
export function createDocument({ apis, origin }: { apis: VendorApi[]; origin: string }): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {}
  for (const { hosts, routes } of apis) {
    for (const route of routes) {
      const path = toPath(`${hosts[0] ?? ''}${route.path}`)
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(route) }
    }
  }
  const [first] = apis
  return {
    openapi: '3.1.0',
    info: {
      title: first?.title ?? '',
      version: '1',
      description: 'The API as the crm-chat sandbox implements it. The vendor has not published this document.',
    },
    servers: [{ url: origin }],
    security: [{ key: [] }],
    components: { securitySchemes: { key: first?.securityScheme ?? {} } },
    paths,
  }
}

/** Converts `/contacts/:id` to `/contacts/{id}`. */
function toPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}')
}

function describe(route: Route): OpenApiOperation {
  return {
    operationId: route.operation,
    summary: route.summary,
    parameters: [...listPathParameters(route), ...listQueryParameters(route)],
    ...(route.body ? { requestBody: { required: true, content: toContent({ schema: route.body, io: 'input' }) } } : {}),
    responses: { [route.response.status ?? 200]: toResponse(route.response) },
  }
}

function listPathParameters({ path }: Route) {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

const objectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
})

function listQueryParameters({ query }: Route) {
  if (!query) return []
  const { properties, required } = objectSchema.parse(toJsonSchema({ schema: query, io: 'input' }))
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function toResponse({ description, schema, mediaType }: EndpointResponse) {
  if (!schema) return { description }
  return { description, content: toContent({ schema, io: 'output', mediaType }) }
}

function toContent({
  schema,
  io,
  mediaType = 'application/json',
}: {
  schema: z.ZodType
  io: 'input' | 'output'
  mediaType?: string | undefined
}) {
  return { [mediaType]: { schema: toJsonSchema({ schema, io }) } }
}

/** Converts a schema. Checks that JSON Schema cannot express, e.g. by a function, are omitted. */
function toJsonSchema({ schema, io }: { schema: z.ZodType; io: 'input' | 'output' }): Record<string, unknown> {
  const { $schema: _, '~standard': __, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
