import type { Preview } from '@storybook/react-vite'
import '@crm-chat/react/styles.css'
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
    direction: {
      description: 'Direction of the text',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
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
  initialGlobals: { theme: 'light', direction: 'ltr', width: 'full' },
  parameters: {
    layout: 'fullscreen',
    docs: { theme },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: { order: ['Welcome', 'Badges', ['UnansweredBadge', 'TabBadge'], 'Windows', 'Overlays'] },
    },
    a11y: { test: 'error' },
  },
}

export default preview
