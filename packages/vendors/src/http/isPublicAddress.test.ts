import { expect, it } from 'vitest'
import { isPrivateHost, isPublicAddress } from './isPublicAddress.ts'

it.each([
  ['8.8.8.8', true],
  ['172.15.0.1', true],
  ['172.32.0.1', true],
  ['100.63.0.1', true],
  ['192.1.0.1', true],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['127.0.0.1', false],
  ['127.255.0.1', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.168.0.1', false],
  ['192.0.2.1', false],
  ['198.18.0.1', false],
  ['203.0.113.9', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', true],
  ['2606:4700::1111', true],
  ['2a00:1450::1', true],
  ['::1', false],
  ['::', false],
  ['::7f00:1', false],
  ['fe80::1', false],
  ['fec0::1', false],
  ['fd00:ec2::254', false],
  ['64:ff9b::a00:1', false],
  ['2002:7f00:1::', false],
  ['2001:0:4136::1', false],
  ['2001:db8::1', false],
  ['ff02::1', false],
  ['nonsense', false],
  ['', false],
])('the address %s is of the internet: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})

it.each([
  ['chat.example.com', false],
  ['8.8.8.8', false],
  ['[2606:4700::1111]', false],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['192.168.1.5', true],
  ['localhost', true],
  ['whatomate', true],
  ['chat.internal', true],
  ['chat.home.arpa', true],
  ['internal.example.com', false],
])('the host %s is a private one: %s', (hostname, isPrivate) => {
  expect(isPrivateHost(hostname)).toBe(isPrivate)
})
