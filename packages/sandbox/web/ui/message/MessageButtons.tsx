import { ExternalLink } from 'lucide-react'

/** A button of a message. */
export interface ShownButton {
  text?: string | undefined
  /** `URL` opens a link; all others send a reply. */
  type?: string | undefined
  /** Target of a `URL` button. */
  payload?: string | undefined
}

interface MessageButtonsProps {
  buttons: ShownButton[] | null
  /** Called with a button's label when the customer presses it. Staff cannot press buttons. */
  onPress?: (text: string) => void
}

/** The buttons of a message. */
export function MessageButtons({ buttons, onPress }: MessageButtonsProps) {
  const shown = (buttons ?? []).filter(({ text }) => text)
  if (shown.length === 0) return null
  return (
    <ul aria-label="Buttons" className="my-1.5 grid gap-1">
      {shown.map((button) => (
        <li key={button.text}>
          <ButtonOrLink button={button} {...(onPress ? { onPress } : {})} />
        </li>
      ))}
    </ul>
  )
}

function ButtonOrLink({
  button: { text = '', type, payload = '' },
  onPress,
}: { button: ShownButton } & Pick<MessageButtonsProps, 'onPress'>) {
  const isLink = type?.toUpperCase() === 'URL'
  const icon = isLink && <ExternalLink aria-hidden="true" className="size-3.5 shrink-0" />
  if (!onPress)
    return (
      <span className={look}>
        {icon}
        {text}
      </span>
    )
  if (isLink && /^https?:/i.test(payload))
    return (
      <a href={payload} target="_blank" rel="noopener noreferrer" className={`${look} hover:bg-hover`}>
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

const look =
  'flex w-full items-center justify-center gap-1.5 rounded-lg bg-surface px-3 py-1.5 text-center font-medium text-accent wrap-anywhere'
