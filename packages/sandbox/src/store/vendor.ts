/** The vendors that the sandbox plays, by the names of their clients in `@crm-chat/vendors`. */
export type Vendor = 'wazzup-v2' | 'wazzup-v3' | 'wazzup-tech' | 'whatomate'
