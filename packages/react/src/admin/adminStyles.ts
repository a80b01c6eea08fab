import sheet from '../admin.css?inline'

/** The stylesheet of the components for administrators as a text, for shadow roots. */
export const adminStyles: string = sheet
