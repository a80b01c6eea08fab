import { reinitChannel } from '../../../messengers/channels/connectChannel.ts'
import { createPairingCode } from '../../../messengers/channels/createPairingCode.ts'
import { moveChannel } from '../../../messengers/channels/moveChannel.ts'
import { ChannelError, enterPairingCode, enterPassword, scanQr } from '../../../messengers/channels/scanQr.ts'
import { getChannel } from '../../../store/entities/channels.ts'
import type { Channel } from '../../../store/schema.ts'
import type { Store } from '../../../store/store.ts'
import { hasNumber, transports } from '../../../store/transports.ts'
import type { ConnectForm, ConnectProblem } from './connectForm.ts'

/** A step of connecting an existing channel. */
export type ChannelStep = Exclude<ConnectForm, { step: 'create' }>

/** Runs a step of connecting a channel. @returns the problem, if there is one; the channel then stays as it was */
export async function runStep(
  store: Store,
  { channelId, form }: { channelId: string; form: ChannelStep },
): Promise<ConnectProblem | undefined> {
  const channel = await getChannel(store.database, channelId)
  if (!channel) return 'CHANNEL_NOT_FOUND'
  try {
    return await run(store, { channel, form })
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    return error.code
  }
}

async function run(
  store: Store,
  { channel, form }: { channel: Channel; form: ChannelStep },
): Promise<ConnectProblem | undefined> {
  const { channelId, transport } = channel
  switch (form.step) {
    case 'reinit':
      await reinitChannel(store, { channelId, transport })
      return undefined
    case 'password':
      await enterPassword(store, { channelId, password: form.password })
      return undefined
    case 'enterCode':
      await enterPairingCode(store, { pairingCode: channel.pairingCode ?? '' })
      return undefined
    case 'pair':
    case 'connect': {
      const plainId = hasNumber(transport) ? form.plainId.replace(/[\s()+-]/g, '') : form.plainId
      if (hasNumber(transport) && !/^\d{9,16}$/.test(plainId)) return 'number'
      return form.step === 'pair'
        ? pair(store, { channelId, plainId })
        : connect(store, { channel, plainId, password: form.password })
    }
  }
}

async function pair(store: Store, { channelId, plainId }: { channelId: string; plainId: string }): Promise<undefined> {
  await createPairingCode(store, { channelId, phone: plainId })
}

/** Scans the current code or, for a transport without codes, logs in. */
async function connect(
  store: Store,
  { channel, plainId, password }: { channel: Channel; plainId: string; password: string | undefined },
): Promise<ConnectProblem | undefined> {
  const { channelId, qr, transport } = channel
  if (qr !== null) await scanQr(store, { qr, plainId, password })
  else if (transports[transport].way !== 'link') return 'QR_EXPIRED'
  else await moveChannel(store, { channelId, from: ['init'], state: 'sync', set: { plainId, name: plainId } })
  return undefined
}
