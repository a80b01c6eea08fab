import { useQuery } from '@tanstack/react-query'
import { ChartNoAxesCombined } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Dashboard } from '../../api/dashboard.ts'
import { useUrlFilters } from '../items/useUrlFilters.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/speech.ts'
import { dashboardQueryOptions } from './dashboardQueries.ts'
import { FigureTable } from './FigureTable.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { StageChart } from './StageChart.tsx'
import { useChannelNames } from './useChannelNames.ts'
import { useUserNames } from './useUserNames.ts'
import { WaitingCard } from './WaitingCard.tsx'

// Who waits and the figures are there before the library that draws the charts.
const ReplyChart = lazy(async () => ({ default: (await import('./ReplyChart.tsx')).ReplyChart }))
const UnansweredChart = lazy(async () => ({ default: (await import('./UnansweredChart.tsx')).UnansweredChart }))

const periods = ['7', '30', '90'] as const

/** Shows waiting customers, the speed of replies, and the deals: over a few days, by channel and by person. */
export function DashboardPage(): ReactNode {
  const words = useWords()
  const { values, set } = useUrlFilters(['days'])
  const days = periods.find((each) => each === values.days) ?? '7'
  const dashboard = useQuery(dashboardQueryOptions({ days: Number(days) }))
  return (
    <>
      <PageHeader title={words.nav.dashboard}>
        <Segments
          label={words.dashboard.period}
          chosen={days}
          onChoose={(next) => set({ days: next })}
          choices={periods.map((value) => ({ value, label: words.dashboard.days(Number(value)) }))}
        />
      </PageHeader>
      <div className="flex flex-col gap-4 px-4 pb-6 sm:px-5" aria-busy={dashboard.isPlaceholderData}>
        {dashboard.isPending && <Skeleton className="h-32" count={4} label={words.loading} />}
        {dashboard.isError && !dashboard.data && (
          <Problem
            title={words.dashboard.failed}
            text={toErrorText({ error: dashboard.error, words })}
            onRetry={() => void dashboard.refetch()}
          />
        )}
        {dashboard.data && <Figures dashboard={dashboard.data} />}
      </div>
    </>
  )
}

function Figures({ dashboard: { all, unanswered, byDay, byChannel, byUser } }: { dashboard: Dashboard }): ReactNode {
  const words = useWords()
  const toChannel = useChannelNames()
  const toUser = useUserNames()
  const hasMessages = all.receivedCount + all.sentCount > 0
  return (
    <>
      <KeyFigures figures={all} />
      <div className="grid gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(20rem,1fr)]">
        <div className="flex min-w-0 flex-col gap-4 max-xl:order-last">
          {hasMessages || all.unansweredCount > 0 ? (
            <>
              <Suspense fallback={<Skeleton className="h-80" count={2} label={words.loading} />}>
                <UnansweredChart points={unanswered} />
                <ReplyChart days={byDay} />
              </Suspense>
              <FigureTable
                title={words.dashboard.byChannel}
                first={words.dashboard.channel}
                rows={byChannel.map((row) => ({
                  key: `${row.channelId} ${row.chatType}`,
                  name: toChannel(row),
                  figures: row,
                }))}
              />
              <FigureTable
                title={words.dashboard.byUser}
                first={words.dashboard.user}
                rows={byUser.map((row) => ({ key: row.userId ?? '', name: toUser(row.userId), figures: row }))}
              />
            </>
          ) : (
            <EmptyState icon={ChartNoAxesCombined} title={words.dashboard.noData} text={words.dashboard.noDataText} />
          )}
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4 md:max-xl:grid-cols-2">
          <WaitingCard />
          <StageChart />
        </div>
      </div>
    </>
  )
}
