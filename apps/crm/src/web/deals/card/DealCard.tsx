import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Deal } from '../../../api/deal.ts'
import { mayEdit } from '../../../api/role.ts'
import { ContactChat } from '../../contacts/ContactChat.tsx'
import { contactQueries } from '../../contacts/contactQueries.ts'
import { SendMessageButton } from '../../contacts/SendMessageDialog.tsx'
import { CardHeading } from '../../items/CardHeading.tsx'
import { CardTabs } from '../../items/CardTabs.tsx'
import { DeletedNotice } from '../../items/DeletedNotice.tsx'
import { Money } from '../../items/Money.tsx'
import { PartSwitch } from '../../items/PartSwitch.tsx'
import { WaitingPill } from '../../items/WaitingPill.tsx'
import { useUser } from '../../session/users.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useWords } from '../../words/speech.ts'
import { DealFacts } from './DealFacts.tsx'
import { StageSteps } from './StageSteps.tsx'

/** A deal's stages, facts, tasks, notes and activity beside its contact's chat; on narrow screens one of the two. */
export function DealCard({ deal }: { deal: Deal }): ReactNode {
  const words = useWords()
  const me = useUser()
  const [part, setPart] = useState<'chat' | 'details'>('details')
  const contact = useQuery(contactQueries.one({ id: deal.contactId }))
  const canEdit = me ? mayEdit(me, deal) && deal.deletedAt === null : false
  return (
    <div className="grid h-full min-h-120 grid-rows-[auto_minmax(0,1fr)] lg:grid-cols-[27rem_minmax(0,1fr)]">
      <title>{words.pageTitle(deal.title)}</title>
      <div className="border-line px-4 pt-3 pb-2 max-lg:border-b sm:px-5 lg:border-e">
        <CardHeading
          kind="deals"
          id={deal.id}
          name={deal.title}
          about={
            <>
              {deal.waitingSince !== null && <WaitingPill since={deal.waitingSince} />}
              <Money amountCents={deal.amountCents} currency={deal.currency} />
            </>
          }
          back={words.board.back}
          canEdit={canEdit}
        >
          {contact.data && <SendMessageButton contact={contact.data} />}
        </CardHeading>
        {deal.deletedAt !== null && <DeletedNotice kind="deals" item={deal} />}
        <PartSwitch chosen={part} onChoose={setPart} />
      </div>
      <div
        className={`overflow-y-auto border-line px-4 pb-10 sm:px-5 lg:border-e ${part === 'details' ? '' : 'max-lg:hidden'}`}
      >
        <StageSteps deal={deal} canEdit={canEdit} />
        <DealFacts deal={deal} canEdit={canEdit} />
        <CardTabs about={{ dealId: deal.id }} />
      </div>
      <div
        className={`min-h-0 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:bg-canvas lg:p-3 ${part === 'chat' ? '' : 'max-lg:hidden'}`}
      >
        {contact.data && <ContactChat contact={contact.data} />}
        {contact.isPending && <Skeleton className="h-40" label={words.loading} />}
        {contact.isError && !contact.data && <p className="p-6 text-soft">{words.board.chatHidden}</p>}
      </div>
    </div>
  )
}
