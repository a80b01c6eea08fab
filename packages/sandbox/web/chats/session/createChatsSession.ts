import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyChat, applyChats, applyMessage, applyOpened, applyStatus } from './applyEvents.ts'
import { type ChatsState, initialState } from './chatsState.ts'
import { type ChangeActions, createChangeActions } from './createChangeActions.ts'
import { createDraftActions, type DraftActions } from './createDraftActions.ts'
import { createFetchActions, type FetchActions } from './createFetchActions.ts'
import { createOutboxActions, type OutboxActions } from './createOutboxActions.ts'
import { createThreadActions, type ThreadActions } from './createThreadActions.ts'
import { findActive } from './findActive.ts'
import { followConnection } from './followConnection.ts'
import { hasLists, isList, isOfChat } from './isTold.ts'
import { connectWindow } from './windowSocket.ts'

/** The window's data, live, and what the person can do. */
export interface ChatsSession extends ThreadActions, DraftActions, OutboxActions, ChangeActions, FetchActions {
  store: StoreApi<ChatsState>
}

/** Opens the window of a link, and keeps it up to date until the link ends. */
export function createChatsSession(token: string): ChatsSession {
  const store = createStore<ChatsState>(() => initialState)
  const socket = connectWindow(token)
  const parts = { store, socket }
  const session = {
    store,
    ...createThreadActions(parts),
    ...createDraftActions(parts),
    ...createOutboxActions(parts),
    ...createChangeActions(parts),
    ...createFetchActions(parts),
  }
  followConnection({ store, socket })
  socket.on('opened', (window) => {
    if (!hasLists(window)) return
    store.setState((state) => applyOpened(state, window))
    const active = findActive(store.getState())
    if (active) void session.loadLatest(active)
  })
  socket.on('chat', (chat) => isOfChat(chat) && store.setState((state) => applyChat(state, chat)))
  socket.on('chats', (chats) => isList(chats) && store.setState((state) => applyChats(state, chats)))
  socket.on('channels', (channels) => isList(channels) && store.setState({ channels }))
  socket.on('message', (message) => isOfChat(message) && store.setState((state) => applyMessage(state, message)))
  socket.on('status', (change) => isOfChat(change) && store.setState((state) => applyStatus(state, change)))
  return session
}
