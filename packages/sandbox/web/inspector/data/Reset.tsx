import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'

/** Goes back to the first day. Asks twice: what is gone is gone. */
export function Reset() {
  const [isAsked, setIsAsked] = useState(false)
  const reset = useMutation({ mutationFn: () => callControl('POST /reset'), onSuccess: () => setIsAsked(false) })
  if (!isAsked)
    return (
      <Button look="danger" onClick={() => setIsAsked(true)}>
        Reset
      </Button>
    )
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Problem error={reset.error} />
      <span className="text-[13px]">Everything but snapshots goes back to the first day.</span>
      <Button onClick={() => setIsAsked(false)}>Keep it</Button>
      <Button look="danger" onClick={() => reset.mutate()}>
        Reset now
      </Button>
    </span>
  )
}
