import type { VendorRecord } from '@crm-chat/protocol'
import type { ReactNode } from 'react'
import { useAdminWords } from '../AdminContext.ts'
import { fill } from '../format.ts'

interface RecordItemProps {
  record: VendorRecord
  isSelected: boolean
  onToggle: () => void
}

/** One record of the vendor's. */
export function RecordItem({ record, isSelected, onToggle }: RecordItemProps): ReactNode {
  const words = useAdminWords()
  const { id, name, phone, responsibleUserId, chats, contactIds, closed, url } = record
  const fields: [name: string, value: string | undefined][] = [
    [words.dataId, id],
    [words.dataFields.phone, phone],
    [words.dataFields.responsibleUserId, responsibleUserId],
    [words.dataFields.chats, chats?.map(({ chatType, chatId }) => `${chatType} ${chatId}`).join(', ')],
    [words.dataFields.contactIds, contactIds?.join(', ')],
    [words.dataFields.url, url],
  ]
  return (
    <li className="cc-admin-record">
      <label className="cc-admin-check">
        <input
          type="checkbox"
          aria-label={fill(words.dataSelect, { name: name || id })}
          checked={isSelected}
          onChange={onToggle}
          className="cc-admin-box"
        />
      </label>
      <div className="cc-admin-grow">
        <p className="cc-admin-strong">
          <bdi>{name || id}</bdi>
          {closed && <span className="cc-admin-tag">{words.dataClosed}</span>}
        </p>
        <dl className="cc-admin-fields-list">
          {fields.map(([label, value]) =>
            value === undefined || value === '' ? null : (
              <div key={label} className="cc-admin-pair">
                <dt className="cc-admin-small">{label}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
          )}
        </dl>
      </div>
    </li>
  )
}
