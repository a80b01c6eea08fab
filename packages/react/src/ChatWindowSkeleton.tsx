'use client'

import type { ReactNode } from 'react'

/** Props of {@link ChatWindowSkeleton}. */
export interface ChatWindowSkeletonProps {
  label: string
  /** Draws the list of chats too, where there is room. */
  withList: boolean
}

/** The shape of a messenger, while it is on its way. */
export function ChatWindowSkeleton({ label, withList }: ChatWindowSkeletonProps): ReactNode {
  return (
    <div role="status" className="cc:absolute cc:inset-0 cc:flex">
      <span className="cc:sr-only">{label}</span>
      {withList ? <ListSkeleton /> : null}
      <ThreadSkeleton />
    </div>
  )
}

function ListSkeleton(): ReactNode {
  return (
    <div
      aria-hidden="true"
      className="cc:hidden cc:w-72 cc:shrink-0 cc:flex-col cc:gap-1 cc:border-e cc:border-line cc:p-3 cc:@min-[640px]:flex"
    >
      <div className={`${pulse} cc:mb-2 cc:h-9 cc:rounded-control`} />
      {nameWidths.map((width) => (
        <div key={width} className="cc:flex cc:items-center cc:gap-3 cc:p-2">
          <div className={`${pulse} cc:size-10 cc:shrink-0 cc:rounded-full`} />
          <div className="cc:flex cc:min-w-0 cc:flex-1 cc:flex-col cc:gap-2">
            <div className={`${pulse} cc:h-2.5 cc:rounded-full ${width}`} />
            <div className={`${pulse} cc:h-2 cc:w-4/5 cc:rounded-full cc:opacity-60`} />
          </div>
        </div>
      ))}
    </div>
  )
}

function ThreadSkeleton(): ReactNode {
  return (
    <div aria-hidden="true" className="cc:flex cc:min-w-0 cc:flex-1 cc:flex-col">
      <div className="cc:flex cc:items-center cc:gap-3 cc:border-b cc:border-line cc:p-4">
        <div className={`${pulse} cc:size-9 cc:rounded-full`} />
        <div className={`${pulse} cc:h-2.5 cc:w-32 cc:rounded-full`} />
      </div>
      <div className="cc:flex cc:flex-1 cc:flex-col cc:justify-end cc:gap-2.5 cc:overflow-hidden cc:p-4">
        {bubbles.map((shape) => (
          <div key={shape} className={`${pulse} cc:max-w-100 cc:shrink-0 cc:rounded-2xl ${shape}`} />
        ))}
      </div>
      <div className="cc:border-t cc:border-line cc:p-3">
        <div className={`${pulse} cc:h-10 cc:rounded-control`} />
      </div>
    </div>
  )
}

const pulse = 'cc:animate-breathe cc:bg-sunken cc:motion-reduce:animate-none'
const nameWidths = ['cc:w-24', 'cc:w-32', 'cc:w-20', 'cc:w-28', 'cc:w-26', 'cc:w-22']
const bubbles = [
  'cc:h-9 cc:w-2/5 cc:rounded-es-md',
  'cc:h-14 cc:w-3/5 cc:rounded-es-md',
  'cc:h-9 cc:w-1/2 cc:self-end cc:rounded-ee-md',
  'cc:h-9 cc:w-1/3 cc:rounded-es-md',
  'cc:h-18 cc:w-7/12 cc:self-end cc:rounded-ee-md',
]
