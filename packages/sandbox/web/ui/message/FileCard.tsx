import { FileImage, FileMusic, FileText, FileVideo } from 'lucide-react'
import { describeFile, type FileDescription } from '../format/describeFile.ts'
import { Picture } from './Picture.tsx'
import { SoundPlayer } from './SoundPlayer.tsx'

const icons = { image: FileImage, video: FileVideo, audio: FileMusic, document: FileText }

/**
 * A file in a message. Files stored by the sandbox are shown; of files elsewhere nothing is loaded, they open by their
 * link.
 */
export function FileCard({ link }: { link: string }) {
  const file = describeFile(link)
  if (isStoredHere(link) && file.kind === 'image') return <Picture link={link} name={file.name} />
  if (isStoredHere(link) && file.kind === 'audio') return <SoundPlayer link={link} name={file.name} />
  if (isStoredHere(link) && file.kind === 'video') return <Film link={link} name={file.name} />
  return <Card link={link} file={file} />
}

function Film({ link, name }: { link: string; name: string }) {
  return (
    <video
      controls
      preload="metadata"
      src={link}
      aria-label={name}
      className="my-1 -mx-1.5 max-h-72 w-80 max-w-[calc(100%+0.75rem)] rounded-xl bg-black"
    >
      <track kind="captions" />
    </video>
  )
}

function Card({ link, file: { name, host, kind } }: { link: string; file: FileDescription }) {
  const Icon = icons[kind]
  return (
    <a
      href={link}
      target="_blank"
      rel="noopener noreferrer"
      className="my-1 -mx-1.5 flex items-center gap-3 rounded-xl bg-surface/70 p-2 pr-4 hover:bg-surface"
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent text-on-accent">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-xs text-current/75">
          {kindNames[kind]} · {host}
        </span>
      </span>
    </a>
  )
}

const kindNames = { image: 'Image', video: 'Video', audio: 'Audio', document: 'File' }

function isStoredHere(link: string): boolean {
  const { origin, pathname } = new URL(link)
  return origin === location.origin && pathname.startsWith('/files/')
}
