import { type Transport, transports } from '../../../src/store/transports.ts'
import { transportNames } from '../../../src/vendors/wazzup-tech/connect/transportNames.ts'
import { MessengerRadios } from '../../ui/MessengerRadios.tsx'

interface TransportChoiceProps {
  value: Transport
  onChange: (transport: Transport) => void
}

/** Radio buttons for the kind of a channel: a messenger, and in some a person's account or a bot. */
export function TransportChoice(props: TransportChoiceProps) {
  return <MessengerRadios choices={choices} {...props} />
}

const choices = (Object.keys(transports) as Transport[]) // Object.keys loses the type of the keys.
  .map((value) => ({ value, label: transportNames[value], chatType: transports[value].chatTypes[0] }))
