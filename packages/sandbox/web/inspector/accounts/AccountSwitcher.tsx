import { useQuery } from '@tanstack/react-query'
import { Check, ChevronsUpDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { CopyIcon } from '../../ui/CopyIcon.tsx'
import { NewAccount } from './NewAccount.tsx'
import { accountsQueryOptions, type ControlAccount, toAccountUrl, useAccount } from './useAccount.ts'

/** A menu that shows the current account, switches to another one, and creates new ones. */
export function AccountSwitcher() {
  const [isOpen, setIsOpen] = useState(false)
  const box = useRef<HTMLFieldSetElement>(null)
  const current = useAccount()
  const { data: accounts = [] } = useQuery(accountsQueryOptions())
  const currentId = current.status === 'known' ? current.account.accountId : undefined
  useEffect(() => (isOpen ? closeOutside(box.current, () => setIsOpen(false)) : undefined), [isOpen])
  return (
    <fieldset
      ref={box}
      aria-label="Account"
      className="relative min-w-0"
      onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="flex h-8 w-full max-w-full items-center gap-1.5 rounded-lg border border-line bg-surface px-2.5 text-[13px] hover:bg-hover"
      >
        <span className="truncate">
          <span className="text-muted">Account</span>{' '}
          <span className="font-medium tabular-nums">{currentId ?? '…'}</span>
          <span className="sr-only">: switch</span>
        </span>
        <ChevronsUpDown aria-hidden="true" className="ml-auto size-3.5 shrink-0 text-muted" />
      </button>
      {isOpen && (
        <div className="absolute top-10 z-20 grid w-80 max-w-[calc(100vw-1.5rem)] gap-2 rounded-xl border border-line bg-surface p-2 shadow-lg max-wide:right-0 wide:left-0">
          <ul aria-label="Accounts" className="scroll-quiet grid max-h-80 gap-1 overflow-y-auto">
            {accounts.map((account) => (
              <AccountLine
                key={account.accountId}
                account={account}
                isCurrent={account.accountId === currentId}
                isFirst={account === accounts[0]}
              />
            ))}
          </ul>
          <NewAccount />
        </div>
      )}
    </fieldset>
  )
}

function AccountLine({
  account: { accountId, apiKey },
  isCurrent,
  isFirst,
}: {
  account: ControlAccount
  isCurrent: boolean
  isFirst: boolean
}) {
  return (
    <li className="flex items-center gap-1">
      <a
        href={toAccountUrl(accountId)}
        aria-current={isCurrent ? 'true' : undefined}
        className="flex min-w-0 grow items-center gap-2 rounded-lg px-2.5 py-1.5 -outline-offset-2 hover:bg-hover aria-[current]:bg-selected"
      >
        <span className="min-w-0 grow">
          <span className="block font-medium tabular-nums">
            {accountId}
            {isFirst && <span className="font-normal text-muted"> · default</span>}
          </span>
          <span className="block truncate font-mono text-xs text-muted">{apiKey}</span>
        </span>
        {isCurrent && <Check aria-hidden="true" className="size-4 shrink-0 text-accent" />}
      </a>
      <CopyIcon label={`Copy key of ${accountId}`} text={apiKey} />
    </li>
  )
}

function closeOutside(box: HTMLElement | null, close: () => void): () => void {
  const listen = (event: PointerEvent): void => {
    if (event.target instanceof Node && !box?.contains(event.target)) close()
  }
  addEventListener('pointerdown', listen)
  return () => removeEventListener('pointerdown', listen)
}
