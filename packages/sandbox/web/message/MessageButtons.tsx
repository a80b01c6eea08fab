interface MessageButtonsProps {
  buttons: { text?: string | undefined }[] | null
  /** Called with a button's words when it is pressed; staff only see the buttons. */
  onPress?: (text: string) => void
}

/** The buttons below a message, for the customer to press. */
export function MessageButtons({ buttons, onPress }: MessageButtonsProps) {
  const texts = (buttons ?? []).flatMap(({ text }) => text ?? [])
  if (texts.length === 0) return null
  return (
    <ul aria-label="Buttons" className="my-1.5 grid gap-1">
      {texts.map((text) => (
        <li key={text}>
          {onPress ? (
            <button type="button" onClick={() => onPress(text)} className={`${look} hover:bg-hover`}>
              {text}
            </button>
          ) : (
            <span className={look}>{text}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

const look = 'block w-full rounded-lg bg-surface px-3 py-1.5 text-center font-medium text-accent'
