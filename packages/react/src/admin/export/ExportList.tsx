import type { ReactNode } from 'react'
import type { MessageExports } from '../../query/useMessageExports.ts'
import { useAdminWords } from '../AdminContext.ts'
import { Failure } from '../Failure.tsx'
import { ExportItem } from './ExportItem.tsx'

/** The exports that were asked for, the latest first. */
export function ExportList({ exports: all }: { exports: MessageExports }): ReactNode {
  const words = useAdminWords()
  const { exports, error, retry, forget } = all
  if (error) return <Failure error={error} onRetry={retry} />
  if (!exports) {
    return (
      <p role="status" className="cc-admin-card cc-admin-waiting">
        {words.exportsLoading}
      </p>
    )
  }
  return (
    <>
      <h3 className="cc-admin-subtitle">{words.exports}</h3>
      {exports.length === 0 ? (
        <p className="cc-admin-card cc-admin-empty">{words.exportsEmpty}</p>
      ) : (
        <ul className="cc-admin-list">
          {exports.map((one) => (
            <ExportItem key={one.id} job={one} onForget={() => forget.mutate(one.id)} />
          ))}
        </ul>
      )}
    </>
  )
}
