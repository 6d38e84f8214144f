import type { AlertWords } from './alert-words'

interface AlertLinesProps {
  readonly words: AlertWords
  readonly detailClass: string
}

/** An alert's words on the page; a figure and its unit, and what belongs to one fact, stay on one line. */
export function AlertLines({ words: { title, detail }, detailClass }: AlertLinesProps) {
  const facts = detail.split(' · ')
  return (
    <>
      <span className="block font-semibold text-balance">{title.replaceAll(' %', '\u00a0%')}</span>
      <span className={`block ${detailClass}`}>
        {facts.map((fact, index) => (
          <span key={fact} className="inline-block whitespace-pre-wrap">
            {index === facts.length - 1 ? fact : `${fact} · `}
          </span>
        ))}
      </span>
    </>
  )
}
