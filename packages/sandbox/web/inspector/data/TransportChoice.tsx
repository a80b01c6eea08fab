import { type Transport, transports } from '../../../src/store/transports.ts'
import { transportNames } from '../../../src/vendors/wazzup-tech/connect/transportNames.ts'
import { MessengerMark } from '../../ui/MessengerMark.tsx'

interface TransportChoiceProps {
  value: Transport
  onChange: (transport: Transport) => void
}

/** Radio buttons for the kind of a channel: a messenger, and in some a person's account or a bot. */
export function TransportChoice({ value, onChange }: TransportChoiceProps) {
  return (
    <fieldset className="mb-3 grid grid-cols-2 gap-2 max-narrow:grid-cols-1">
      <legend className="mb-1 text-[13px] font-medium">Messenger</legend>
      {allTransports.map((transport) => (
        <label
          key={transport}
          className="relative flex h-10 cursor-pointer items-center gap-2.5 rounded-lg border border-line px-2.5 text-[13px] font-medium has-checked:border-accent has-checked:bg-selected has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="transport"
            value={transport}
            checked={transport === value}
            onChange={() => onChange(transport)}
            className="sr-only"
          />
          <span className="relative size-[18px] shrink-0">
            <MessengerMark chatType={transports[transport].chatTypes[0]} />
          </span>
          <span className="truncate">{transportNames[transport]}</span>
        </label>
      ))}
    </fieldset>
  )
}

const allTransports = Object.keys(transports) as Transport[] // Object.keys loses the type of the keys.
