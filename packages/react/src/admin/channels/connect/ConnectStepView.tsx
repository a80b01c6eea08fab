import type { ReactNode } from 'react'
import type { ChannelConnection } from '../../../query/useConnectChannel.ts'
import { useAdminWords } from '../../AdminContext.ts'
import { Failure } from '../../Failure.tsx'
import { fill } from '../../format.ts'
import { nameInFull } from '../describeChannel.ts'
import { BeginStep } from './BeginStep.tsx'
import { ChooseStep } from './ChooseStep.tsx'
import { ConnectProblem } from './ConnectProblem.tsx'
import { FrameStep } from './FrameStep.tsx'
import { PasswordStep } from './PasswordStep.tsx'
import { RedirectStep } from './RedirectStep.tsx'
import { ScanStep } from './ScanStep.tsx'
import { StartingStep } from './StartingStep.tsx'

/** The current step, and the failure of the last request. */
export function ConnectStepView({ connection }: { connection: ChannelConnection }): ReactNode {
  const { step, readError } = connection
  return (
    <>
      {draw(connection)}
      <ConnectProblem connection={connection} />
      {readError && step !== 'choose' && <Failure error={readError} />}
    </>
  )
}

function draw(connection: ChannelConnection): ReactNode {
  switch (connection.step) {
    case 'choose':
      return <ChooseStep onChoose={connection.choose} />
    case 'begin':
    case 'failed':
      return <BeginStep connection={connection} />
    case 'starting':
      return <StartingStep connection={connection} />
    case 'scan':
      return <ScanStep connection={connection} />
    case 'password':
      return <PasswordStep key={connection.channel?.reason} connection={connection} />
    case 'redirect':
      return <RedirectStep connection={connection} />
    case 'frame':
      return <FrameStep connection={connection} />
    default:
      return <Sentence connection={connection} />
  }
}

/** Steps at which there is nothing to do. */
function Sentence({ connection: { step, channel, isLate } }: { connection: ChannelConnection }): ReactNode {
  const words = useAdminWords()
  const name = channel ? nameInFull(channel, words) : ''
  const text = {
    importing: isLate ? words.importingLong : words.importingHint,
    review: words.reviewHint,
    done: fill(words.connectDone, { channel: name }),
    gone: words.connectGone,
  }[step as 'importing' | 'review' | 'done' | 'gone'] // Each of the others has a part of its own.
  return (
    <p className="cc-connect-sentence" data-step={step}>
      {text}
    </p>
  )
}
