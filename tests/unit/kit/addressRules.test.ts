import { expect, test } from 'vitest'
import { addressRules } from '#kit/addressRules.ts'

const inner = [
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '198.18.0.1',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001::1',
  '::7f00:1',
  '100:0:0:1::1',
  '4000::1',
]

test.each(inner)('%s is not dialled', (address) => {
  expect(addressRules([])(address)).toBe(false)
})

test.each(['8.8.8.8', '203.162.0.1', '2001:4860:4860::8888', '::ffff:8.8.8.8'])(
  '%s is dialled',
  (address) => {
    expect(addressRules([])(address)).toBe(true)
  },
)

test('a network that is allowed is dialled, its neighbours are not', () => {
  const mayDial = addressRules(['10.20.0.0/16', 'fd00::/8'])
  expect(['10.20.1.1', '::ffff:10.20.1.1', 'fd00::1'].map(mayDial)).toEqual([true, true, true])
  expect(['10.21.0.1', '127.0.0.1', 'fe80::1'].map(mayDial)).toEqual([false, false, false])
})

test.each(['10.0.0.0', '10.0.0.0/40', 'intranet'])('"%s" is no network', (block) => {
  expect(() => addressRules([block])).toThrow('WEBHOOK_PRIVATE_NETWORKS')
})

test('what is no address is not dialled', () => {
  expect(['', 'localhost'].map(addressRules(['0.0.0.0/0']))).toEqual([false, false])
})
