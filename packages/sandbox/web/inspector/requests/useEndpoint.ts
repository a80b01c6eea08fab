import { queryOptions, useQuery } from '@tanstack/react-query'
import type { OpenApiDocument } from '../../../src/server/openapi/createDocument.ts'
import { callControl } from '../control/callControl.ts'

/** Route of a vendor's operation. */
export interface EndpointRoute {
  method: string
  path: string
}

/** Route of an operation of Wazzup's CRM API V2, e.g. `wazzup-v2.sendMessage`; `undefined` until it is known. */
export function useEndpoint(operation: string): EndpointRoute | undefined {
  const { data: document } = useQuery(documentQueryOptions())
  const routes = Object.entries(document?.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({ method: method.toUpperCase(), path, operationId })),
  )
  const found = routes.find(({ operationId }) => operationId === operation)
  return found && { method: found.method, path: found.path }
}

const documentQueryOptions = () =>
  queryOptions({
    queryKey: ['openapi'],
    queryFn: () => callControl<OpenApiDocument>('GET /openapi/wazzup-v2.json'),
    staleTime: Number.POSITIVE_INFINITY,
  })
