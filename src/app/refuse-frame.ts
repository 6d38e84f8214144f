/**
 * In place of the page where another page holds it in a frame: what stands around figures could lie about them. Hosts that
 * send headers do not let it come so far.
 */
export function refuseFrame(root: HTMLElement): void {
  const words = document.createElement('p')
  words.className = 'p-6 text-center text-sm'
  words.textContent = 'Perpscope shows no figures inside another page. '
  const link = document.createElement('a')
  link.className = 'text-accent underline'
  link.href = location.href
  link.target = '_blank'
  link.rel = 'noreferrer'
  link.textContent = 'Open it by itself'
  words.append(link)
  root.replaceChildren(words)
}
