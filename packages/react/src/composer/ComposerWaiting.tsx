import type { ReactNode } from 'react'

/** The shape of a composer that loads. */
export function ComposerWaiting({ label }: { label: string | undefined }): ReactNode {
  return (
    <div role={label === undefined ? undefined : 'status'} className="cc-compose-waiting">
      <span className="cc-spoken">{label}</span>
      <i className="cc-compose-bone" />
      <i className="cc-compose-bone" data-size="large" />
      <i className="cc-compose-bone" data-size="small" />
    </div>
  )
}
