import * as z from 'zod/mini'
import {
  type CompaniesQuery,
  type Company,
  type CompanyChange,
  companiesResponseSchema,
  companyResponseSchema,
  type NewCompany,
} from '../../api/company.ts'
import { createItemQueries } from '../items/createItemQueries.ts'

/** The queries and requests of companies. */
export const companyQueries = createItemQueries<Company, CompaniesQuery, NewCompany, CompanyChange>({
  kind: 'companies',
  page: companiesResponseSchema,
  item: z.pipe(
    companyResponseSchema,
    z.transform(({ company }) => company),
  ),
})
