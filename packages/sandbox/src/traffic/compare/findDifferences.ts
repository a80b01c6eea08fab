import { compareHeaders } from './compareHeaders.ts'
import { compareShapes } from './compareShapes.ts'
import type { Difference } from './difference.ts'
import type { Exchange, ExchangeBody, Outcome } from './exchange.ts'
import { toShape } from './toShape.ts'

/** A difference and the probes that show it. */
export interface Finding extends Difference {
  titles: string[]
}

/** Result of a comparison. */
export interface Comparison {
  findings: Finding[]
  /** Probes and places that could not be compared, and why. */
  uncompared: { title: string; reason: string }[]
  /** All probes, with their status on both sides. */
  probes: { title: string; route: string; account: string; sandbox: string }[]
}

/** Compares the responses of both sides, probe by probe. The same difference in several responses is one finding. */
export function findDifferences({ account, sandbox }: { account: Exchange[]; sandbox: Exchange[] }): Comparison {
  const findings = new Map<string, Finding>()
  const uncompared: Comparison['uncompared'] = []
  const probes: Comparison['probes'] = []
  for (const exchange of account) {
    const { title, route } = exchange
    const other = sandbox.find((candidate) => candidate.title === title)
    if (!other) continue
    probes.push({ title, route, account: describeOutcome(exchange.outcome), sandbox: describeOutcome(other.outcome) })
    const { differences, reasons } = compareExchanges(exchange, other)
    for (const reason of reasons) uncompared.push({ title, reason })
    for (const difference of differences) {
      const id = JSON.stringify(difference)
      const finding = findings.get(id) ?? { ...difference, titles: [] }
      finding.titles.push(title)
      findings.set(id, finding)
    }
  }
  return { findings: [...findings.values()], uncompared, probes }
}

function describeOutcome(outcome: Outcome): string {
  if (outcome.kind === 'answered') return outcome.status === undefined ? 'conversation' : String(outcome.status)
  return outcome.kind === 'skipped' ? 'not sent' : 'no response'
}

interface Compared {
  differences: Difference[]
  reasons: string[]
}

function compareExchanges({ outcome, comparesEmptiness }: Exchange, other: Exchange): Compared {
  const [account, sandbox] = [outcome, other.outcome]
  if (account.kind === 'skipped') return { differences: [], reasons: [`account: ${account.reason}`] }
  if (sandbox.kind === 'skipped') return { differences: [], reasons: [`sandbox: ${sandbox.reason}`] }
  if (account.kind === 'failed' || sandbox.kind === 'failed') {
    if (account.kind === sandbox.kind) return { differences: [], reasons: ['neither side has responded'] }
    const say = (side: Outcome): string => (side.kind === 'failed' ? side.reason : 'a response')
    return { differences: [{ kind: 'answer', place: '', account: say(account), sandbox: say(sandbox) }], reasons: [] }
  }
  const status: Difference[] =
    account.status === sandbox.status
      ? []
      : [{ kind: 'status', place: 'status', account: String(account.status), sandbox: String(sandbox.status) }]
  const bodies = compareBodies({ account: account.body, sandbox: sandbox.body, comparesEmptiness })
  const headers = compareHeaders({ account: account.headers, sandbox: sandbox.headers })
  return { differences: [...status, ...headers, ...bodies.differences], reasons: bodies.reasons }
}

function compareBodies({
  account,
  sandbox,
  comparesEmptiness,
}: {
  account: ExchangeBody
  sandbox: ExchangeBody
  comparesEmptiness: boolean
}): Compared {
  if (account.kind !== sandbox.kind) {
    const difference: Difference = { kind: 'body', place: 'body', account: account.kind, sandbox: sandbox.kind }
    return { differences: [difference], reasons: [] }
  }
  if (account.kind !== 'json' || sandbox.kind !== 'json') return { differences: [], reasons: [] }
  return compareShapes({ account: toShape(account.value), sandbox: toShape(sandbox.value), comparesEmptiness })
}
