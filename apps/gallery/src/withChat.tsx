import { type TestChatOptions, TestChatProvider } from '@crm-chat/react/testing'
import type { ArgTypes, Decorator } from '@storybook/react-vite'
import { toMessengerPage } from './messengerPage.ts'

/** Controls of the state that a story is in. */
export type StateArgs = Pick<TestChatOptions, 'unanswered' | 'window' | 'offline' | 'capabilities' | 'answers'>

/** Sets the state of a story: that of a client which needs no proxy. */
export const withChat: Decorator = (Story, { args, id, globals }) => {
  const { unanswered, window, offline, capabilities, answers } = args as StateArgs
  const { theme, locale } = globals
  return (
    <TestChatProvider
      key={`${id} ${theme}`}
      {...{ unanswered, window, offline, capabilities, answers, locale }}
      page={toMessengerPage(theme === 'auto' ? 'light dark' : theme)}
    >
      <Story />
    </TestChatProvider>
  )
}

/** Returns the props of a component, without the state. */
export function propsOf<Props extends object>(args: Props & StateArgs): Props {
  const { unanswered: _, window: __, offline: ___, capabilities: ____, answers: _____, ...props } = args
  return props as unknown as Props // The state is no prop.
}

const state = { table: { category: 'State' } } as const

/** Description of the controls of a state. */
export const stateArgTypes: ArgTypes<StateArgs> = {
  unanswered: { ...state, control: 'object', description: 'The number: a count, `unknown`, or an error' },
  window: { ...state, control: 'object', description: 'State of the chat windows: `ready`, `loading`, `doubt` …' },
  offline: { ...state, control: 'boolean', description: 'True while the browser has no network' },
  answers: { ...state, control: false, description: 'Results of the proxy, by operation' },
  capabilities: { ...state, control: 'object', description: 'Things that the proxy offers' },
}
