import type { MessageButton } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useWords } from '../ConversationContext.ts'
import { Icon } from '../Icon.tsx'

interface MessageButtonsProps {
  buttons: readonly MessageButton[] | null
  /** Called with a button's label when it is pressed. Without it, nobody can: staff see what the customer can press. */
  onPress?: ((text: string) => void) | undefined
}

/** The buttons of a message: those of a bot in their rows, any others below each other. */
export function MessageButtons({ buttons, onPress }: MessageButtonsProps): ReactNode {
  const words = useWords()
  if (buttons?.some(({ section, description }) => section ?? description)) return <Choices buttons={buttons} />
  const rows = toRows(buttons ?? [])
  if (rows.length === 0) return null
  return (
    <ul aria-label={words.buttons} className="cc-buttons">
      {Object.entries(rows).map(([index, row]) => (
        <li key={index} className="cc-buttons-row">
          {Object.entries(row).map(([place, button]) => (
            <ButtonOrLink key={place} button={button} onPress={onPress} />
          ))}
        </li>
      ))}
    </ul>
  )
}

/** The entries of a list, below the names of its parts. */
function Choices({ buttons }: { buttons: readonly MessageButton[] }): ReactNode {
  const words = useWords()
  return (
    <ul aria-label={words.buttons} className="cc-buttons">
      {buttons.map(({ text, description, section }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries of a sent message stay where they are.
        <li key={index} className="cc-entry">
          {section !== undefined && section !== buttons[index - 1]?.section && (
            <span className="cc-entry-section">{section}</span>
          )}
          <span className="cc-entry-title">{text}</span>
          {description !== undefined && <span className="cc-entry-more">{description}</span>}
        </li>
      ))}
    </ul>
  )
}

/** Groups buttons by their rows; one without a row has its own. */
export function toRows<Button extends MessageButton>(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = []
  for (const button of buttons.filter(({ text }) => text)) {
    const last = rows.at(-1)
    if (last && button.row !== undefined && last[0]?.row === button.row) last.push(button)
    else rows.push([button])
  }
  return rows
}

function ButtonOrLink({
  button,
  onPress,
}: { button: MessageButton } & Pick<MessageButtonsProps, 'onPress'>): ReactNode {
  const { text = '', intent = 'default' } = button
  const link = toLink(button)
  const icon = link !== undefined && <Icon name="link" size={14} />
  if (!onPress)
    return (
      <span className="cc-choice" data-intent={intent}>
        {icon}
        {text}
      </span>
    )
  if (link !== undefined && /^https?:/i.test(link))
    return (
      <a href={link} target="_blank" rel="noopener noreferrer" className="cc-choice" data-intent={intent}>
        {icon}
        {text}
      </a>
    )
  return (
    <button type="button" onClick={() => onPress(text)} className="cc-choice" data-intent={intent}>
      {text}
    </button>
  )
}

/** Target of a button that opens a link. A template's is its payload. */
function toLink({ type, url, payload = '' }: MessageButton): string | undefined {
  return url ?? (type?.toUpperCase() === 'URL' ? payload : undefined)
}
