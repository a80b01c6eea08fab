/** A vendor that the sandbox emulates, named like its client in `@crm-chat/vendors`. */
export type Vendor = 'wazzup-v2' | 'wazzup-v3' | 'wazzup-tech' | 'whatomate'
