import type { ReactNode } from 'react'
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Dashboard } from '../../api/dashboard.ts'
import { useFormats, useWords } from '../words/speech.ts'
import { ChartCard } from './ChartCard.tsx'
import { axisLook, gridLook, tooltipLook } from './chartLook.ts'
import { useChartDirection } from './useChartDirection.ts'

/** The chats that waited, over the period. */
export function UnansweredChart({ points }: { points: Dashboard['unanswered'] }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const { xAxis, yAxis } = useChartDirection()
  return (
    <ChartCard
      title={words.dashboard.unanswered}
      about={words.dashboard.unansweredAbout}
      columns={[words.dashboard.time, words.dashboard.chats]}
      rows={points.map(({ at, count }) => ({
        key: String(at),
        cells: [formats.dateTime(at), formats.number(count)],
      }))}
      chart={
        <ResponsiveContainer>
          <AreaChart data={points} accessibilityLayer={false}>
            <CartesianGrid {...gridLook} />
            <XAxis {...axisLook} {...xAxis} dataKey="at" ticks={startsOfDays(points)} tickFormatter={formats.day} />
            <YAxis {...axisLook} {...yAxis} allowDecimals={false} width={32} tickFormatter={formats.number} />
            <Tooltip {...tooltipLook} labelFormatter={(at) => formats.dateTime(Number(at))} />
            <Area
              dataKey="count"
              name={words.dashboard.chats}
              type="stepAfter"
              stroke="var(--color-warning)"
              strokeWidth={2}
              fill="var(--color-warning-soft)"
              isAnimationActive={false}
            />
          </AreaChart>
        </ResponsiveContainer>
      }
    />
  )
}

/** The first point of each day, in the browser's time zone. */
function startsOfDays(points: Dashboard['unanswered']): number[] {
  const dayOf = (at: number): string => new Date(at).toDateString()
  return points.flatMap(({ at }, index) => (index > 0 && dayOf(points[index - 1]?.at ?? 0) === dayOf(at) ? [] : [at]))
}
