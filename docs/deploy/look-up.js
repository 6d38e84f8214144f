/**
 * The look-up of profiles led through the site's own server, which adds the key: a function for Cloudflare Pages. It stands in
 * the project as functions/exchange/[network]/getProfileAddress.js, the key as the secret KANA_API_KEY.
 */
const HOSTS = new Map([
  ['mainnet', 'https://perps-tradeapi.kana.trade'],
  ['testnet', 'https://perps-tradeapi.kanalabs.io'],
])

export async function onRequestGet({ request, params, env }) {
  const host = HOSTS.get(params.network)
  const address = new URL(request.url).searchParams.get('userAddress') ?? ''
  // Only what the page asks for: the key is not lent for anything else.
  if (host === undefined || !/^0x[\da-f]{1,64}$/i.test(address)) return new Response(null, { status: 404 })
  const answer = await fetch(`${host}/getProfileAddress?userAddress=${address}`, {
    headers: { 'x-api-key': env.KANA_API_KEY },
    redirect: 'error',
  })
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  })
}
