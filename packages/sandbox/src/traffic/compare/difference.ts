/** One difference between the account and the sandbox, with nothing personal in it. */
export interface Difference {
  kind: 'status' | 'header' | 'body' | 'field' | 'type' | 'format' | 'value' | 'list' | 'answer'
  /** Place in the response: a header, or a path in the body. */
  place: string
  account: string
  sandbox: string
}
