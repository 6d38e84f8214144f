import { describe, expect, test } from 'vitest'
import { demoAddressIn, demoUrl, demoWalletAddress } from './demo.mjs'
import { openCommand } from './desktop.mjs'

describe('the address to open', () => {
  test('has the demo wallet of the simulator, wherever a formatter breaks its line', () => {
    expect(demoAddressIn("export const DEMO_WALLET_ADDRESS = '0xab'")).toBe('0xab')
    expect(demoAddressIn("export const DEMO_WALLET_ADDRESS: Address =\n  '0xab'")).toBe('0xab')
    expect(demoAddressIn("export const DEMO_WALLET_ADDRESS = toAddress('0xab')")).toBe('0xab')
    expect(demoAddressIn("import { DEMO_WALLET_ADDRESS } from './addresses'\nconst other = '0xab'")).toBeUndefined()
  })

  test("is taken from the simulator's own source", () => {
    expect(demoUrl(5173, demoWalletAddress())).toMatch(
      /^http:\/\/localhost:5173\/\?network=simulated&address=0x[0-9a-f]{64}$/,
    )
  })

  test('a simulator without one is said', () => {
    expect(() => demoWalletAddress('/nowhere')).toThrow('src/simulator exports no DEMO_WALLET_ADDRESS')
  })
})

describe('the browser', () => {
  test.each([
    ['darwin', {}, 'open'],
    ['win32', {}, 'rundll32'],
    ['linux', { DISPLAY: ':0' }, 'xdg-open'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
    ['linux', {}, undefined],
    ['darwin', { CI: 'true' }, undefined],
  ])('on %s with %o: %s', (platform, env, command) => {
    expect(openCommand('http://localhost/', platform, env)?.[0]).toBe(command)
  })
})
