import type { Meta, StoryObj } from '@storybook/react-vite'
import { Welcome } from '../src/Welcome.tsx'

const meta = {
  title: 'Welcome',
  component: Welcome,
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof Welcome>

export default meta

/** The first page. */
export const Gallery: StoryObj<typeof meta> = {}
