import { type Usage, type UsageParameters, usage } from './usage.ts'

/** Functions that a parent process may call in its child. */
export type Methods = Record<string, (parameters: never) => unknown>

/** Functions that every child has. */
export interface CommonMethods extends Methods {
  usage: (parameters: UsageParameters) => Promise<Usage>
}

/** A call as it travels between the processes. */
export interface Call {
  id: number
  name: string
  parameters: unknown
}

/** The reply to a {@link Call}. */
export type Reply = { id: number; result: unknown } | { id: number; error: string }

/** Lets the parent call these functions. The process ends with its parent. */
export function serveParent(methods: Methods): void {
  const all: Methods = { ...methods, usage }
  process.on('message', (call: Call) => void reply({ all, call }))
  process.on('disconnect', () => process.exit())
}

async function reply({ all, call: { id, name, parameters } }: { all: Methods; call: Call }): Promise<void> {
  try {
    send({ id, result: await all[name]?.(parameters as never) }) // The parent's types have matched them.
  } catch (error) {
    send({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

function send(message: Reply): void {
  process.send?.(message)
}
