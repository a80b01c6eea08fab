import { relative } from 'node:path'
import type { Reporter, TestCase } from '@playwright/test/reporter'
import type { TestEvent } from './testProgress.ts'

/** A Playwright reporter that sends the progress of each file to the parent process. */
export default class PlaywrightProgress implements Reporter {
  onTestBegin(test: TestCase): void {
    send('fileStarted', test)
  }

  onTestEnd(test: TestCase): void {
    send('testEnded', test, test.outcome() === 'flaky' ? { unsteady: test.title } : {})
    send('fileEnded', test) // Until its next test begins.
  }
}

function send(kind: TestEvent['kind'], { location }: TestCase, more: Pick<TestEvent, 'unsteady'> = {}): void {
  const event: TestEvent = { kind, file: relative(process.cwd(), location.file), ...more }
  process.send?.(event)
}
