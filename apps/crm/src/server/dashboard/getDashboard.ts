import type { Dashboard } from '../../api/dashboard.ts'
import type { Database } from '../store/schema.ts'
import { listDays } from './listDays.ts'
import type { Period } from './period.ts'
import { quarterMs, readGroupCounts, readQuarterCounts } from './readCounts.ts'
import { type ChatGroup, readWaits } from './readWaits.ts'
import { isWaitingAt, toFigures } from './toFigures.ts'

/** Computes the dashboard of a period. @throws {RangeError} for an unknown time zone */
export async function getDashboard(
  database: Database,
  { timeZone, ...period }: Period & { timeZone: string },
): Promise<Dashboard> {
  const days = listDays({ ...period, timeZone })
  const [waitGroups, groups, quarters] = await Promise.all([
    readWaits(database, period),
    readGroupCounts(database, period),
    readQuarterCounts(database, period),
  ])
  const waits = waitGroups.flatMap((group) => group.waits)
  const startingOn = groupBy(waits, ({ startedAt }) => dayOf(startedAt))
  const countsOn = groupBy(quarters, ({ quarter }) => dayOf(Math.max(period.from, quarter * quarterMs)))
  const toGroups = <Key extends object>(toKey: (group: ChatGroup) => Key) => {
    const keyOf = (group: ChatGroup): string => JSON.stringify(toKey(group))
    const [ownCounts, ownWaits] = [groupBy(groups, keyOf), groupBy(waitGroups, keyOf)]
    return [...new Set([...ownCounts.keys(), ...ownWaits.keys()])].sort().map((key) => ({
      ...(JSON.parse(key) as Key), // Written above.
      ...toFigures({
        counts: ownCounts.get(key) ?? [],
        waits: (ownWaits.get(key) ?? []).flatMap((group) => group.waits),
        ...period,
      }),
    }))
  }

  function dayOf(at: number): string {
    return days.findLast(({ from }) => from <= at)?.day ?? ''
  }

  return {
    all: toFigures({ counts: groups, waits, ...period }),
    unanswered: listTimes(period).map((at) => ({ at, count: waits.filter((wait) => isWaitingAt(wait, at)).length })),
    byDay: days.map(({ day, from, to }) => ({
      day,
      ...toFigures({ counts: countsOn.get(day) ?? [], waits: startingOn.get(day) ?? [], from, to }),
      unansweredCount: waits.filter((wait) => isWaitingAt(wait, to)).length,
    })),
    byChannel: toGroups(({ channelId, chatType }) => ({ channelId, chatType })),
    byUser: toGroups(({ ownerId }) => ({ userId: ownerId })),
  }
}

const hourMs = 60 * 60 * 1_000

/** Times of the curve: every hour of four days, or else as few hours apart as give a hundred. */
function listTimes({ from, to }: Period): number[] {
  const stepMs = Math.max(1, Math.ceil((to - from) / (100 * hourMs))) * hourMs
  const times: number[] = []
  for (let at = from + stepMs; at < to; at += stepMs) times.push(at)
  return [...times, to]
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
