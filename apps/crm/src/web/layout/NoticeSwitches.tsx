import { type ReactNode, useState } from 'react'
import { useWords } from '../words/speech.ts'
import { switchNotifications, useNotices } from './notices.ts'

/** Switches for notifications and a sound of new messages. Nothing is asked for before. */
export function NoticeSwitches(): ReactNode {
  const words = useWords()
  const { notification, sound } = useNotices()
  const [isBlocked, setIsBlocked] = useState(false)
  const handleNotification = async (wanted: boolean): Promise<void> =>
    setIsBlocked(!(await switchNotifications(wanted)))
  return (
    <div className="flex flex-col">
      <Switch
        label={words.user.notifications}
        checked={notification}
        onChange={(wanted) => void handleNotification(wanted)}
      />
      {isBlocked && (
        <p role="alert" className="px-2 pb-1 text-[0.8125rem] text-danger">
          {words.user.notificationsBlocked}
        </p>
      )}
      <Switch label={words.user.sound} checked={sound} onChange={(wanted) => useNotices.setState({ sound: wanted })} />
    </div>
  )
}

interface SwitchProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}

function Switch({ label, checked, onChange }: SwitchProps): ReactNode {
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2 hover:bg-sunken pointer-coarse:min-h-11">
      <span className="flex-1">{label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
    </label>
  )
}
