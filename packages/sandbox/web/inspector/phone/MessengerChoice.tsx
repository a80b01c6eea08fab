import type { ChatKey } from '../../../src/chats/events.ts'
import { messengerNames } from '../../ui/format/formatAccount.ts'
import { MessengerRadios } from '../../ui/MessengerRadios.tsx'

type ChatType = ChatKey['chatType']

const chatTypes: ChatType[] = ['whatsapp', 'telegram', 'instagram', 'vk', 'viber', 'avito', 'max']
const choices = chatTypes.map((value) => ({ value, label: messengerNames[value], chatType: value }))

/** Radio buttons for the customer's messenger. */
export function MessengerChoice(props: { value: ChatType; onChange: (chatType: ChatType) => void }) {
  return <MessengerRadios choices={choices} {...props} />
}
