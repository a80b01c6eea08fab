import { type Operation, routes } from '@crm-chat/protocol/wire/routes'

/** Finds the operation of a request by its method and its path below the endpoint, e.g. `/channels/7`. */
export function findOperation({ method, path }: { method: string; path: string }): Operation | undefined {
  const names = Object.keys(routes) as Operation[] // Object.keys forgets the key type.
  const isMatch = (name: Operation): boolean =>
    routes[name].method === method && new RegExp(`^${routes[name].path.replace(/:\w+/g, '[^/]+')}$`).test(path)
  return names.find((name) => routes[name].path === path && isMatch(name)) ?? names.find(isMatch)
}
