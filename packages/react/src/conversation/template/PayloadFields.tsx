import type { MessageButton } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'

interface PayloadFieldsProps {
  buttons: readonly MessageButton[]
  /** Name of a button's field, by its text. */
  nameOf: (button: string) => string
  /** One for each button, in their order. */
  payloads: readonly string[]
  onPayloads: (payloads: readonly string[]) => void
}

/** Fields for the values that come back when the buttons of a template are pressed. Links have none. */
export function PayloadFields({ buttons, nameOf, payloads, onPayloads }: PayloadFieldsProps): ReactNode {
  return buttons.map(({ text = '', url }, index) =>
    url === undefined ? (
      <label key={text} className="cc-place">
        <span className="cc-place-name">{nameOf(text)}</span>
        <input
          dir="auto"
          maxLength={1_000}
          autoComplete="off"
          value={payloads[index] ?? ''}
          onChange={(event) => onPayloads(payloads.with(index, event.target.value))}
          className="cc-input"
        />
      </label>
    ) : null,
  )
}
