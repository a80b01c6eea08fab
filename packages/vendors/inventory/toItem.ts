import { type Endpoint, toFunctionName } from '../src/http/endpoint.ts'
import type { InventoryItem } from './inventory.ts'

/** An {@link InventoryItem} in short. */
export interface Row {
  name: string
  section: string
  export: string
  file: string
  test: string
}

/** Writes rows of one document out as items. */
export function toItem({ kind, document }: Pick<InventoryItem, 'kind' | 'document'>): (row: Row) => InventoryItem {
  return ({ name, section, export: exported, file, test }) => {
    return { kind, document, name, section, export: exported, test: { file, name: test } }
  }
}

/** Test of an endpoint. */
export interface EndpointTest {
  file: string
  test: string
  /** Kind of request, where the document shows several: `text`. */
  variant?: string
  /** Heading of that kind. @default the endpoint's */
  section?: string
}

/**
 * Lists the endpoints that the vendor's documents name.
 * @throws for one without a test.
 */
export function toEndpointItems({
  endpoints,
  tests,
}: {
  endpoints: Record<string, Endpoint>
  tests: Record<string, EndpointTest[]>
}): InventoryItem[] {
  return Object.values(endpoints).flatMap((endpoint) => {
    const { source } = endpoint
    if (!source) return []
    const name = toFunctionName(endpoint)
    const found = tests[name]
    if (!found) throw new Error(`${endpoint.operation} is in "${source.document}": name a test of it.`)
    return found.map(({ file, test, variant, section = source.section }) => ({
      kind: 'endpoint' as const,
      document: source.document,
      name: toName(endpoint) + (variant === undefined ? '' : ` (${variant})`),
      section,
      export: name,
      test: { file, name: test },
    }))
  })
}

/** Method and path, parameters as the document writes them: `GET /v2/users/{user id}`. */
export function toName({ method, path, source }: Endpoint): string {
  return `${method} ${path.replaceAll(/:(\w+)/g, (_, name: string) => `{${source?.params?.[name] ?? name}}`)}`
}
