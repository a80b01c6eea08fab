import type { ErrorCode } from '@crm-chat/protocol'
import * as z from 'zod'
import { type Clock, every } from '../clock.ts'
import type { LedgerClaim, LedgerOutcome, OnceLedger } from '../limits/onceLedger.ts'
import type { Backup } from './createBackup.ts'
import type { Link } from './createLink.ts'
import type { Seal } from './createSeal.ts'
import type { Writes } from './createWrites.ts'
import { addScript, releaseScript } from './scripts.ts'

/** Time for which a request is known. */
const keepMs = 86_400_000

/** Longest wait for another process that has begun with a request, and between two looks. */
const waitMs = 30_000
const pollMs = 100

/** Largest result, in characters. */
const maxLength = 8_192

const outcomeSchema = z.union([
  z.strictObject({ result: z.unknown() }),
  z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) }),
])

const entrySchema = z.strictObject({
  digest: z.string(),
  /** Claim that it belongs to. */
  id: z.string(),
  /** Process that carries it out. */
  holder: z.string(),
  outcome: outcomeSchema.optional(),
})

type Entry = z.infer<typeof entrySchema>

/**
 * Makes an {@link OnceLedger}. An entry is there before its request is carried out, and stays: if the process dies in between,
 * nobody knows what became of the request, and nobody carries it out again.
 */
export function createLedger({
  link,
  writes,
  backup,
  clock,
  seal,
  holder,
  leaseMs,
}: {
  link: Link
  writes: Writes
  backup: Backup
  clock: Clock
  seal: Seal
  holder: string
  /** Time after which a process that says nothing counts as dead. */
  leaseMs: number
}): OnceLedger & { close: () => void } {
  const aliveKey = (id: string): string => seal.keyOf('alive', id)
  const pause = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve))
  let claims = 0

  function showLife(): void {
    link.run((client) => client.set(aliveKey(holder), '1', 'PX', leaseMs)).catch(() => {})
  }

  const toText = (key: string, entry: Entry): string => seal.seal(key, JSON.stringify(entry))

  const read = (key: string, sealed: string): Entry | undefined => seal.read({ key, sealed, schema: entrySchema })

  /** Adds an entry. @returns what is there already */
  async function add({ key, text }: { key: string; text: string }): Promise<string | null> {
    try {
      const held = await link.take({
        script: addScript,
        keys: [key, aliveKey(holder)],
        args: [text, keepMs, leaseMs],
      })
      return held === null ? null : String(held)
    } catch (error) {
      forget({ key, text }) // It may have arrived.
      throw error
    }
  }

  function forget({ key, text }: { key: string; text: string }): Promise<boolean> {
    const command = (client: Parameters<Parameters<Link['run']>[0]>[0]): Promise<unknown> =>
      client.eval(releaseScript, 1, key, text)
    return writes.write({ key: text, command, onEnd: () => {} })
  }

  /** Returns a claim on an entry, which is there as this text: each text is another one. */
  function claimed({ key, entry, text }: { key: string; entry: Entry; text: string }): LedgerClaim {
    backup.note(key, text)
    return {
      status: 'claimed',
      settle: async (outcome) => {
        if (outcome === null) {
          backup.drop(key)
          await forget({ key, text })
        } else {
          const settled = toText(key, { ...entry, outcome: bounded(outcome) })
          backup.note(key, settled)
          await writes.write({ key, command: (client) => client.set(key, settled, 'PX', keepMs), onEnd: () => {} })
        }
      },
    }
  }

  async function isAlive(entry: Entry | undefined): Promise<boolean> {
    return entry !== undefined && (await link.run((client) => client.exists(aliveKey(entry.holder)))) === 1
  }

  /** Judges what is there. @returns undefined while its process carries it out */
  function judge({ entry, digest }: { entry: Entry | undefined; digest: string }): LedgerClaim | undefined {
    if (!entry) return { status: 'unknown' }
    if (entry.digest !== digest) return { status: 'otherRequest' }
    // Written by this module; a code that this version does not know is passed on as it is.
    return entry.outcome && { status: 'settled', outcome: entry.outcome as LedgerOutcome }
  }

  /** Waits for the outcome of another process. @returns undefined where the entry has gone */
  async function follow({ key, digest }: { key: string; digest: string }): Promise<LedgerClaim | undefined> {
    const until = clock.elapsed() + waitMs
    let isLast = false
    for (;;) {
      const text = await link.run((client) => client.get(key))
      if (text === null) return undefined
      const entry = read(key, text)
      const claim = judge({ entry, digest })
      if (claim) return claim
      if (isLast) return { status: 'unknown' }
      isLast = !(await isAlive(entry)) || clock.elapsed() > until // It may have ended in order: it is read once more.
      if (!isLast) await pause(pollMs * (0.5 + Math.random()))
    }
  }

  showLife()
  link.onBack(showLife)
  const stop = every({ clock, ms: leaseMs / 3, callback: showLife })

  return {
    claim: async ({ key: name, digest: plain }) => {
      link.checkSettled()
      const key = seal.keyOf('once', name)
      const digest = seal.sign(key, plain)
      for (;;) {
        claims += 1
        const entry = { digest, id: `${holder} ${claims}`, holder }
        const text = toText(key, entry)
        if ((await add({ key, text })) === null) return claimed({ key, entry, text })
        const claim = await follow({ key, digest })
        if (claim) return claim
      }
    },
    close: stop,
  }
}

/** A result that is too large to keep counts as unknown for those who repeat the request. */
function bounded(outcome: LedgerOutcome): LedgerOutcome {
  if (JSON.stringify(outcome).length <= maxLength) return outcome
  const code: ErrorCode = 'outcome_unknown'
  return { error: { code, message: 'The request was carried out; its result is too large to be kept.' } }
}
