import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { Money } from '../items/Money.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useFormats, useWords } from '../words/speech.ts'
import { ChartCard } from './ChartCard.tsx'
import { axisLook, gridLook, tooltipLook } from './chartLook.ts'
import { stagesQueryOptions } from './dashboardQueries.ts'
import { useChartDirection } from './useChartDirection.ts'

/** The deals of each stage. */
export function StageChart(): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const { xAxis, yAxis } = useChartDirection()
  const stages = useQuery(stagesQueryOptions())
  if (stages.isPending) return <Skeleton className="h-72" label={words.loading} />
  const data = (stages.data ?? []).map(({ stage, deals: { total }, sums }) => ({
    name: words.stages[stage],
    total,
    sums: sums.filter(({ amountCents }) => amountCents > 0),
  }))
  return (
    <ChartCard
      title={words.dashboard.dealsByStage}
      columns={[words.fields.stage, words.dashboard.deals, words.dashboard.sum]}
      rows={data.map(({ name, total, sums }) => ({
        key: name,
        cells: [
          name,
          formats.number(total),
          <span key="sums" className="flex flex-wrap gap-x-2">
            {sums.map((sum) => (
              <Money key={sum.currency} {...sum} />
            ))}
          </span>,
        ],
      }))}
      chart={
        <ResponsiveContainer>
          <BarChart data={data} layout="vertical" accessibilityLayer={false}>
            <CartesianGrid {...gridLook} horizontal={false} vertical />
            <XAxis {...axisLook} {...xAxis} type="number" allowDecimals={false} tickFormatter={formats.number} />
            <YAxis {...axisLook} {...yAxis} type="category" dataKey="name" width={104} interval={0} />
            <Tooltip {...tooltipLook} />
            <Bar
              dataKey="total"
              name={words.dashboard.deals}
              fill="var(--color-accent)"
              radius={4}
              isAnimationActive={false}
            />
          </BarChart>
        </ResponsiveContainer>
      }
    />
  )
}
