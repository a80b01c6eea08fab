import type { ReactNode } from 'react'
import { useAdminWords } from '../AdminContext.ts'
import type { Permission } from '../usePermission.ts'

/** Says why the user may not connect channels here. */
export function MayNot({ mayConnect }: { mayConnect: Permission }): ReactNode {
  const { channelsForbidden, channelsElsewhere } = useAdminWords()
  if (mayConnect === 'unknown') return null
  return (
    <p role="note" className="cc-channel-note">
      {mayConnect === 'forbidden' ? channelsForbidden : channelsElsewhere}
    </p>
  )
}
