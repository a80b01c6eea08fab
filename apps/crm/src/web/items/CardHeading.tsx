import { ChevronLeft, Ellipsis, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { useWords } from '../words/speech.ts'
import type { ItemKind } from './itemKeys.ts'
import { useDeleteItems } from './itemMutations.ts'

/** Props of {@link CardHeading}. */
export interface CardHeadingProps {
  kind: ItemKind
  id: string
  name: string
  /** A picture or a mark before the name. */
  mark?: ReactNode
  /** The line below the name. */
  about: ReactNode
  /** Name of the link to the list. */
  back: string
  canEdit: boolean
  /** Entries of the menu before the one that deletes the item. */
  menu?: MenuItem[]
  /** Buttons beside the menu. */
  children?: ReactNode
}

/** The name of the item that a card is about, and what can be done with the item. */
export function CardHeading(props: CardHeadingProps): ReactNode {
  const { kind, id, name, mark, about, back, canEdit, menu = [], children } = props
  const words = useWords()
  const navigate = useNavigate()
  const deleteItems = useDeleteItems(kind)
  const remove = (): void => {
    deleteItems.mutate([id])
    void navigate(`/${kind}`)
  }
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
      <Link
        to={`/${kind}`}
        aria-label={back}
        title={back}
        className="-ms-2 grid size-8 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11"
      >
        <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      </Link>
      {mark}
      <div className="min-w-32 flex-1">
        <h1 className="text-base font-semibold tracking-tight wrap-anywhere">
          <bdi>{name}</bdi>
        </h1>
        <div className="flex min-w-0 items-center gap-2 text-[0.8125rem] text-soft">{about}</div>
      </div>
      {canEdit && (
        <div className="ms-auto flex items-center gap-1">
          {children}
          <Menu items={[...menu, { label: words.delete, icon: Trash2, isDanger: true, onSelect: remove }]}>
            {(trigger) => <IconButton {...trigger} icon={Ellipsis} label={words.more} />}
          </Menu>
        </div>
      )}
    </div>
  )
}
