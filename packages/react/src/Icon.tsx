'use client'

import { type IconName, icons } from '@crm-chat/core/look'
import type { ReactNode } from 'react'

/** One of the look's icons. It says nothing to assistive technology. */
export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg aria-hidden="true" className={`cc-icon cc-icon-${name}`} viewBox="0 0 24 24">
      <path d={icons[name]} />
    </svg>
  )
}
