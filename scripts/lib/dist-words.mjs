/** Every pair of a file and a word that stands in it. */
export function findWords(files, words) {
  return files.flatMap(({ name, content }) =>
    words.filter((word) => content.includes(word)).map((word) => ({ name, word })),
  )
}
