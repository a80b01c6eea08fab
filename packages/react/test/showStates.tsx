import type { ChatClient, UnansweredState } from '@crm-chat/core'
import type { ReactNode } from 'react'
import { expect, onTestFinished } from 'vitest'
import { render } from 'vitest-browser-react'
import type { ClientContext } from '../../core/src/clientContext.ts'
import { createStore } from '../../core/src/createStore.ts'
import { live } from '../../core/src/live.ts'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { sharedChat } from '../../elements/src/sharedChat.ts'
import { addElement } from '../../elements/test/addElement.ts'
import { ChatProvider } from '../src/index.ts'
import { listElements } from './listElements.ts'
import { inPage, type State } from './states.tsx'

/** All states, one below the other. */
export interface ShownStates {
  main: HTMLElement
  /** Element in which a state of that name is. */
  boxOf: (name: string) => HTMLElement
  setLocale: (locale: string) => Promise<void>
  setTheme: (theme: 'light' | 'dark') => void
  setWidth: (width: number) => void
}

/** Shows each component in each state, in boxes of the width of a phone's screen. */
export async function showStates(kit: 'react' | 'elements', states = inPage): Promise<ShownStates> {
  const main = document.body.appendChild(document.createElement('main'))
  onTestFinished(() => main.remove())
  const worlds = await Promise.all(
    states.map(async ({ prepare, unanswered }) => {
      const world = openWorld()
      await prepare?.(world)
      onTestFinished(() => sharedChat(world.endpoint).close()) // A frame that is kept has one of the six connections.
      if (unanswered) still(sharedChat(world.endpoint), unanswered)
      return world
    }),
  )
  const setLocale = await (kit === 'react' ? showReact : showElements)({ main, worlds, states })
  const boxOf = (name: string): HTMLElement => {
    const box = main.querySelectorAll<HTMLElement>('.state')[states.findIndex((state) => state.name === name)]
    if (!box) throw new Error(`There is no state "${name}".`)
    return box
  }
  const isShown = ({ name, sign }: State): boolean => listElements(boxOf(name)).some((each) => each.matches(sign))
  await expect.poll(() => states.filter((state) => !isShown(state)).map(({ name }) => name)).toEqual([])
  return {
    main,
    boxOf,
    setLocale,
    setWidth: (width) => {
      for (const box of main.querySelectorAll<HTMLElement>('.state')) box.style.width = `${width}px`
    },
    setTheme: (theme) => {
      main.dataset.ccTheme = theme
      main.style.background = theme === 'dark' ? '#15181e' : '#fff'
    },
  }
}

/** Gives a client a counter that stays as it is. */
function still(chat: ChatClient, state: UnansweredState): void {
  live.getKeeper(chat as ChatClient & ClientContext) // It is both.
  Object.assign(chat, { unanswered: { ...createStore(state), badge: chat.unanswered.badge } })
}

interface ShowParameters {
  states: State[]
  main: HTMLElement
  worlds: OpenWorld[]
}

type SetLocale = (locale: string) => Promise<void>

const styleOf = ({ name }: State) => ({
  position: 'relative' as const,
  transform: 'translate(0)', // A launcher stands in its box.
  width: 320,
  height: /^(window|panel)/.test(name) ? 400 : 80,
})

async function showReact({ main, worlds, states }: ShowParameters): Promise<SetLocale> {
  const view = (locale: string | undefined): ReactNode =>
    states.map((state, index) => (
      <div key={state.name} className="state" style={styleOf(state)}>
        <ChatProvider chat={sharedChat(worlds[index]?.endpoint ?? null)} locale={locale}>
          {state.react}
        </ChatProvider>
      </div>
    ))
  const screen = await render(view(undefined), { container: main })
  return (locale) => screen.rerender(view(locale))
}

async function showElements({ main, worlds, states }: ShowParameters): Promise<SetLocale> {
  const elements = states.map((state, index) => {
    const { position, transform, width, height } = styleOf(state)
    const box = main.appendChild(document.createElement('div'))
    box.className = 'state'
    Object.assign(box.style, { position, transform, width: `${width}px`, height: `${height}px` })
    const [tag, { twice, ...attributes } = {}] = state.element
    const all = { endpoint: worlds[index]?.endpoint ?? '', ...attributes }
    const element = addElement(tag, all)
    box.append(element)
    if (twice !== undefined) addElement(tag, all).hidden = true // The newest has the frame.
    return element
  })
  return async (locale) => {
    for (const element of elements) element.setAttribute('locale', locale)
  }
}
