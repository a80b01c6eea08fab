import type { ChannelReason, WazzupTech } from '@crm-chat/vendors/wazzup-tech'
import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'

/** The sandbox and clients of a channel case. */
export interface Stage {
  sandbox: Sandbox
  client: WazzupTech
}

/** A way to bring a channel into the state that a reason stands for. */
export interface ReasonCase {
  when: string
  /** Brings a channel into the state. @returns its id. */
  reach: (stage: Stage) => Promise<string>
}

/** Number of the sandbox's first WhatsApp channel. */
const companyPhone = '79865784457'
const anotherPhone = '79990001122'
const waba = '020e3f61-e5df-447f-8ef9-ce8258e92c7a'

/** A case for every documented reason of a channel. */
export const channelReasonCases: Record<ChannelReason, ReasonCase> = {
  qr: { when: 'its QR code has not been scanned yet', reach: showCode },
  sync: { when: 'its code was scanned a moment ago', reach: (stage) => scan(stage, { plainId: anotherPhone }) },
  wait_for_password: {
    when: 'the phone that scanned its code has a second factor',
    reach: (stage) => scan(stage, { plainId: anotherPhone, password: '1234' }),
  },
  wait_for_code: moved('the messenger has sent a code', { state: 'waitForCode' }),
  qridle: { when: 'nobody has scanned its five codes', reach: letCodesExpire },
  openelsewhere: {
    when: 'another channel already uses the phone that scanned its code',
    reach: (stage) => scan(stage, { plainId: companyPhone }),
  },
  not_enough_money: moved('it is not paid for', { state: 'notEnoughMoney' }),
  foreignphone: { when: 'it is connected again with another phone', reach: scanWithAnother },
  unauthorized: moved('its phone has logged it out', { state: 'unauthorized' }),
  blocked: moved('Facebook has blocked it', { state: 'blocked', channelId: waba }),
  rejected: moved('Facebook has rejected it', { state: 'rejected', channelId: waba }),
}

async function showCode({ sandbox, client }: Stage): Promise<string> {
  const { channel_id } = await client.createChannel({ transport: 'whatsapp', credentials: {} })
  sandbox.clock.advance(1_000)
  await expect.poll(async () => (await client.fetchChannel({ channel_id })).reason).toBe('qr')
  return channel_id
}

async function scan(stage: Stage, phone: { plainId: string; password?: string }): Promise<string> {
  const channelId = await showCode(stage)
  const body = { channelId, ...phone }
  expect(await callSandbox(stage.sandbox, 'POST /_sandbox/channels/scan', { body })).toMatchObject({ status: 200 })
  return channelId
}

async function letCodesExpire(stage: Stage): Promise<string> {
  const channel_id = await showCode(stage)
  await expect
    .poll(async () => {
      stage.sandbox.clock.advance(60_000)
      return (await stage.client.fetchChannel({ channel_id })).reason
    })
    .toBe('qridle')
  return channel_id
}

async function scanWithAnother({ sandbox, client }: Stage): Promise<string> {
  const channelId = channelIds.whatsapp
  await client.reinitChannel({ channel_id: channelId, transport: 'whatsapp', credentials: {} })
  sandbox.clock.advance(1_000)
  await expect.poll(async () => (await client.fetchChannel({ channel_id: channelId })).reason).toBe('qr')
  await callSandbox(sandbox, 'POST /_sandbox/channels/scan', { body: { channelId, plainId: anotherPhone } })
  return channelId
}

/** Sets a state that only the messenger or the vendor could cause. */
function moved(
  when: string,
  { state, channelId = channelIds.whatsapp }: { state: string; channelId?: string },
): ReasonCase {
  return {
    when,
    reach: async ({ sandbox }) => {
      await callSandbox(sandbox, `POST /_sandbox/channels/${channelId}/state`, { body: { state } })
      return channelId
    },
  }
}
