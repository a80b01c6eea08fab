import { ChatsPage } from './chats/ChatsPage.tsx'
import { CompaniesPage } from './companies/CompaniesPage.tsx'
import { CompanyPage } from './companies/CompanyPage.tsx'
import { ContactPage } from './contacts/ContactPage.tsx'
import { ContactsPage } from './contacts/ContactsPage.tsx'
import { DealPage } from './deals/DealPage.tsx'
import { TasksPage } from './tasks/TasksPage.tsx'

/** The pages that everybody opens all day, but the board: one script, which begins to load along with the main one. */
export const everydayPages = {
  ChatsPage,
  CompaniesPage,
  CompanyPage,
  ContactPage,
  ContactsPage,
  DealPage,
  TasksPage,
}
