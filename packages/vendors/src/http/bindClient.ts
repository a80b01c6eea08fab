/** Functions without their first parameter, the client. */
export type Bound<Client, Functions> = {
  [Name in keyof Functions]: Functions[Name] extends (client: Client, ...parameters: infer Parameters) => infer Result
    ? (...parameters: Parameters) => Result
    : never
}

/** Gives each function the client. */
export function bindClient<
  Client,
  Functions extends Record<string, (client: Client, ...parameters: never[]) => unknown>,
>(client: Client, functions: Functions): Bound<Client, Functions> {
  const bound = Object.entries(functions).map(([name, call]) => [name, call.bind(undefined, client)])
  // Object.fromEntries forgets names and types; they are those of `functions`, less the client.
  return Object.fromEntries(bound) as Bound<Client, Functions>
}
