import type { Channel } from '@crm-chat/protocol'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Dialog } from '../../conversation/Dialog.tsx'
import { useDeleteChannel } from '../../query/channelMutations.ts'
import { useAdminWords } from '../AdminContext.ts'
import { Failure } from '../Failure.tsx'
import { fill } from '../format.ts'
import { nameInFull } from './describeChannel.ts'

interface DeleteDialogProps {
  channel: Channel
  onClose: () => void
  onDeleted: () => void
}

/** Asks before a channel is deleted, says what is lost, and if its chats are to be deleted too. */
export function DeleteDialog({ channel, onClose, onDeleted }: DeleteDialogProps): ReactNode {
  const words = useAdminWords()
  const [chats, setChats] = useState<'keep' | 'delete'>('keep')
  const remove = useDeleteChannel()
  const title = fill(words.channelDeleteTitle, { channel: nameInFull(channel, words) })

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (!remove.isPending) remove.mutate({ channelId: channel.id, chats }, { onSuccess: onDeleted })
  }

  return (
    <Dialog label={title} className="cc-admin-dialog" onClose={onClose}>
      <form onSubmit={handleSubmit} className="cc-channel-delete">
        <h2 className="cc-admin-title">{title}</h2>
        <p>{words.channelDeleteLoss}</p>
        <ChatsChoice chats={chats} onChoose={setChats} label={title} />
        {remove.error && <Failure title={words.channelNotDeleted} error={remove.error} />}
        <div className="cc-channel-buttons">
          <button type="button" onClick={onClose} className="cc-button cc-admin-button">
            {words.cancel}
          </button>
          <button
            type="submit"
            aria-disabled={remove.isPending}
            className="cc-button cc-admin-button cc-channel-danger"
          >
            {remove.isPending
              ? words.channelDeleting
              : chats === 'delete'
                ? words.channelDeleteWithChats
                : words.channelDelete}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface ChatsChoiceProps {
  chats: 'keep' | 'delete'
  onChoose: (chats: 'keep' | 'delete') => void
  label: string
}

function ChatsChoice({ chats, onChoose, label }: ChatsChoiceProps): ReactNode {
  const words = useAdminWords()
  const id = useId()
  const choices = [
    { value: 'keep', text: words.channelKeepChats, hint: words.channelKeepChatsHint },
    { value: 'delete', text: words.channelDropChats, hint: words.channelDropChatsHint },
  ] as const
  return (
    <div role="radiogroup" aria-label={label} className="cc-channel-choices">
      {choices.map(({ value, text, hint }) => (
        <label key={value} className="cc-channel-choice">
          <input
            type="radio"
            name={id}
            checked={chats === value}
            onChange={() => onChoose(value)}
            aria-describedby={`${id}-${value}`}
            className="cc-channel-radio"
          />
          <span className="cc-admin-grow">
            <span className="cc-admin-strong cc-channel-line">{text}</span>
            <span id={`${id}-${value}`} className="cc-admin-small cc-channel-line">
              {hint}
            </span>
          </span>
        </label>
      ))}
    </div>
  )
}
