import { ArrowRightLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Deal, dealStages } from '../../../api/deal.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { selectRows, useSelection } from '../../ui/selection.ts'
import { useWords } from '../../words/speech.ts'
import { useChangeStages } from './useChangeStages.ts'

/** Changes the stage of the selected deals. */
export function StageMenu({ deals }: { deals: readonly Deal[] }): ReactNode {
  const words = useWords()
  const ids = useSelection((selection) => selection.ids)
  const changeStages = useChangeStages()
  const selected = deals.filter(({ id }) => ids.has(id))
  const items = dealStages.map((stage) => ({
    label: words.stages[stage],
    onSelect: () => {
      changeStages.mutate({ deals: selected.filter((deal) => deal.stage !== stage), stage })
      selectRows([])
    },
  }))
  return (
    <Menu items={items}>
      {(trigger) => (
        <Button {...trigger} disabled={changeStages.isPending}>
          <ArrowRightLeft aria-hidden className="size-4" />
          {words.board.changeStage}
        </Button>
      )}
    </Menu>
  )
}
