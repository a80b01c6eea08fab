import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { Panel } from '../shell/Panel.tsx'
import { ChannelsTable } from './ChannelsTable.tsx'
import { ChatsTable } from './ChatsTable.tsx'
import { Reset } from './Reset.tsx'
import { Settings } from './Settings.tsx'
import { Snapshots } from './Snapshots.tsx'
import { Transfer } from './Transfer.tsx'
import { UsersTable } from './UsersTable.tsx'

/** The account's data and its snapshots. */
export function DataPanel() {
  return (
    <Panel
      title="Data"
      about="Everything stored in this account"
      actions={
        <>
          <Transfer />
          <Reset />
        </>
      }
    >
      <ScrollArea>
        <div className="grid grid-cols-1 gap-6 p-5 max-wide:p-3">
          <Snapshots />
          <Settings />
          <ChannelsTable />
          <ChatsTable />
          <UsersTable />
        </div>
      </ScrollArea>
    </Panel>
  )
}
