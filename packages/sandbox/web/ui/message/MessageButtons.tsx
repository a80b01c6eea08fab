import { ExternalLink } from 'lucide-react'

/** A button as far as it is shown. */
export interface ShownButton {
  text?: string | undefined
  /** `URL` leads somewhere; all others answer. */
  type?: string | undefined
  /** Where it leads. */
  payload?: string | undefined
}

interface MessageButtonsProps {
  buttons: ShownButton[] | null
  /** Called with a button's words when it is pressed; staff only see the buttons. */
  onPress?: (text: string) => void
}

/** The buttons below a message, for the customer to press. */
export function MessageButtons({ buttons, onPress }: MessageButtonsProps) {
  const shown = (buttons ?? []).filter(({ text }) => text)
  if (shown.length === 0) return null
  return (
    <ul aria-label="Buttons" className="my-1.5 grid gap-1">
      {shown.map((button) => (
        <li key={button.text}>
          <ShownAs button={button} {...(onPress ? { onPress } : {})} />
        </li>
      ))}
    </ul>
  )
}

function ShownAs({
  button: { text = '', type, payload = '' },
  onPress,
}: { button: ShownButton } & Pick<MessageButtonsProps, 'onPress'>) {
  const leads = type?.toUpperCase() === 'URL'
  const icon = leads && <ExternalLink aria-hidden="true" className="size-3.5 shrink-0" />
  if (!onPress)
    return (
      <span className={look}>
        {icon}
        {text}
      </span>
    )
  if (leads && /^https?:/i.test(payload))
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
