import { isHarmlessKey } from '../redaction/isHarmless.ts'
import type { Difference } from './difference.ts'
import type { Place, Shape } from './toShape.ts'

/** Parameters of {@link compareShapes}. */
export interface ShapeParameters {
  account: Shape
  sandbox: Shape
  /** True if it counts that a list is empty on one side only. */
  comparesEmptiness: boolean
}

/** Result of {@link compareShapes}. */
export interface ComparedShapes {
  differences: Difference[]
  /** Places that cannot be compared, and why. */
  reasons: string[]
}

/** Compares the shapes of two bodies. Lists that are empty on one side leave the shape of their items unknown. */
export function compareShapes(shapes: ShapeParameters): ComparedShapes {
  const paths = [...new Set([...shapes.account.keys(), ...shapes.sandbox.keys()])]
  const compared = paths.map((path) => comparePath(path, shapes))
  return {
    differences: compared.flatMap(({ differences = [] }) => differences),
    reasons: compared.flatMap(({ reasons = [] }) => reasons),
  }
}

function comparePath(path: string, shapes: ShapeParameters): Partial<ComparedShapes> {
  const { account, sandbox, comparesEmptiness } = shapes
  const [here, there] = [account.get(path), sandbox.get(path)]
  const place = toShownPath(path)
  if (path.endsWith('[]') && !(here && there)) return { reasons: explainEmpty(path, shapes) }
  if (!haveParents(path, shapes)) return {}
  if (here && there) return { differences: comparePlaces({ place, account: here, sandbox: there, comparesEmptiness }) }
  return { differences: [describeMissing({ path, place, here, there, account, sandbox })] }
}

/** True if both sides have the object or list that this place is in. */
function haveParents(path: string, { account, sandbox }: ShapeParameters): boolean {
  const parent = toParent(path)
  if (parent === undefined || path.endsWith('[]')) return true
  return [account, sandbox].every((shape) => shape.get(parent)?.types.has('object'))
}

function explainEmpty(path: string, { account, sandbox, comparesEmptiness }: ShapeParameters): string[] {
  const list = path.slice(0, -2)
  const areLists = [account, sandbox].every((shape) => shape.get(list)?.types.has('list'))
  if (!areLists || comparesEmptiness) return []
  const side = account.has(path) ? 'sandbox' : 'account'
  return [`the list ${toShownPath(list) || 'of the body'} is empty in the ${side}`]
}

/** Path of the object that has this field; `undefined` for the body itself. */
function toParent(path: string): string | undefined {
  if (path === '') return undefined
  if (path.endsWith('[]')) return path.slice(0, -2)
  return path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : ''
}

function describeMissing({
  path,
  place,
  here,
  there,
  account,
  sandbox,
}: {
  path: string
  place: string
  here: Place | undefined
  there: Place | undefined
  account: Shape
  sandbox: Shape
}): Difference {
  const parent = toParent(path) ?? ''
  const say = (value: Place | undefined, shape: Shape): string => {
    if (!value) return '—'
    const some = value.count < (shape.get(parent)?.count ?? 0) ? ', in some' : ''
    return [...value.types].toSorted().join(' or ') + some
  }
  return { kind: 'field', place, account: say(here, account), sandbox: say(there, sandbox) }
}

function comparePlaces({
  place,
  account,
  sandbox,
  comparesEmptiness,
}: {
  place: string
  account: Place
  sandbox: Place
  comparesEmptiness: boolean
}): Difference[] {
  const show = (values: Set<string>): string => [...values].toSorted().join(' or ') || '—'
  const of = (kind: Difference['kind'], pick: (place: Place) => Set<string>): Difference => ({
    kind,
    place: place || 'body',
    account: show(pick(account)),
    sandbox: show(pick(sandbox)),
  })
  if (differ(account.types, sandbox.types)) return [of('type', ({ types }) => types)]
  const found: Difference[] = []
  if (haveOtherFormats(account.formats, sandbox.formats)) found.push(of('format', ({ formats }) => formats))
  if (!isWithin(account.values, sandbox.values) || hasOnlyUnknownValues({ account, sandbox }))
    found.push(of('value', ({ values }) => values))
  if (comparesEmptiness && differ(account.fills, sandbox.fills)) found.push(of('list', ({ fills }) => fills))
  return found
}

/** The account has a type that the sandbox lacks, or none that the sandbox has. */
function differ(account: Set<string>, sandbox: Set<string>): boolean {
  return !isWithin(account, sandbox) || (account.size === 0 && sandbox.size > 0)
}

function isWithin(part: Set<string>, whole: Set<string>): boolean {
  return [...part].every((value) => whole.has(value))
}

/** The sandbox has words of the vendor here, and the account another text: an error code that nobody knows yet. */
function hasOnlyUnknownValues({ account, sandbox }: { account: Place; sandbox: Place }): boolean {
  return (
    sandbox.values.size > 0 && account.values.size === 0 && [...account.formats].some((format) => format !== 'empty')
  )
}

/** Formats that any text can have: ids and names differ from account to account. */
const anyFormats = new Set(['empty', 'word', 'token', 'text', 'email'])

function haveOtherFormats(account: Set<string>, sandbox: Set<string>): boolean {
  if (account.size === 0 || sandbox.size === 0) return false
  const known = [...account, ...sandbox].every((format) => !anyFormats.has(format))
  return known && [...account].every((format) => !sandbox.has(format))
}

/** Names of fields that are no words of the vendors' may be data. */
function toShownPath(path: string): string {
  return path
    .split('.')
    .map((part) => {
      const name = part.replaceAll('[]', '')
      return name === '' || isHarmlessKey(name) ? part : part.replace(name, 'another field')
    })
    .join('.')
}
