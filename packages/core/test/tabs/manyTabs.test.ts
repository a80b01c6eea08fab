import { testTabs } from './testTabs.ts'

testTabs(5)
