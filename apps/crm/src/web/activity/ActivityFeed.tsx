import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ActivityQuery } from '../../api/activity.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/speech.ts'
import { ActivityLine } from './ActivityLine.tsx'
import { activityQueryOptions } from './activityQueries.ts'

/** The changes around an item, with the messages of the chats, the latest first. */
export function ActivityFeed(about: Pick<ActivityQuery, 'contactId' | 'dealId' | 'companyId'>): ReactNode {
  const words = useWords()
  const activity = useInfiniteQuery(activityQueryOptions(about))
  if (activity.isPending) return <Skeleton className="mt-3 h-10" count={4} label={words.loading} />
  if (activity.isError && !activity.data) {
    return (
      <Problem
        title={words.activity.failed}
        text={toErrorText({ error: activity.error, words })}
        onRetry={() => void activity.refetch()}
      />
    )
  }
  const entries = activity.data?.pages.flatMap((page) => page.items) ?? []
  if (entries.length === 0) return <p className="py-4 text-soft">{words.activity.empty}</p>
  return (
    <>
      <ol aria-label={words.activity.title} className="py-2">
        {entries.map((entry) => (
          <ActivityLine key={`${entry.type} ${entry.id}`} entry={entry} />
        ))}
      </ol>
      {activity.hasNextPage && (
        <Button look="quiet" disabled={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
          {words.showMore}
        </Button>
      )}
    </>
  )
}
