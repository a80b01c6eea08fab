import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'

/** Resets the data after a confirmation, because a reset cannot be undone. */
export function Reset() {
  const [isConfirming, setIsConfirming] = useState(false)
  const reset = useMutation({ mutationFn: () => callControl('POST /reset'), onSuccess: () => setIsConfirming(false) })
  if (!isConfirming)
    return (
      <Button look="danger" onClick={() => setIsConfirming(true)}>
        Reset
      </Button>
    )
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Problem error={reset.error} />
      <span className="text-[13px]">Reset all data? Snapshots are kept.</span>
      <Button onClick={() => setIsConfirming(false)}>Cancel</Button>
      <Button look="danger" onClick={() => reset.mutate()}>
        Reset now
      </Button>
    </span>
  )
}
