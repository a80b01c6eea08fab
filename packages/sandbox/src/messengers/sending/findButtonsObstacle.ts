import type { MessageButton, MessageKeyboard } from '../../store/schema.ts'
import type { Transport } from '../../store/transports.ts'

const bots: Transport[] = ['telegram', 'maxbot']

/** Describes why a channel cannot send these buttons, if it cannot: keyboards are for bots, other buttons for WhatsApp. */
export function findButtonsObstacle({
  transport,
  buttons,
  keyboard,
}: {
  transport: Transport
  buttons: MessageButton[] | undefined
  keyboard: MessageKeyboard | undefined
}): string | undefined {
  if (keyboard && !bots.includes(transport))
    return `A channel of ${transport} has no keyboards: only Telegram bots (telegram) and MAX bots (maxbot) have them.`
  if (!keyboard && buttons && transport !== 'whatsapp' && transport !== 'wapi')
    return `A channel of ${transport} cannot send a list of buttons: only WhatsApp can. Bots have rows of buttons.`
  return undefined
}
