'use client'

import type { Channel } from '@crm-chat/protocol'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { type ChannelConnection, useConnectChannel } from '../../query/useConnectChannel.ts'
import { useAdminWords } from '../AdminContext.ts'
import { AdminSection } from '../AdminSection.tsx'
import type { AdminProps } from '../adminProps.ts'
import { fill } from '../format.ts'
import { usePermission } from '../usePermission.ts'
import { ConnectStepView } from './connect/ConnectStepView.tsx'
import { nameInFull, nameTransport } from './describeChannel.ts'
import { MayNot } from './MayNot.tsx'

/** Props of {@link ChannelConnect}. */
export interface ChannelConnectProps extends AdminProps {
  /** Channel to connect again, or to go on with. Another one needs another `key`. @default a new one */
  channel?: Channel | undefined
  /** Called once the channel works. */
  onDone?: ((channel: Channel) => void) | undefined
  /** Called when the user leaves it, done or not. Without it, there is no button for this. */
  onClose?: (() => void) | undefined
}

/**
 * Connects a channel step by step, or connects one again: by a QR code that is renewed, a pairing code, the second factor of the
 * messenger, the token of a bot, the page of Meta, or the vendor's window for VK. A page that is loaded again goes on where it was.
 * It needs the stylesheets `@crm-chat/react/styles.css` and `@crm-chat/react/admin.css`, and a `QueryClientProvider` of TanStack
 * Query above.
 *
 * Operations: `channel`, `channels`, `createChannel`, `channelLink`, `verifyChannel`, `reinitChannel`, `pairChannel`.
 * @example
 * <ChannelConnect onDone={({ id }) => navigate(`/channels/${id}`)} />
 */
export function ChannelConnect({ channel, onDone, onClose, ...props }: ChannelConnectProps): ReactNode {
  const connection = useConnectChannel({ channel })
  const { transport, leave } = connection
  const handleClose =
    onClose &&
    ((): void => {
      leave()
      onClose()
    })
  return (
    <AdminSection
      {...props}
      title={(words) => ({
        title: channel
          ? fill(words.connectAgainTitle, { channel: nameInFull(channel, words) })
          : transport
            ? fill(words.connectTitleNamed, { messenger: nameTransport(transport.name, words) })
            : words.connectTitle,
        hint: transport ? words.transportHints[transport.way] : words.connectChoose,
      })}
    >
      <Step connection={connection} isNew={!channel} onDone={onDone} onClose={handleClose} />
    </AdminSection>
  )
}

interface StepProps extends Pick<ChannelConnectProps, 'onDone' | 'onClose'> {
  connection: ChannelConnection
  isNew: boolean
}

function Step({ connection, isNew, onDone, onClose }: StepProps): ReactNode {
  const words = useAdminWords()
  const mayConnect = usePermission('channelAdmin')
  const { step, channel, transport, leave } = connection
  const panel = useFocusOnStep(step)
  useDone({ channel: step === 'done' ? channel : undefined, onDone })
  const canChange = isNew && transport && step !== 'done' && step !== 'importing'
  return (
    <>
      <div ref={panel} tabIndex={-1} aria-live="polite" data-step={step} className="cc-connect-step">
        {mayConnect === 'granted' ? (
          <ConnectStepView connection={connection} />
        ) : mayConnect === 'unknown' ? (
          <p className="cc-admin-waiting">{words.connectWorking}</p>
        ) : (
          <MayNot mayConnect={mayConnect} />
        )}
      </div>
      <div className="cc-channel-buttons cc-connect-foot">
        {mayConnect === 'granted' && canChange && (
          <button type="button" onClick={leave} className="cc-button cc-admin-button">
            {words.anotherMessenger}
          </button>
        )}
        {onClose && (
          <button
            type="button"
            onClick={onClose}
            className={`cc-button cc-admin-button ${step === 'done' ? 'cc-admin-primary' : ''}`}
          >
            {step === 'done' ? words.close : words.cancel}
          </button>
        )}
      </div>
    </>
  )
}

/** Moves the focus to each new step, so that keyboards and screen readers go on there. */
function useFocusOnStep(step: string): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    const first = panel.current?.querySelector<HTMLElement>('input, a[href]')
    ;(first ?? panel.current)?.focus()
  }, [step])
  return panel
}

/** Calls back once. */
function useDone({ channel, onDone }: { channel: Channel | undefined } & Pick<ChannelConnectProps, 'onDone'>): void {
  const latest = useRef(onDone)
  const isCalled = useRef(false)
  useEffect(() => {
    latest.current = onDone
  })
  useEffect(() => {
    if (!channel) {
      isCalled.current = false
      return
    }
    if (isCalled.current) return
    isCalled.current = true
    latest.current?.(channel)
  }, [channel])
}
