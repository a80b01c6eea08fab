import type { Preview } from '@storybook/react-vite'
import '@crm-chat/core/look.css' // The stylesheet as it is in the repository: React's is a build of it.
import '../../../packages/react/src/admin.css'
import '../src/scene/scene.css'
import { describeProps } from '../src/describeProps.ts'
import { withChat } from '../src/withChat.tsx'
import { withPage } from '../src/withPage.tsx'
import { theme } from './theme.ts'

const preview: Preview = {
  decorators: [withChat, withPage],
  tags: ['autodocs'],
  argTypesEnhancers: [describeProps],
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'auto', title: 'As the browser' },
        ],
      },
    },
    locale: {
      description: 'Language of the components',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'ru', title: 'Русский' },
          { value: 'es', title: 'Español' },
          { value: 'pt', title: 'Português' },
          { value: 'de', title: 'Deutsch' },
          { value: 'kk', title: 'Қазақша' },
          { value: 'ar', title: 'العربية' },
        ],
      },
    },
    direction: {
      description: 'Direction of the text',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'Direction of the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    width: {
      description: 'Width of the page',
      toolbar: {
        icon: 'mobile',
        dynamicTitle: true,
        items: [
          { value: 'full', title: 'Full width' },
          { value: '768px', title: 'Tablet' },
          { value: '360px', title: 'Phone' },
        ],
      },
    },
  },
  initialGlobals: { theme: 'light', locale: 'en', direction: 'auto', width: 'full' },
  parameters: {
    layout: 'fullscreen',
    docs: { theme },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: {
        order: [
          'Welcome',
          'Badges',
          ['UnansweredBadge', 'TabBadge'],
          'Windows',
          ['ChatWindow', 'ChatPanel'],
          'Overlays',
          ['ChatLauncher', 'ChatPopover', 'ChatDrawer', 'ChatDialog'],
          'Administration',
          ['ChannelList', 'ChannelConnect'],
          'Messages',
          ['Conversation', 'MessageComposer'],
        ],
      },
    },
    a11y: { test: 'error' },
  },
}

export default preview
