import { isHarmlessText } from '../redaction/isHarmless.ts'
import { toFormat } from '../redaction/toFormat.ts'

/** Everything that is compared about the values at one place of a body. */
export interface Place {
  /** Number of values here, over all items of the lists above. */
  count: number
  types: Set<string>
  formats: Set<string>
  /** Values that say nothing about the account, e.g. statuses. */
  values: Set<string>
  /** `empty` and `filled`, for lists. */
  fills: Set<string>
}

/** Places of a body, by their path: `data.contacts[].id`. */
export type Shape = Map<string, Place>

/** Fields whose content every account chooses itself. */
const opaque = /^(metadata|custom_fields|template_params|details|settings)$/

/** Numbers that repeat a part of the request. */
const echoed = /^(limit|page|offset)$/

const maxPlaces = 2_000
const maxItems = 1_000

/** Describes the shape of a JSON value. */
export function toShape(value: unknown): Shape {
  const shape: Shape = new Map()
  add({ shape, path: '', key: '', value })
  return shape
}

interface Visit {
  shape: Shape
  path: string
  key: string
  value: unknown
}

function add({ shape, path, key, value }: Visit): void {
  if (!shape.has(path) && shape.size >= maxPlaces) return
  const place = shape.get(path) ?? createPlace()
  shape.set(path, place)
  place.count++
  place.types.add(typeOf(value))
  if (typeof value === 'string') addText({ place, key, text: value })
  if (typeof value === 'number' && echoed.test(key)) place.values.add(String(value))
  if (Array.isArray(value)) place.fills.add(value.length > 0 ? 'filled' : 'empty')
  for (const part of listParts({ path, key, value })) add({ shape, ...part })
}

/** The items of a list, or the fields of an object. */
function listParts({ path, key, value }: Omit<Visit, 'shape'>): Omit<Visit, 'shape'>[] {
  if (Array.isArray(value)) return value.slice(0, maxItems).map((item) => ({ path: `${path}[]`, key, value: item }))
  if (typeof value !== 'object' || value === null || opaque.test(key)) return []
  return Object.entries(value).map(([name, part]) => {
    const step = name.replaceAll(/[.[\]]/g, '·')
    return { path: path === '' ? step : `${path}.${step}`, key: name, value: part }
  })
}

function addText({ place, key, text }: { place: Place; key: string; text: string }): void {
  place.formats.add(toFormat(text))
  if (text !== '' && isHarmlessText(text, key)) place.values.add(text)
}

function createPlace(): Place {
  return { count: 0, types: new Set(), formats: new Set(), values: new Set(), fills: new Set() }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}
