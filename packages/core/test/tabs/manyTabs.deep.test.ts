import { testTabs } from './testTabs.ts'

testTabs(50)
