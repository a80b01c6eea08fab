'use client'

import type { ReactNode } from 'react'

/** Tells, over whatever the window shows, that the browser has no network. */
export function OfflineNotice({ text }: { text: string }): ReactNode {
  return (
    <p
      role="status"
      className="cc:absolute cc:inset-x-3 cc:top-3 cc:m-0 cc:mx-auto cc:flex cc:w-fit cc:items-center cc:gap-2 cc:rounded-full cc:bg-ink cc:px-3.5 cc:py-1.5 cc:text-small cc:text-surface cc:shadow-float"
    >
      <span className="cc:size-1.5 cc:shrink-0 cc:rounded-full cc:bg-warning" />
      {text}
    </p>
  )
}
