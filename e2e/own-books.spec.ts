import { book, position } from './rig/build-frames'
import { empty } from './rig/frames'
import { found, type Script } from './rig/script'
import { expect, test } from './rig/test'

const profile = `0x${'c'.repeat(64)}`

/** What each open socket of a market was asked for, but for the heartbeat's repetitions. */
const marketSockets = (script: Script) =>
  script.open
    .map(({ received }) => [...new Set(received.map(({ topic, market_id }) => `${topic} ${market_id ?? ''}`.trim()))])
    .filter((asked) => asked.includes('orderbook 14') || asked.includes('orderbook 15'))
    .map((asked) => asked.join(', '))
    .sort()

test('a market in which the account holds a position has its book brought by a socket of its own, and no longer', async ({
  page,
  open,
  script,
}) => {
  const whole = (id: string) => `orderbook ${id}, recent_trades ${id}, live_funding_rate`
  script.answerLookUp = () => found(profile)
  script.answer = ({ topic, market_id = '' }) => {
    if (topic === 'orderbook') return [market_id === '14' ? book('14', 5.101, 5.202) : book('15', 97_000, 97_010)]
    return [topic === 'positions' ? position(profile, '14', '10') : empty(topic)]
  }
  await open(`?market=15&address=0x${'a'.repeat(64)}`)
  await expect.poll(() => marketSockets(script)).toEqual(['orderbook 14', whole('15')])
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')

  // On show, the market's own socket brings its book; nothing is held in the other.
  await page.getByRole('combobox', { name: 'Market' }).selectOption('14')
  await expect.poll(() => marketSockets(script)).toEqual([whole('14')])
  await page.getByRole('combobox', { name: 'Market' }).selectOption('15')
  await expect.poll(() => marketSockets(script)).toEqual(['orderbook 14', whole('15')])

  // The worst of the sockets is what the page tells of itself.
  script.answer = ({ topic, market_id }) => (market_id === '14' ? [] : [empty(topic)])
  script.open.find(({ received }) => received.some(({ market_id }) => market_id === '14'))?.socket.terminate()
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Reconnecting')

  script.push('positions', empty('positions'))
  await expect.poll(() => marketSockets(script)).toEqual([whole('15')])
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
})
