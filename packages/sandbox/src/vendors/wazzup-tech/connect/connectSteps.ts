import { html } from 'hono/html'
import { drawQr } from '../../../messengers/channels/qr.ts'
import type { Html } from '../../../server/pages/drawPage.ts'
import type { ChannelState } from '../../../store/channelStates.ts'
import type { Channel } from '../../../store/schema.ts'
import { hasNumber, type Transport, transports } from '../../../store/transports.ts'
import { transportNames } from './transportNames.ts'

/** Draws the next step to connect a channel, by its state. */
export async function connectSteps(channel: Channel): Promise<Html> {
  const { state, qr, transport } = channel
  if (state === 'active')
    return html`<p class="done">The channel is connected.</p><p>You can close this window. New messages will arrive from now on.</p>`
  if (state === 'sync') return html`<p class="wait">Connected. Importing messages…</p>`
  if (qr !== null) return scanStep({ ...channel, qr })
  if (state === 'waitForPassword') return passwordStep(transport)
  if (state === 'init' && transports[transport].way === 'link')
    return html`<p>Log in with the account that your customers write to.</p>${accountForm(transport, 'Connect')}`
  if (state === 'init') return html`<p class="wait">Starting. The code will appear in a moment…</p>`
  return html`<p>${stateWords[state] ?? 'The channel is not connected.'}</p>${form(html``, { step: 'reinit', label: 'Connect again' })}`
}

async function scanStep({ qr, transport, pairingCode, pairingPhone }: Channel & { qr: string }): Promise<Html> {
  return html`<ol>${scanGuides[transport]?.map((line) => html`<li>${line}</li>`) ?? html`<li>Scan the code with your phone.</li>`}</ol>
<img alt="QR code" width="264" height="264" src="${await drawQr(qr)}">
<p class="quiet">The code is renewed every minute.</p>
${transport === 'whatsapp' ? pairing({ pairingCode, pairingPhone }) : ''}
<details><summary>No phone at hand?</summary>
<p class="quiet">The sandbox plays the phone that scans the code.</p>
${accountForm(transport, 'Scan with this phone', secondFactorField)}</details>`
}

function pairing({ pairingCode, pairingPhone }: Pick<Channel, 'pairingCode' | 'pairingPhone'>): Html {
  if (pairingCode === null)
    return html`<details><summary>Enter a code instead of scanning</summary>${form(numberField, { step: 'pair', label: 'Get a code' })}</details>`
  return html`<h2>The code for ${pairingPhone ?? 'your phone'}</h2>
<p class="code">${pairingCode.slice(0, 4)}-${pairingCode.slice(4)}</p>
<p class="quiet">In WhatsApp: Linked devices, Link with phone number instead.</p>
${form(html``, { step: 'enterCode', label: 'Enter it as the phone', look: 'plain' })}`
}

function passwordStep(transport: Transport): Html {
  const field = html`<label>Second factor<input name="password" type="password" autocomplete="one-time-code" required autofocus></label>`
  return html`<p>${transportNames[transport]} asks for the second factor of this account.</p>${form(field, { step: 'password', label: 'Send' })}`
}

function accountForm(transport: Transport, label: string, more: Html | '' = ''): Html {
  const field = hasNumber(transport)
    ? numberField
    : html`<label>Account<input name="plainId" autocomplete="off" placeholder="my_company" required></label>`
  return form(html`${field}${more}`, { step: 'connect', label })
}

const numberField = html`<label>Phone number<input name="plainId" type="tel" inputmode="tel" autocomplete="tel" placeholder="+371 90 111 122" required></label>`
const secondFactorField = html`<label><span>Second factor <small>if the phone should ask for one</small></span><input name="password" autocomplete="off"></label>`

function form(fields: Html, { step, label, look = '' }: { step: string; label: string; look?: string }): Html {
  return html`<form method="post">${fields}<button class="${look}" name="step" value="${step}">${label}</button></form>`
}

const scanGuides: Partial<Record<Transport, string[]>> = {
  whatsapp: [
    'Open WhatsApp on your phone.',
    'Settings, Linked devices, Link a device.',
    'Point the camera at this code.',
  ],
  tgapi: ['Open Telegram on your phone.', 'Settings, Devices, Link desktop device.', 'Point the camera at this code.'],
  viber: ['Open Viber on your phone.', 'More, QR scanner.', 'Point the camera at this code.'],
  max: ['Open MAX on your phone.', 'Profile, Devices, Log in by a QR code.', 'Point the camera at this code.'],
}

/** Reasons for a channel not to be connected, for people who do not know its states. */
const stateWords: Partial<Record<ChannelState, string>> = {
  qridle: 'Nobody scanned the code in time.',
  waitForCode: 'The messenger waits for a code.',
  disabled: 'The channel was switched off.',
  unauthorized: 'The phone has logged this channel out.',
  openElsewhere: 'The account is connected elsewhere. Disconnect it there first.',
  foreignPhone: 'The code was scanned with a different phone. Use the phone of this channel.',
  notEnoughMoney: 'The channel is not paid for.',
  blocked: 'The messenger has blocked this account.',
  rejected: 'The messenger has rejected this account.',
  phoneUnavailable: 'The phone cannot be reached. Check that it is switched on and online.',
  onModeration: 'The messenger is still reviewing this account. Come back later.',
}
