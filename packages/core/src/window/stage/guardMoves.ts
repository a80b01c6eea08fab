/** Parameters of {@link guardMoves}. */
export interface GuardMovesParameters {
  /** Element with live frames inside. */
  element: HTMLElement
  /** Brings the element to a safe place, before what surrounds it leaves the page. */
  rescue: () => void
  /** Brings it back, if its container is still there. */
  restore: () => void
}

/** Guard of one element. */
export interface MoveGuard {
  /** Guards the surroundings that the element has now. */
  follow: () => void
  end: () => void
}

/**
 * Keeps frames alive while a host moves or removes what surrounds them: a framework that sorts a list calls `insertBefore`,
 * which reloads every frame inside. Each element around the frames gets methods of its own for that time, which move with
 * `moveBefore`, and bring the frames to safety before a removal. No prototype is changed.
 */
export function guardMoves({ element, rescue, restore }: GuardMovesParameters): MoveGuard {
  let path: Node[] = []
  const follow = (): void => {
    const before = path
    path = listSurroundings(element)
    for (const node of path) hold(node)
    for (const node of before) release(node)
  }
  const guarded: Guarded = { element, rescue, restore, follow }
  guards.add(guarded)
  return {
    follow,
    end: () => {
      guards.delete(guarded)
      for (const node of path) release(node)
      path = []
    },
  }
}

interface Guarded extends GuardMovesParameters {
  follow: () => void
}

const guards = new Set<Guarded>()

/** Guarded nodes, each with the number of elements that it surrounds and the function that ends its guard. */
const guardedNodes = new Map<Node, { count: number; end: () => void }>()

function hold(node: Node): void {
  const known = guardedNodes.get(node)
  if (known) known.count += 1
  else guardedNodes.set(node, { count: 1, end: guardNode(node) })
}

function release(node: Node): void {
  const known = guardedNodes.get(node)
  if (!known) return
  known.count -= 1
  if (known.count > 0) return
  known.end()
  guardedNodes.delete(node)
}

/** Lists the nodes around an element, up to the page's body and out of shadow roots. */
function listSurroundings(element: Node): Node[] {
  const parent = element.parentNode ?? (element instanceof ShadowRoot ? element.host : null)
  return parent && parent !== document.documentElement ? [parent, ...listSurroundings(parent)] : []
}

type Method = (...values: unknown[]) => unknown

/** Replaces methods of one node. Returns a function that ends it. One that the host has replaced itself is left alone. */
function guardNode(node: Node): () => void {
  const methods: Record<string, unknown> = Object(node)
  const names = Object.keys(replacements).filter(
    (name) => typeof methods[name] === 'function' && !Object.hasOwn(node, name),
  )
  for (const name of names) {
    const method = methods[name] as Method // Filtered above.
    const run: Method = (...values) => method.apply(node, values)
    const value: Method = (...values) => replacements[name]?.({ node, run, values })
    Object.defineProperty(node, name, { value, configurable: true, writable: true })
  }
  return () => {
    for (const name of names) delete methods[name]
  }
}

interface Call {
  node: Node
  /** The method itself. */
  run: Method
  values: unknown[]
}

const replacements: Record<string, (call: Call) => unknown> = {
  appendChild: insert,
  insertBefore: insert,
  moveBefore: ({ run, values }) => keepFollowing({ nodes: values, run: () => run(...values) }),
  removeChild: ({ run, values }) => leavePage({ nodes: values, run: () => run(...values) }),
  replaceChild: ({ run, values }) => leavePage({ nodes: values, run: () => run(...values) }),
  remove: ({ node, run }) => leavePage({ nodes: [node], run }),
  replaceWith: ({ node, run, values }) => leavePage({ nodes: [node, ...values], run: () => run(...values) }),
  replaceChildren: ({ node, run, values }) => leavePage({ nodes: [node, ...values], run: () => run(...values) }),
}

/** Moves a node that is in the page already, instead of taking it out and putting it in again. */
function insert({ node, run, values }: Call): unknown {
  const [child, before] = values
  if (findGuards([child]).length === 0) return run(...values)
  try {
    keepFollowing({ nodes: [child], run: () => Object(node).moveBefore(child, before ?? null) })
    return child
  } catch {
    return leavePage({ nodes: [child], run: () => run(...values) }) // Into a fragment, or into another document.
  }
}

interface Change {
  /** Nodes that the change moves or removes. */
  nodes: unknown[]
  run: () => unknown
}

function keepFollowing({ nodes, run }: Change): unknown {
  const affected = findGuards(nodes)
  if (affected.some(isLostByMove)) return leavePage({ nodes, run })
  const result = run()
  for (const { follow } of affected) follow()
  return result
}

/** Firefox (153) loads the frames in an element's shadow root anew when it moves the element as it is. */
function isLostByMove({ element }: Guarded): boolean {
  return 'mozInnerScreenX' in window && element.getRootNode() instanceof ShadowRoot
}

function leavePage({ nodes, run }: Change): unknown {
  const affected = findGuards(nodes)
  for (const { rescue } of affected) rescue()
  try {
    return run()
  } finally {
    for (const { restore, follow } of affected) {
      restore()
      follow()
    }
  }
}

function findGuards(nodes: unknown[]): Guarded[] {
  return [...guards].filter(({ element }) => listSurroundings(element).some((node) => nodes.includes(node)))
}
