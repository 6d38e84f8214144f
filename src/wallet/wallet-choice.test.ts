import { expect, it } from 'vitest'
import { toChoices } from './wallet-choice'

const icon = 'data:image/png;base64,AAAA'

it('puts installed wallets first and the others by name', () => {
  const choices = toChoices(
    [{ name: 'Zeta', icon }],
    [
      { name: 'Petra', url: 'https://petra.app', icon },
      { name: 'Nightly', url: 'https://nightly.app', icon },
    ],
  )
  expect(choices.map((choice) => [choice.name, choice.installed])).toEqual([
    ['Zeta', true],
    ['Nightly', false],
    ['Petra', false],
  ])
})

it('names a wallet once', () => {
  const choices = toChoices([{ name: 'Petra' }, { name: 'Petra' }], [{ name: 'Petra', url: 'https://petra.app' }])
  expect(choices).toEqual([{ name: 'Petra', icon: null, url: null, installed: true }])
})

it('shows data images alone', () => {
  const icons = [icon, 'https://wallet.example/icon.png', 'data:text/html,x', undefined, 7]
  const choices = toChoices(
    icons.map((value, index) => ({ name: `W${index}`, icon: value })),
    [],
  )
  expect(choices.map((choice) => choice.icon)).toEqual([icon, null, null, null, null])
})

it('leaves out nameless wallets and pages that are not https', () => {
  const urls = ['http://a.example', 'javascript:alert(1)', 'nightly://x', 'no address', undefined]
  expect(
    toChoices(
      [{ name: '' }, { name: undefined }, { name: ' ' }],
      urls.map((url, index) => ({ name: `W${index}`, url })),
    ),
  ).toEqual([])
})
