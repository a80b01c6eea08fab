import type { TestProject } from 'vitest/node'
import { startChatServer } from './startChatServer.ts'

/** Starts the server for a whole test project. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startChatServer()
  project.provide('chatServerUrl', server.url)
  return server.close
}
