import { parseSync } from 'vite'

/** An endpoint's route. */
export interface Route {
  method: string
  /** `/v2/users/:id` */
  path: string
}

/** Parameters of {@link findRouteLiterals}. */
export interface Source {
  /** File name, which says how to parse it. */
  name: string
  text: string
  routes: Route[]
  /** True if the file is about vendors' endpoints only: then methods count too, and paths without the API's version. */
  strict: boolean
}

/**
 * Finds code that writes a vendor's method or path down, outside `defineEndpoint`. Comments and sentences may name a route.
 * @returns each literal, and its line.
 */
export function findRouteLiterals({ name, text, routes, strict }: Source): string[] {
  const roots = new Set(routes.map(({ path }) => path.split('/')[1]))
  if (!strict && ![...roots].some((first) => new RegExp(`/${first}\\b`).test(text))) return []
  const patterns = routes.map(({ path }) => toPattern(path))
  const below = strict ? routes.map(({ path }) => path.replace(/^\/[^/]+/, '')).filter((path) => path !== '') : []
  const short = below.map((path) => new RegExp(`^${toPattern(path).source}`))
  const found: string[] = []
  const report = (node: Node, literal: string): void => {
    found.push(`${text.slice(0, node.start).split('\n').length}: ${literal}`)
  }
  walk(parseSync(name, text).program, (node) => {
    const literal = toText(node)
    if (literal !== undefined && !/\s/.test(literal) && [...patterns, ...short].some((path) => path.test(literal))) {
      report(node, literal)
    }
    const method = strict && node.type === 'Property' && node.key?.name === 'method' ? toText(node.value) : undefined
    if (method !== undefined) report(node, `method: ${method}`)
    return !(node.type === 'CallExpression' && node.callee?.name === 'defineEndpoint')
  })
  return found
}

/** Finds routes that comments name and no endpoint has. */
export function findUnknownRoutes({ text, routes }: Pick<Source, 'text' | 'routes'>): string[] {
  const known = routes.map(({ method, path }) => new RegExp(`^${method} ${toPattern(path).source}`))
  const comments = [...text.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*/g)].map(([comment]) => comment)
  const roots = routes.map(({ path }) => `/${path.split('/')[1]}/`)
  const named = comments.flatMap((comment) => comment.match(/\b(?:GET|POST|PUT|PATCH|DELETE) \/[^\s`'")]+/g) ?? [])
  const ofVendors = named.filter((route) => roots.some((first) => route.includes(` ${first}`)))
  return ofVendors.filter((route) => !known.some((pattern) => pattern.test(route)))
}

interface Node {
  type: string
  start: number
  key?: { name?: string }
  callee?: { name?: string }
  value?: unknown
  quasis?: { value: { cooked: string } }[]
  regex?: { pattern: string }
}

function walk(value: unknown, enter: (node: Node) => boolean): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, enter)
  } else if (isNode(value) && enter(value)) {
    for (const child of Object.values(value)) walk(child, enter)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** Text of a string, a template (`{}` for what is filled in) or a regular expression. */
function toText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'TemplateLiteral') return node.quasis?.map(({ value }) => value.cooked).join('{}')
  if (node.type !== 'Literal') return undefined
  if (node.regex) return node.regex.pattern.replaceAll('\\/', '/')
  return typeof node.value === 'string' ? node.value : undefined
}

/** The path at the end of a text, whatever stands for its parameters: `/v2/users/{id}`, `${host}/v2/users/7?limit=1`. */
function toPattern(path: string): RegExp {
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`${escaped.replaceAll(/:\w+/g, '[^/?#]+')}/?(?:$|[?#$])`)
}
