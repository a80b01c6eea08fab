import { ExternalLink } from 'lucide-react'
import type { MessageButton } from '../../../src/store/schema.ts'

interface MessageButtonsProps {
  buttons: MessageButton[] | null
  /** Called with a button's label when the customer presses it. Staff cannot press buttons. */
  onPress?: (text: string) => void
}

/** The buttons of a message: those of a bot in their rows, any others below each other. */
export function MessageButtons({ buttons, onPress }: MessageButtonsProps) {
  const rows = toRows(buttons ?? [])
  if (rows.length === 0) return null
  return (
    <ul aria-label="Buttons" className="my-1.5 grid gap-1">
      {rows.map((row, index) => (
        <li key={index} className="grid auto-cols-fr grid-flow-col gap-1">
          {row.map((button, place) => (
            <ButtonOrLink key={place} button={button} {...(onPress ? { onPress } : {})} />
          ))}
        </li>
      ))}
    </ul>
  )
}

/** Groups buttons by their rows; one without a row has its own. */
export function toRows(buttons: MessageButton[]): MessageButton[][] {
  const rows: MessageButton[][] = []
  for (const button of buttons.filter(({ text }) => text)) {
    const last = rows.at(-1)
    if (last && button.row !== undefined && last[0]?.row === button.row) last.push(button)
    else rows.push([button])
  }
  return rows
}

function ButtonOrLink({ button, onPress }: { button: MessageButton } & Pick<MessageButtonsProps, 'onPress'>) {
  const { text = '', intent = 'default' } = button
  const link = toLink(button)
  const look = `${shape} ${inks[intent]}`
  const icon = link !== undefined && <ExternalLink aria-hidden="true" className="size-3.5 shrink-0" />
  if (!onPress)
    return (
      <span className={look}>
        {icon}
        {text}
      </span>
    )
  if (link !== undefined && /^https?:/i.test(link))
    return (
      <a href={link} target="_blank" rel="noopener noreferrer" className={`${look} hover:bg-hover`}>
        {icon}
        {text}
      </a>
    )
  return (
    <button type="button" onClick={() => onPress(text)} className={`${look} hover:bg-hover`}>
      {text}
    </button>
  )
}

/** Target of a button that opens a link. A template's is its payload. */
function toLink({ type, url, payload = '' }: MessageButton): string | undefined {
  return url ?? (type?.toUpperCase() === 'URL' ? payload : undefined)
}

const shape =
  'flex min-w-0 items-center justify-center gap-1.5 rounded-lg border border-line bg-surface px-3 py-1.5 text-center font-medium wrap-anywhere'

/** Colours of the meanings that a MAX bot gives its buttons. */
const inks = { default: 'text-accent', positive: 'text-good-ink', negative: 'text-alert-ink' }
