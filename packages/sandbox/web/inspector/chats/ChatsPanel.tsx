import { useQuery } from '@tanstack/react-query'
import { ExternalLink, LoaderCircle } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'
import { Panel } from '../shell/Panel.tsx'
import { useSignIn } from './useSignIn.ts'

/** The chats page as staff see it in the CRM. */
export function ChatsPanel() {
  const { user, options, choose } = useSignIn()
  const link = useQuery({
    queryKey: ['link', user?.id],
    queryFn: () => callControl<{ url: string }>('POST /windows', { user }),
    enabled: user !== undefined,
    gcTime: 0,
  })
  return (
    <Panel
      title="Chats page"
      about="What staff see in the CRM"
      actions={
        <>
          <label className="flex items-center gap-2 text-[13px] text-muted">
            Signed in as
            <select
              value={user?.id}
              onChange={(event) => choose(event.target.value)}
              className="h-8 max-w-48 truncate rounded-lg border border-line bg-surface px-2 font-medium text-ink"
            >
              {options.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {link.data && (
            <Button onClick={() => open(link.data.url, '_blank', 'noopener')} aria-label="Open in a new tab">
              <ExternalLink aria-hidden="true" className="size-4" />
            </Button>
          )}
        </>
      }
    >
      {link.error && (
        <div className="p-5">
          <Problem error={link.error} />
        </div>
      )}
      {link.isPending && <Opening />}
      {link.data && (
        <iframe key={link.data.url} title="Chats page" src={toPath(link.data.url)} className="min-h-0 w-full grow" />
      )}
    </Panel>
  )
}

/** Drops the link's host: the inspector may be open under another host name, and may frame only its own. */
function toPath(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

function Opening() {
  return (
    <p role="status" className="grid grow place-items-center text-muted">
      <LoaderCircle aria-label="Opening" className="size-6 motion-safe:animate-spin" />
    </p>
  )
}
