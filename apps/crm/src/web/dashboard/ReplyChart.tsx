import type { ReactNode } from 'react'
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Dashboard } from '../../api/dashboard.ts'
import { useFormats, useWords } from '../words/speech.ts'
import { ChartCard } from './ChartCard.tsx'
import { axisLook, gridLook, tooltipLook } from './chartLook.ts'
import { durationTicks, toShownDuration } from './durationTicks.ts'
import { useChartDirection } from './useChartDirection.ts'

type Day = Dashboard['byDay'][number]

/** The time to first reply, by day: median and 90th percentile. */
export function ReplyChart({ days }: { days: Dashboard['byDay'] }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const { xAxis, yAxis, legendAlign } = useChartDirection()
  const toDay = (day: string): string => formats.day(new Date(`${day}T00:00`).getTime())
  const toTime = (ms: number | null): string => (ms === null ? words.dashboard.none : formats.duration(ms))
  const ticks = durationTicks(Math.max(0, ...days.flatMap(({ medianMs, p90Ms }) => [medianMs ?? 0, p90Ms ?? 0])))
  const line = { type: 'linear', strokeWidth: 2, connectNulls: true, isAnimationActive: false } as const
  return (
    <ChartCard
      title={words.dashboard.reply}
      about={words.dashboard.replyAbout}
      columns={[words.dashboard.day, words.dashboard.median, words.dashboard.p90, words.dashboard.replies]}
      rows={days.map(({ day, medianMs, p90Ms, replyCount }) => ({
        key: day,
        cells: [toDay(day), toTime(medianMs), toTime(p90Ms), formats.number(replyCount)],
      }))}
      chart={
        <ResponsiveContainer>
          <LineChart data={days} accessibilityLayer={false}>
            <CartesianGrid {...gridLook} />
            <XAxis {...axisLook} {...xAxis} dataKey="day" tickFormatter={toDay} />
            <YAxis
              {...axisLook}
              {...yAxis}
              width={64}
              ticks={ticks}
              scale="log"
              domain={[ticks[0] ?? 1, ticks.at(-1) ?? 1]}
              interval={0}
              tickFormatter={formats.duration}
            />
            <Tooltip
              {...tooltipLook}
              labelFormatter={(day) => toDay(String(day))}
              formatter={(ms) => formats.duration(Number(ms))}
            />
            <Legend align={legendAlign} verticalAlign="top" height={28} iconType="plainline" formatter={toLegendText} />
            <Line
              {...line}
              dataKey={({ medianMs }: Day) => toShownDuration(medianMs)}
              name={words.dashboard.median}
              stroke="var(--color-accent)"
              dot={{ r: 3, fill: 'var(--color-accent)' }}
            />
            <Line
              {...line}
              dataKey={({ p90Ms }: Day) => toShownDuration(p90Ms)}
              name={words.dashboard.p90}
              stroke="var(--color-warning)"
              strokeDasharray="5 4"
              dot={{ r: 3, fill: 'var(--color-warning)', strokeDasharray: '0' }}
            />
          </LineChart>
        </ResponsiveContainer>
      }
    />
  )
}

/** Words in the color of text: those in the colors of the lines would be low in contrast. */
function toLegendText(text: unknown): ReactNode {
  return <bdi className="mx-1 text-soft">{String(text)}</bdi>
}
