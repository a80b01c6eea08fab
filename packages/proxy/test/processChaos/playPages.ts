import { setTimeout } from 'node:timers/promises'
import { requestHeader } from '@crm-chat/protocol'
import { channelIds } from '../backends/people.ts'
import type { History } from './history.ts'
import { patienceMs, type Stage } from './playVendor.ts'

/** Customers who are written to. */
export const recipients = Array.from({ length: 10 }, (_, index) => `7888555${1_000 + index}`)

type Outcome = History['sends'][number]['outcome']

/** A response, or nothing where none came. */
interface Answer {
  status: number
  body: { messageId?: string; error?: { code: string; retryable: boolean } }
}

/**
 * Plays pages that send messages, each with an id of its own. As long as a page is told to retry, or nothing at all, it sends
 * the message again, through any process. Some send it again although they know how it ended.
 */
export async function playPages({
  stage,
  sends,
  pages,
  onSent,
}: {
  stage: Stage
  sends: number
  pages: number
  onSent: () => void
}): Promise<{ calls: number; contradictions: string[] }> {
  const { history, urls, random } = stage
  /** Messages of which two pages were told different things. */
  const contradictions: string[] = []
  let calls = 0
  let next = 0

  async function post(id: string): Promise<Answer | undefined> {
    calls += 1
    const url = urls[Math.floor(random() * urls.length)] ?? ''
    const to = { chatType: 'whatsapp', chatId: recipients[Number(id.slice(5)) % recipients.length] }
    try {
      const response = await fetch(`${url}/chat/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: url,
          cookie: 'session=ann',
          [requestHeader.name]: requestHeader.value,
        },
        body: JSON.stringify({ channelId: channelIds.whatsapp, to, text: id, crmMessageId: id }),
        signal: AbortSignal.timeout(patienceMs),
      })
      return { status: response.status, body: (await response.json()) as Answer['body'] }
    } catch {
      return undefined
    }
  }

  async function send(id: string): Promise<Answer> {
    for (;;) {
      const answer = await post(id)
      if (answer && !answer.body.error?.retryable) return answer
      await setTimeout(50 + random() * 200)
    }
  }

  /** Sends a message at least once: sometimes twice at a time, and sometimes again when it is over. */
  async function sendOften(id: string): Promise<void> {
    const answers = await Promise.all(random() < 0.1 ? [send(id), send(id)] : [send(id)])
    history.sends.push({ id, outcome: toOutcome(answers) })
    if (random() < 0.3) answers.push(await send(id))
    if (new Set(answers.flatMap(({ body }) => body.messageId ?? [])).size > 1) contradictions.push(id)
  }

  async function work(): Promise<void> {
    while (next < sends) {
      await sendOften(`send-${next++}`)
      onSent()
    }
  }

  await Promise.all(Array.from({ length: pages }, work))
  return { calls, contradictions }
}

/** The best that a page was told: one of two may be told that nobody knows. */
function toOutcome(answers: Answer[]): Outcome {
  if (answers.some(({ status }) => status === 202)) return 'accepted'
  return answers.every(({ body }) => body.error?.code === 'outcome_unknown') ? 'unknown' : 'refused'
}
