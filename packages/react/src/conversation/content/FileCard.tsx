import type { ConversationFile } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useWords } from '../ConversationContext.ts'
import { Icon } from '../Icon.tsx'
import { Picture } from './Picture.tsx'
import { SoundPlayer } from './SoundPlayer.tsx'

/** A file of a message. Of one that the page must not load, it loads nothing: it is a link. */
export function FileCard({ file }: { file: ConversationFile }): ReactNode {
  const { url, name, kind, isShown } = file
  if (isShown && kind === 'image') return <Picture link={url} name={name} />
  if (isShown && kind === 'audio') return <SoundPlayer link={url} name={name} />
  if (isShown && kind === 'video')
    return (
      <video controls preload="metadata" src={url} aria-label={name} className="cc-film">
        <track kind="captions" />
      </video>
    )
  return <Card file={file} />
}

function Card({ file: { url, name, host, kind } }: { file: ConversationFile }): ReactNode {
  const words = useWords()
  const content = (
    <>
      <span className="cc-file-emblem">
        <Icon name={kind === 'video' || kind === 'audio' ? 'play' : 'document'} />
      </span>
      <span className="cc-file-texts">
        <span className="cc-file-name">{name}</span>
        <span className="cc-file-kind">{[words[kind], host].filter(Boolean).join(' · ')}</span>
      </span>
    </>
  )
  if (!/^https?:|^\//i.test(url)) return <span className="cc-file">{content}</span>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" className="cc-file">
      {content}
    </a>
  )
}
